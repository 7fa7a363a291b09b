import { type ReactNode, useState } from "react";
import type { PlanWindow } from "../../shared/contract.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import type { MenuItem } from "../ui/menu-bar.tsx";
import { ActivityDialog, type DetailField } from "./activity-dialog.tsx";
import { useActivityDetails } from "./use-activity-details.ts";

interface ActivityDialogParts {
  readonly window: PlanWindow;
  /** The activity that is selected or shown; null where there is none or it has not been saved. */
  readonly itemId: string | null;
  /** Undefined for a plan that is under no contract, which has no such dialog. */
  readonly terms: ContractTerms | undefined;
}

/** The dialog of an activity in detail, the way to open it at a field, and its command for a menu. */
export function useActivityDialog({ window, itemId, terms }: ActivityDialogParts): {
  readonly dialog: ReactNode;
  readonly open: (field: DetailField) => void;
  /** Why it cannot be opened; undefined where it can. */
  readonly off: string | undefined;
  /** None for a plan that is under no contract. */
  readonly menuItems: readonly MenuItem[];
} {
  const { client, plan, nextAppointment } = window;
  const opened = useActivityDetails(client.id, { isOff: terms === undefined });
  const [field, setField] = useState<DetailField>();
  const item = plan?.items.find(({ id }) => id === itemId);
  const context = { clientName: firstName(client.forenames), nextAppointment: nextAppointment?.date ?? null };
  const title = `${terms?.words.item} in detail`;
  const off = item ? (item.dateClosed === null ? undefined : CLOSED) : NOT_SELECTED;
  return {
    open: setField,
    off,
    menuItems: terms ? [{ id: "in-detail", label: `${title}…`, off, onSelect: () => setField("what") }] : [],
    dialog:
      field && item && opened ? (
        <ActivityDialog
          {...{ title, item, opened, field, context }}
          clientId={client.id}
          onClose={() => setField(undefined)}
        />
      ) : null,
  };
}

const CLOSED = "what is selected is closed.";
const NOT_SELECTED = "nothing that has been saved is selected.";

/** What a participant is called beside an activity. */
export function firstName(forenames: string): string {
  return forenames.trim().split(/\s+/)[0] || "The participant";
}
