import { useState } from "react";
import type { ClientPage } from "../../shared/contract.ts";
import type { MenuItem } from "../ui/menu-bar.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { SubjectAccessDialog } from "./subject-access-dialog.tsx";

/** The client page's commands about the client's rights over the data, for its File menu, and their dialogs. */
export function useClientRights({ client, openInterview }: ClientPage, onErased: () => void) {
  const [dialog, setDialog] = useState<"subject-access" | "erase" | null>(null);
  const close = () => setDialog(null);
  const items: readonly MenuItem[] = [
    { id: "subject-access", label: "Everything held on this client…", onSelect: () => setDialog("subject-access") },
    {
      id: "erase",
      label: "Erase this client…",
      off: openInterview ? "An interview is open: end it first" : undefined,
      onSelect: () => setDialog("erase"),
    },
  ];
  return {
    items,
    dialog:
      dialog === "subject-access" ? (
        <SubjectAccessDialog client={client} onClose={close} />
      ) : dialog === "erase" ? (
        <EraseDialog client={client} onClose={close} onErased={onErased} />
      ) : null,
  };
}
