import { useState } from "react";
import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { RequestedForm } from "../../shared/jets/interaction.ts";
import { HandOver } from "./hand-over.tsx";
import { PrintChoices, type SavedDocument } from "./print-choices.tsx";

interface PrintOptionsProps {
  readonly clientId: string;
  readonly kind: PlanKind;
  /** The form in which the copy is wanted: the choices for it stand open. */
  readonly form?: RequestedForm | undefined;
  /** Told once the copy is printed or handed over. */
  readonly onGiven?: ((printId: string) => void) | undefined;
  readonly onClose: () => void;
}

/** Print Options (¶114, ¶115): prints what was chosen, or saves it and asks whether the copy was handed over. */
export function PrintOptions({ clientId, kind, form, onGiven, onClose }: PrintOptionsProps) {
  const [saved, setSaved] = useState<SavedDocument>();
  return saved ? (
    <HandOver saved={saved} form={form} onGiven={onGiven} onClose={onClose} />
  ) : (
    <PrintChoices clientId={clientId} kind={kind} form={form} onSaved={setSaved} onGiven={onGiven} onClose={onClose} />
  );
}
