import { useState } from "react";
import { fullName } from "../../shared/client-record/client-record.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import { type Attachment, type InformationRequest, MEETING_MEANS_NAMES } from "../../shared/jets/interaction.ts";
import { KindWordsContext, wordsUnder } from "../action-plan/kind-words-context.ts";
import { askOnClock } from "../clock-question.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { PrintOptions } from "../print/print-options.tsx";
import { refreshClient, useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog, type DialogAction } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { AttachmentDialog } from "./attachment-dialog.tsx";
import { NewRequest, RequestList } from "./information-requests.tsx";
import { InteractionLog } from "./interaction-log.tsx";
import { NewInteraction } from "./new-interaction.tsx";
import { useAttaching } from "./use-attaching.ts";

interface InteractionsDialogProps {
  readonly clientId: string;
  readonly opensAt?: "interactions" | "requests";
  readonly onClose: () => void;
}

const TABS = ["Interactions", "Copies asked for"] as const;

/** What is shown in the window's place: itself, or one of the dialogs that it leads to. */
type View =
  | { readonly at: "list" | "new-interaction" | "new-request" | "stopping" }
  | { readonly at: "file"; readonly attachment: Attachment }
  | { readonly at: "answer"; readonly request: InformationRequest };

const LIST: View = { at: "list" };

/** Interactions and requests of a participant (4.05, 4.07): read, recorded, and answered from here. */
export function InteractionsDialog({ clientId, opensAt = "interactions", onClose }: InteractionsDialogProps) {
  const log = useRequest("list-interactions", { clientId });
  const { contracts } = useSession();
  const terms = contracts.find(({ code }) => code === log.data?.contract);
  if (log.data && terms) {
    return <OpenedDialog clientId={clientId} log={log.data} terms={terms} opensAt={opensAt} onClose={onClose} />;
  }
  return (
    <Dialog title="Interactions and requests" onClose={onClose} actions={[{ name: "Close", onPress: onClose }]}>
      {log.error ? <Refusal error={log.error.error} /> : <p className="nothing">Opening the interactions</p>}
    </Dialog>
  );
}

interface OpenedDialogProps extends Required<InteractionsDialogProps> {
  readonly log: RequestOutput<"list-interactions">;
  readonly terms: ContractTerms;
}

function OpenedDialog({ clientId, log, terms, opensAt, onClose }: OpenedDialogProps) {
  const [view, setView] = useState<View>(LIST);
  const [tab, setTab] = useState<(typeof TABS)[number]>(opensAt === "interactions" ? TABS[0] : TABS[1]);
  const [selected, setSelected] = useState<{ readonly interaction: string | null; readonly request: string | null }>({
    interaction: null,
    request: null,
  });
  const attaching = useAttaching(clientId);
  const answering = useAnswering(clientId);
  const toList = () => setView(LIST);
  const preference = preferenceOf(log, terms);
  const { referredOn } = log;
  switch (view.at) {
    case "new-interaction":
      return (
        <NewInteraction
          {...{ clientId, referredOn, preference }}
          onRecorded={(interaction) => {
            setSelected((before) => ({ ...before, interaction }));
            toList();
          }}
          onClose={toList}
        />
      );
    case "new-request":
      return (
        <NewRequest
          {...{ clientId, referredOn }}
          onRecorded={(request) => {
            setSelected((before) => ({ ...before, request }));
            toList();
          }}
          onClose={toList}
        />
      );
    case "file":
      return <AttachmentDialog attachment={view.attachment} onClose={toList} />;
    case "answer":
      return (
        <KindWordsContext value={wordsUnder(terms)}>
          <PrintOptions
            clientId={clientId}
            kind="jets"
            form={view.request.form}
            onGiven={(printId) => void answering.answer(view.request.id, printId)}
            onClose={toList}
          />
        </KindWordsContext>
      );
    case "stopping":
      return <StillAttaching name={attaching.sending?.name ?? ""} onStop={onClose} onBack={toList} />;
    default:
      break;
  }
  const isOfInteractions = tab === TABS[0];
  const leave = () => (attaching.sending ? setView({ at: "stopping" }) : onClose());
  const actions: readonly DialogAction[] = [
    isOfInteractions
      ? { name: "New interaction", isMain: true, onPress: () => setView({ at: "new-interaction" }) }
      : { name: "New request", isMain: true, onPress: () => setView({ at: "new-request" }) },
    { name: "Close", onPress: leave },
  ];
  return (
    <Dialog
      title={`Interactions and requests - ${fullName(log.client)}`}
      size="widest"
      note={preference}
      onClose={leave}
      actions={actions}
    >
      <div className="interactions">
        {answering.unanswered && (
          <Unanswered error={answering.unanswered.error} onAgain={() => void answering.again()} />
        )}
        <Tabs label="Interactions and requests" names={TABS} selected={tab} onSelect={setTab}>
          {isOfInteractions ? (
            <InteractionLog
              interactions={log.interactions}
              terms={terms}
              participantName={fullName(log.client)}
              selectedId={selected.interaction}
              attaching={attaching}
              onSelect={(interaction) => setSelected({ ...selected, interaction })}
              onOpenFile={(attachment) => setView({ at: "file", attachment })}
            />
          ) : (
            <Requests
              clientId={clientId}
              selectedId={selected.request}
              onSelect={(request) => setSelected({ ...selected, request })}
              onAnswer={(request) => setView({ at: "answer", request })}
            />
          )}
        </Tabs>
      </div>
    </Dialog>
  );
}

interface RequestsProps {
  readonly clientId: string;
  readonly selectedId: string | null;
  readonly onSelect: (requestId: string) => void;
  readonly onAnswer: (request: InformationRequest) => void;
}

function Requests({ clientId, ...rest }: RequestsProps) {
  const all = useRequest("list-information-requests", { clientId });
  if (all.error) return <Refusal error={all.error.error} />;
  return all.data ? <RequestList requests={all.data.requests} {...rest} /> : <p className="nothing">Opening</p>;
}

/** How the participant would rather meet, as it stands in view wherever an interaction is looked at or recorded. */
function preferenceOf({ preferredMeans }: RequestOutput<"list-interactions">, { words }: ContractTerms): string {
  return preferredMeans === null
    ? `No preference of the ${words.client.toLowerCase()} is recorded`
    : `The ${words.client.toLowerCase()} prefers: ${MEETING_MEANS_NAMES[preferredMeans].toLowerCase()}`;
}

/** Marks a request answered by the copy that was just given; one that could not be marked is kept for another try. */
function useAnswering(clientId: string) {
  const [unanswered, setUnanswered] = useState<{ requestId: string; printId: string; error: AppError }>();
  const answer = async (requestId: string, printId: string) => {
    const answered = await askOnClock("answer-information-request", { requestId, printId });
    setUnanswered(answered.ok ? undefined : { requestId, printId, error: answered.error });
    if (answered.ok) announce("The request is answered");
    await refreshClient(clientId);
  };
  return {
    unanswered,
    answer,
    again: async () => unanswered && answer(unanswered.requestId, unanswered.printId),
  };
}

function Unanswered({ error, onAgain }: { readonly error: AppError; readonly onAgain: () => void }) {
  return (
    <div className="unanswered">
      <p>The copy was given, but the request could not be marked answered.</p>
      <Refusal error={error} />
      <ActionButton name="Try again" small onPress={onAgain} />
    </div>
  );
}

interface StillAttachingProps {
  readonly name: string;
  readonly onStop: () => void;
  readonly onBack: () => void;
}

function StillAttaching({ name, onStop, onBack }: StillAttachingProps) {
  return (
    <Dialog
      title="A file is still being attached"
      onClose={onBack}
      actions={[
        { name: "Stop and close", onPress: onStop },
        { name: "Back", isMain: true, onPress: onBack },
      ]}
    >
      <p>{name === "" ? "It is attached by now." : `${name} is not attached if you close now.`}</p>
    </Dialog>
  );
}
