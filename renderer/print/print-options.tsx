import { useState } from "react";
import { HandOver } from "./hand-over.tsx";
import { PrintChoices, type SavedDocument } from "./print-choices.tsx";

interface PrintOptionsProps {
  readonly clientId: string;
  readonly onClose: () => void;
}

/** Print Options (¶114, ¶115): prints what was chosen, or saves it and asks whether the copy was handed over. */
export function PrintOptions({ clientId, onClose }: PrintOptionsProps) {
  const [saved, setSaved] = useState<SavedDocument>();
  return saved ? (
    <HandOver saved={saved} onClose={onClose} />
  ) : (
    <PrintChoices clientId={clientId} onSaved={setSaved} onClose={onClose} />
  );
}
