import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { PartWindow } from "../../shared/client-record/record-part.ts";
import type { ClientPage } from "../../shared/contract.ts";
import type { InterviewKind } from "../../shared/interview/interview.ts";
import { notesInWords } from "../interview/close-notes.tsx";
import { StartInterview } from "../interview/start-interview.tsx";
import { InteractionsDialog } from "../jets/interactions-dialog.tsx";
import { queryClient } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { ConversationsDialog } from "./conversations.tsx";
import { RecordDialog } from "./record-dialog.tsx";

/** The dialog that is open on the page: one at a time. */
export type OpenDialog = PartWindow | "Convs" | "Start interview" | "Action Plan advised" | "Interactions" | null;

interface PageDialogProps {
  readonly page: ClientPage;
  readonly dialog: OpenDialog;
  /** Opens another dialog in the place of this one; none for null. */
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onOpenClient: (clientId: string) => void;
  readonly onOpenPlan: () => void;
}

/** The dialog that is open on a client's page, if one is. */
export function PageDialog({ page, dialog, onOpen, onOpenClient, onOpenPlan }: PageDialogProps) {
  const close = () => onOpen(null);
  const started = ({ asks }: InterviewKind) => {
    const fresh = queryClient.getQueryData<ClientPage>(["open-client", { clientId: page.client.id }]);
    const notes = fresh?.openInterview?.closeNotes ?? [];
    // They stand on the page and beside the plan; a dialog of theirs would stand before the window that opens by itself.
    if (notes.length > 0) announce(notesInWords(notes));
    if (asks === "advised") return onOpen("Action Plan advised");
    close();
    if (asks === "enforced") onOpenPlan();
  };
  switch (dialog) {
    case null:
      return null;
    case "Start interview":
      return (
        <StartInterview
          page={page}
          onClose={close}
          onStarted={started}
          onOpenJsag={() => onOpen("JSAg")}
          onOpenClient={onOpenClient}
        />
      );
    case "Convs":
      return <ConversationsDialog client={page.client} onClose={close} />;
    case "Interactions":
      return <InteractionsDialog clientId={page.client.id} onClose={close} />;
    case "Action Plan advised":
      return <PlanAdvised client={page.client} onClose={close} />;
    default:
      return (
        <RecordDialog
          key={dialog}
          client={page.client}
          window={dialog}
          onOpenWindow={onOpen}
          onOpenClient={onOpenClient}
          onClose={close}
        />
      );
  }
}

/** ¶102: said at the start of an interview that advises a plan. */
function PlanAdvised({ client, onClose }: { readonly client: StoredClientRecord; readonly onClose: () => void }) {
  return (
    <Dialog title="Action Plan advised" onClose={onClose} actions={[{ name: "OK", isMain: true, onPress: onClose }]}>
      <p>
        In this interview an Action Plan with {fullName(client)} is advised: make it or bring it up to date, save it and
        print it. The interview can end without one.
      </p>
    </Dialog>
  );
}
