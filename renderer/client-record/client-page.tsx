import { useState } from "react";
import { fullName } from "../../shared/client-record/client-record.ts";
import type { ClientPage } from "../../shared/contract.ts";
import { formatDate } from "../../shared/dates.ts";
import { errorMessage } from "../../shared/messages.ts";
import type { WorkDestination } from "../../shared/work-list/work-list.ts";
import type { ClericalEntering } from "../clerical/entering.ts";
import { useClerical } from "../clerical/use-clerical.tsx";
import { useAppointmentDialogs } from "../interview/appointment-dialogs.tsx";
import { NotesOnPage } from "../interview/close-notes.tsx";
import { type ClientPlans, usePlanWay } from "../plan-way.tsx";
import { useRequest } from "../requests.ts";
import { useClientRights } from "../rights/use-client-rights.tsx";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useHelp } from "../ui/help.tsx";
import { useShortcuts } from "../ui/key-map.ts";
import { Toolbar } from "../ui/toolbar.tsx";
import { WindowFrame } from "../ui/window-frame.tsx";
import { ClientDetails } from "./client-details.tsx";
import { FailureMark } from "./failure-mark.tsx";
import { KeptRecordDrafts } from "./kept-record-drafts.tsx";
import { type OpenDialog, PageDialog } from "./page-dialog.tsx";
import { menusOf, pageCommands } from "./page-menus.ts";
import { PlanAndInterviews } from "./plan-and-interviews.tsx";

interface ClientPageProps {
  readonly clientId: string;
  readonly onOpenStart: () => void;
  readonly onOpenClient: (clientId: string) => void;
  readonly onOpenPlan: (opens?: WorkDestination, clerical?: ClericalEntering) => void;
}

/** The client's page (¶16): who the client is, the record windows, the plan and the interviews. */
export function ClientPageWindow(props: ClientPageProps) {
  const { clientId, onOpenStart } = props;
  const page = useRequest("open-client", { clientId });
  if (page.data) return <OpenedPage page={page.data} {...props} />;
  const message = page.error && errorMessage(page.error.error);
  return (
    <WindowFrame heading="Client Record" menus={[]} status={{ left: message ? "" : "Opening the client record" }}>
      {message && (
        <Dialog
          title={message.title}
          onClose={onOpenStart}
          actions={[{ name: "OK", isMain: true, onPress: onOpenStart }]}
        >
          <p>{message.text}</p>
          <p>{message.whatToDo}</p>
        </Dialog>
      )}
    </WindowFrame>
  );
}

function OpenedPage({ page, onOpenStart, onOpenClient, onOpenPlan }: ClientPageProps & { readonly page: ClientPage }) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const appointments = useAppointmentDialogs({ ...page.client, name: fullName(page.client) });
  const way = usePlanWay((_, kind) => onOpenPlan({ to: "plan", kind }));
  const commands = pageCommands(page, setDialog, () => way.open(page.client.id, plansOf(page)));
  const rights = useClientRights(page, onOpenStart);
  const clerical = useClerical({
    client: { id: page.client.id, name: fullName(page.client) },
    isTheirPage: true,
    // A form that was used leads to another customer's plan too, by that customer's page.
    onOpenPlan: (id, opens, entering) => (id === page.client.id ? onOpenPlan(opens, entering) : onOpenClient(id)),
  });
  const help = useHelp({ close: "Back to the start window", find: "Find a client" });
  useShortcuts({ close: { run: onOpenStart }, find: { run: onOpenStart } });
  return (
    <WindowFrame
      heading={`Client Record - ${fullName(page.client)}`}
      nino={page.client.nino}
      menus={[
        ...menusOf({
          commands,
          rights: rights.items,
          clerical: clerical.menuItems,
          onOpenStart,
          onBook: appointments.book,
          onAmend: () => setDialog("Client"),
          onInteractions: page.isParticipant ? () => setDialog("Interactions") : undefined,
        }),
        help.menu,
      ]}
      status={{ left: `Client since ${formatDate(page.client.clientSince)}` }}
    >
      <Toolbar label="Client record">
        {commands.map(({ name, fullName, off, run }) => (
          <ActionButton key={name} name={name} fullName={fullName} off={off} onPress={run} />
        ))}
      </Toolbar>
      <FailureMark page={page} />
      <NotesOnPage
        notes={page.openInterview?.closeNotes ?? []}
        onOpenItem={(itemId) => onOpenPlan({ to: "item", itemId })}
      />
      <KeptRecordDrafts clientId={page.client.id} onOpen={(form) => setDialog(form === "New client" ? null : form)} />
      <div className="cols client">
        <ClientDetails client={page.client} onOpenWindow={setDialog} />
        <PlanAndInterviews page={page} appointments={appointments} onOpenConversations={() => setDialog("Convs")} />
      </div>
      <PageDialog
        page={page}
        dialog={dialog}
        onOpen={setDialog}
        onOpenClient={onOpenClient}
        onOpenPlan={() => onOpenPlan()}
      />
      {way.dialog}
      {appointments.dialog}
      {rights.dialog}
      {clerical.dialog}
      {help.dialog}
    </WindowFrame>
  );
}

function plansOf({ plan, jetsPlan, contract }: ClientPage): ClientPlans {
  return { existing: [plan, jetsPlan].flatMap((each) => each?.kind ?? []), contract };
}
