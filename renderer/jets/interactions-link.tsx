import { useState } from "react";
import { InteractionsDialog } from "./interactions-dialog.tsx";

interface InteractionsLinkProps {
  readonly clientId: string;
  readonly count: number;
  readonly what: "interactions" | "requests";
}

/** How many interactions, or requests for a copy, are recorded; it leads to them, and to recording another. */
export function InteractionsLink({ clientId, count, what }: InteractionsLinkProps) {
  const [isOpen, setIsOpen] = useState(false);
  const number = count === 0 ? "None" : what === "interactions" ? `${count} recorded` : String(count);
  return (
    <>
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {number}
        <span className="sr">
          {what === "interactions" ? ": open the interactions" : ": open the copies asked for"}
        </span>
      </button>
      {isOpen && <InteractionsDialog clientId={clientId} opensAt={what} onClose={() => setIsOpen(false)} />}
    </>
  );
}
