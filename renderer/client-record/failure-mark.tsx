import { useId, useState } from "react";
import type { ClientPage } from "../../shared/contract.ts";
import { dateOfMoment, formatDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Doubt } from "../../shared/interview/doubt.ts";
import { errorMessage } from "../../shared/messages.ts";
import { isBlank } from "../../shared/text.ts";
import { Refusal } from "../entry/refusal.tsx";
import { refreshClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { announce } from "../ui/live-region.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { DraftGate } from "./draft-gate.tsx";
import { useRecordDraft } from "./use-record-draft.ts";

/** The interviews that the client failed and whose sanction is still to be considered (¶121); nothing without one. */
export function FailureMark({ page }: { readonly page: ClientPage }) {
  const [considered, setConsidered] = useState<Doubt | null>(null);
  // By doubt, and kept while the dialog is closed, so that looking something up loses no words.
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, string>>>({});
  const nameOf = useInterviewName(page);
  return (
    <>
      {page.failures.length > 0 && (
        <section className="failures" aria-label="Failed to participate">
          <ul>
            {page.failures.map((failure) => (
              <li key={failure.id}>
                <Icon name="warn" />
                <div className="num">
                  <b>Failed to participate: {nameOf(failure)}</b>
                  <p>The interview was failed. A sanction is to be considered.</p>
                  {failure.text && <p className="written">{failure.text}</p>}
                </div>
                <ActionButton
                  name="Sanction considered…"
                  fullName={`Record what was decided about ${nameOf(failure)}`}
                  small
                  onPress={() => setConsidered(failure)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {considered && (
        <SanctionDialog
          clientId={page.client.id}
          doubt={considered}
          interviewName={nameOf(considered)}
          outcome={outcomes[considered.id] ?? ""}
          onType={(outcome) => setOutcomes((before) => ({ ...before, [considered.id]: outcome }))}
          onClose={() => setConsidered(null)}
        />
      )}
    </>
  );
}

/** Says in the list of interviews that one was failed. */
export function FailedNote() {
  return (
    <span className="failed">
      <Icon name="warn" size="small" />
      Failed to participate
    </span>
  );
}

function useInterviewName({ interviews }: ClientPage): (failure: Doubt) => string {
  const { interviewKinds } = useSession();
  return ({ interviewId, recordedAt }) => {
    const interview = interviews.find(({ id }) => id === interviewId);
    const kind = interviewKinds.find(({ code }) => code === interview?.kind)?.name ?? interview?.kind ?? "interview";
    return `${kind} of ${formatDate(dateOfMoment(interview?.startedAt ?? recordedAt))}`;
  };
}

interface SanctionDialogProps {
  readonly clientId: string;
  readonly doubt: Doubt;
  readonly interviewName: string;
  readonly outcome: string;
  readonly onType: (outcome: string) => void;
  readonly onClose: () => void;
}

const DECIDED = "What was decided";

/** Asks what was decided, after which the client's page no longer asks for it. */
function SanctionDialog({ clientId, doubt, interviewName, outcome, onType, onClose }: SanctionDialogProps) {
  const { policy } = useSession();
  const textId = useId();
  const [error, setError] = useState<AppError | null>(null);
  const settling = useAsk("settle-doubt");
  const isWritten = !isBlank(outcome);
  const draft = useRecordDraft(
    { clientId, form: `Sanction considered: ${doubt.id}`, isWanted: isWritten },
    {
      typed: isWritten ? { form: { [DECIDED]: outcome }, before: { [DECIDED]: "" } } : null,
      takeBack: ({ form }) => {
        onType(form[DECIDED] ?? "");
        return true;
      },
    },
  );
  const record = async () => {
    if (settling.isPending) return;
    const answer = await settling.mutateAsync({ doubtId: doubt.id, outcome, savedDraft: draft.saved() });
    if (!answer.ok) {
      setError(answer.error);
      return document.getElementById(textId)?.focus();
    }
    await draft.settle();
    await refreshClient(clientId);
    announce("Recorded what was decided");
    onClose();
  };
  return (
    <DraftGate draft={draft}>
      <Dialog
        title="Sanction considered"
        note={isWritten ? draft.unsavedWords : undefined}
        onClose={onClose}
        actions={[
          { name: "Record", isMain: true, onPress: () => void record() },
          { name: "Cancel", onPress: onClose },
        ]}
      >
        <p className="form-row">
          Failed to participate: {interviewName}. Once it is recorded here, the client's page no longer asks for it.
        </p>
        <div className="form-row">
          <TextBox
            id={textId}
            label={DECIDED}
            caption={DECIDED}
            value={outcome}
            limit={policy.noteCharacters}
            problem={error?.code === "text-refused" ? errorMessage(error).text : undefined}
            onChange={onType}
          />
        </div>
        {error && error.code !== "text-refused" && <Refusal error={error} />}
      </Dialog>
    </DraftGate>
  );
}
