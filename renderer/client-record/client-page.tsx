import { useState } from "react";
import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { PartWindow } from "../../shared/client-record/record-part.ts";
import type { ClientPage } from "../../shared/contract.ts";
import { formatDate } from "../../shared/dates.ts";
import type { InterviewKind } from "../../shared/interview/interview.ts";
import { errorMessage } from "../../shared/messages.ts";
import type { WorkDestination } from "../../shared/work-list/work-list.ts";
import type { ClericalEntering } from "../clerical/entering.ts";
import { useClerical } from "../clerical/use-clerical.tsx";
import { useAppointmentDialogs } from "../interview/appointment-dialogs.tsx";
import { NotesOnPage, notesInWords } from "../interview/close-notes.tsx";
import { StartInterview, whyStartIsOff } from "../interview/start-interview.tsx";
import { InteractionsDialog } from "../jets/interactions-dialog.tsx";
import { type ClientPlans, usePlanWay } from "../plan-way.tsx";
import { queryClient, useRequest } from "../requests.ts";
import { useClientRights } from "../rights/use-client-rights.tsx";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useHelp } from "../ui/help.tsx";
import { shortcutOf, useShortcuts } from "../ui/key-map.ts";
import { announce } from "../ui/live-region.tsx";
import type { Menu, MenuItem } from "../ui/menu-bar.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { WindowFrame } from "../ui/window-frame.tsx";
import { ClientDetails } from "./client-details.tsx";
import { ConversationsDialog } from "./conversations.tsx";
import { FailureMark } from "./failure-mark.tsx";
import { KeptRecordDrafts } from "./kept-record-drafts.tsx";
import { PlanAndInterviews } from "./plan-and-interviews.tsx";
import { RecordDialog } from "./record-dialog.tsx";
import { type RecordWindow, WINDOW_NAMES, whyWindowIsOff } from "./record-words.ts";

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

/** The dialog that is open on the page: one at a time. */
type OpenDialog = PartWindow | "Convs" | "Start interview" | "Action Plan advised" | "Interactions" | null;

const RECORD_WINDOWS: readonly RecordWindow[] = ["More", "Quals", "CBW", "IWBC", "JSAg"];

/** A button of the page, which is a command of its Function menu too. */
interface PageCommand {
  readonly name: string;
  readonly fullName: string;
  readonly off?: string | undefined;
  readonly run: () => void;
}

function OpenedPage({ page, onOpenStart, onOpenClient, onOpenPlan }: ClientPageProps & { readonly page: ClientPage }) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = () => setDialog(null);
  const appointments = useAppointmentDialogs({ ...page.client, name: fullName(page.client) });
  const started = ({ asks }: InterviewKind) => {
    const fresh = queryClient.getQueryData<ClientPage>(["open-client", { clientId: page.client.id }]);
    const notes = fresh?.openInterview?.closeNotes ?? [];
    // They stand on the page and beside the plan; a dialog of theirs would stand before the window that opens by itself.
    if (notes.length > 0) announce(notesInWords(notes));
    if (asks === "advised") return setDialog("Action Plan advised");
    close();
    if (asks === "enforced") onOpenPlan();
  };
  const way = usePlanWay((_, kind) => onOpenPlan({ to: "plan", kind }));
  const commands: readonly PageCommand[] = [
    ...RECORD_WINDOWS.map((name) => ({
      name,
      fullName: WINDOW_NAMES[name],
      off: whyWindowIsOff(page.client, name),
      run: () => setDialog(name),
    })),
    { name: "Convs", fullName: "Conversations", run: () => setDialog("Convs") },
    {
      name: "Interview",
      fullName: "Start an interview",
      off: whyStartIsOff(page),
      run: () => setDialog("Start interview"),
    },
    { name: "ActnPln", fullName: "Action Plan", run: () => way.open(page.client.id, plansOf(page)) },
  ];
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
      {dialog === "Start interview" ? (
        <StartInterview
          page={page}
          onClose={close}
          onStarted={started}
          onOpenJsag={() => setDialog("JSAg")}
          onOpenClient={onOpenClient}
        />
      ) : dialog === "Convs" ? (
        <ConversationsDialog client={page.client} onClose={close} />
      ) : dialog === "Interactions" ? (
        <InteractionsDialog clientId={page.client.id} onClose={close} />
      ) : dialog === "Action Plan advised" ? (
        <PlanAdvised client={page.client} onClose={close} />
      ) : (
        dialog && (
          <RecordDialog
            key={dialog}
            client={page.client}
            window={dialog}
            onOpenWindow={setDialog}
            onOpenClient={onOpenClient}
            onClose={close}
          />
        )
      )}
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

interface MenuParts {
  readonly commands: readonly PageCommand[];
  readonly rights: readonly MenuItem[];
  readonly clerical: readonly MenuItem[];
  readonly onOpenStart: () => void;
  readonly onBook: () => void;
  readonly onAmend: () => void;
  /** Undefined for a client who is no participant. */
  readonly onInteractions: (() => void) | undefined;
}

function menusOf({ commands, rights, clerical, onOpenStart, onBook, onAmend, onInteractions }: MenuParts): Menu[] {
  const items = commands.map(({ name, fullName, off, run }) => ({ id: name, label: fullName, off, onSelect: run }));
  const isPage = ({ id }: { readonly id: string }) => id !== "Interview";
  return [
    {
      label: "File",
      items: [
        { id: "find", label: "Find a client", shortcut: shortcutOf("find"), onSelect: onOpenStart },
        ...clerical,
        ...rights,
        { id: "close", label: "Close", shortcut: shortcutOf("close"), onSelect: onOpenStart },
      ],
    },
    {
      label: "Function",
      items: [
        { id: "Amend", label: "Amend client", onSelect: onAmend },
        ...items.filter((item) => !isPage(item)),
        { id: "Book", label: "Book an interview", onSelect: onBook },
      ],
    },
    {
      label: "Page",
      items: [
        ...items.filter(isPage),
        ...(onInteractions
          ? [{ id: "Interactions", label: "Interactions and requests", onSelect: onInteractions }]
          : []),
      ],
    },
  ];
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
