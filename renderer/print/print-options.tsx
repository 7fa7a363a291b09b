import { useState } from "react";
import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import { HandOver } from "./hand-over.tsx";
import { PrintChoices, type SavedDocument } from "./print-choices.tsx";

interface PrintOptionsProps {
  readonly clientId: string;
  readonly kind: PlanKind;
  readonly onClose: () => void;
}

/** Print Options (¶114, ¶115): prints what was chosen, or saves it and asks whether the copy was handed over. */
export function PrintOptions({ clientId, kind, onClose }: PrintOptionsProps) {
  const [saved, setSaved] = useState<SavedDocument>();
  return saved ? (
    <HandOver saved={saved} onClose={onClose} />
  ) : (
    <PrintChoices clientId={clientId} kind={kind} onSaved={setSaved} onClose={onClose} />
  );
}
