import { type ReactNode, useState } from "react";
import type { WorkDestination, WorkRow } from "../../shared/work-list/work-list.ts";
import type { MenuItem } from "../ui/menu-bar.tsx";
import { CancelClericalDialog } from "./cancel-dialog.tsx";
import { EnterClericalDialog } from "./enter-dialog.tsx";
import type { ClericalEntering } from "./entering.ts";
import { type ClericalClient, IssueClericalDialog } from "./issue-dialog.tsx";
import { ProofDialog } from "./proof-dialog.tsx";

/** Where the clerical commands of a window lead. */
export interface ClericalPlaces {
  readonly client: ClericalClient | null;
  /** True on the client's own page, where another customer's form is not entered. */
  readonly isTheirPage: boolean;
  readonly onOpenPlan: (clientId: string, opens?: WorkDestination, entering?: ClericalEntering) => void;
}

type Shown =
  | { readonly is: "issue" }
  | { readonly is: "enter"; readonly serial?: string }
  | { readonly is: "proof"; readonly formId: string }
  | { readonly is: "cancel"; readonly formId: string; readonly clientId: string | null; readonly about: string };

/** File > Clerical form, File > Enter a clerical form, and what the work list's rows of such forms do. */
export function useClerical({ client, isTheirPage, onOpenPlan }: ClericalPlaces) {
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => setShown(null);
  const menuItems: readonly MenuItem[] = [
    { id: "clerical", label: "Clerical form", onSelect: () => setShown({ is: "issue" }) },
    { id: "enter-clerical", label: "Enter a clerical form", onSelect: () => setShown({ is: "enter" }) },
  ];
  const openRow = ({ opens }: WorkRow) => {
    if (opens.to === "clerical") setShown({ is: "enter", serial: opens.serial });
    if (opens.to === "clerical-proof") setShown({ is: "proof", formId: opens.formId });
  };
  const cancelRow = ({ opens, what, clientId, clientName }: WorkRow) => {
    if (opens.to !== "clerical") return;
    const { formId } = opens;
    setShown({ is: "cancel", formId, clientId: clientId || null, about: `${clientName}: ${what}` });
  };
  const dialog: ReactNode =
    shown?.is === "issue" ? (
      <IssueClericalDialog client={client} onClose={close} />
    ) : shown?.is === "enter" ? (
      <EnterClericalDialog
        client={client}
        isTheirPage={isTheirPage}
        serial={shown.serial}
        onEnter={(clientId, entering) => onOpenPlan(clientId, { to: "plan" }, entering)}
        onOpenPlan={onOpenPlan}
        onClose={close}
      />
    ) : shown?.is === "proof" ? (
      <ProofDialog formId={shown.formId} onOpenPlan={onOpenPlan} onClose={close} />
    ) : (
      shown && (
        <CancelClericalDialog formId={shown.formId} clientId={shown.clientId} about={shown.about} onClose={close} />
      )
    );
  return { menuItems, dialog, openRow, cancelRow };
}
