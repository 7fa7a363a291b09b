import { type ReactNode, useState } from "react";
import { ActivityDialog, type DetailField } from "./activity-dialog.tsx";
import type { JetsPanelProps } from "./panel-props.ts";
import { useActivityDetails } from "./use-activity-details.ts";

/** The dialog "Activity in detail" of the activity that is selected, and the way to open it. */
export function useActivityDialog({ window, itemId }: Pick<JetsPanelProps, "window" | "itemId">): {
  readonly dialog: ReactNode;
  readonly open: (field: DetailField) => void;
  /** Why it cannot be opened; undefined where it can. */
  readonly off: string | undefined;
} {
  const { client, plan, nextAppointment } = window;
  const opened = useActivityDetails(client.id);
  const [field, setField] = useState<DetailField>();
  const item = plan?.items.find(({ id }) => id === itemId);
  const context = { clientName: firstName(client.forenames), nextAppointment: nextAppointment?.date ?? null };
  return {
    open: setField,
    off: item ? (item.dateClosed === null ? undefined : "the activity is closed.") : "no saved activity is selected.",
    dialog:
      field && item && opened ? (
        <ActivityDialog
          {...{ item, opened, field, context }}
          clientId={client.id}
          onClose={() => setField(undefined)}
        />
      ) : null,
  };
}

/** What a participant is called beside an activity. */
export function firstName(forenames: string): string {
  return forenames.trim().split(/\s+/)[0] || "The participant";
}
