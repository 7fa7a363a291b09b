import { useCallback, useEffect, useId, useRef, useState } from "react";
import type { OpenInterview, RequestInput } from "../../shared/contract.ts";
import { formatTime } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { type Doubt, type DoubtKind, doubtKindSchema } from "../../shared/interview/doubt.ts";
import { errorMessage } from "../../shared/messages.ts";
import { isBlank } from "../../shared/text.ts";
import { DraftGate } from "../client-record/draft-gate.tsx";
import { useRecordDraft } from "../client-record/use-record-draft.ts";
import { Refusal } from "../entry/refusal.tsx";
import { refreshClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { announce } from "../ui/live-region.tsx";
import { TextBox } from "../ui/text-box.tsx";

/** What DMA stands for, on its button and in the menu. */
export const DMA_FULL_NAME = "Record a Decision Makers question, for example FTP";

/** What an adviser has entered of a doubt and not recorded yet. */
interface TypedDoubt {
  /** Null until one is chosen: FTP then, unless it stands already. */
  readonly kind: DoubtKind | null;
  readonly text: string;
}

const NOTHING_TYPED: TypedDoubt = { kind: null, text: "" };

const ABOUT = "What the doubt is about";
const IN_WORDS = "Doubt in words";

const KINDS: Readonly<Record<DoubtKind, string>> = { ftp: "FTP: fail to participate", other: "Another doubt" };

/** The dialog DMA, and how it opens; words that were entered stay while it is closed, for as long as the interview. */
export function useDmaDialog(open: OpenInterview | null) {
  const interviewId = open?.interview.id ?? "";
  const [shownFor, setShownFor] = useState<string | null>(null);
  const [entered, setEntered] = useState({ interviewId, typed: NOTHING_TYPED });
  const openDma = useCallback(() => setShownFor(interviewId), [interviewId]);
  const dialog = open && shownFor === interviewId && (
    <DmaDialog
      open={open}
      typed={entered.interviewId === interviewId ? entered.typed : NOTHING_TYPED}
      onType={(typed) => setEntered({ interviewId, typed })}
      onClose={() => setShownFor(null)}
    />
  );
  return { dialog, openDma };
}

interface DmaDialogProps {
  readonly open: OpenInterview;
  readonly typed: TypedDoubt;
  readonly onType: (typed: TypedDoubt) => void;
  readonly onClose: () => void;
}

/** Records a doubt of the open interview as a Decision Makers question, and takes one back (¶119). */
function DmaDialog({ open, typed, onType, onClose }: DmaDialogProps) {
  const { policy } = useSession();
  const textId = useId();
  const doubts = useDoubts(open);
  const hasFailed = open.progress.isFailedToParticipate;
  const kind = hasFailed ? "other" : (typed.kind ?? "ftp");
  const kinds = useFocusAfterWithdrawal(open.doubts);
  const draft = useDoubtDraft(open, typed, onType);
  const record = async () => {
    const doubt = { interviewId: open.interview.id, kind, text: typed.text, savedDraft: draft.saved() };
    const isRecorded = await doubts.record(doubt);
    if (!isRecorded) return document.getElementById(textId)?.focus();
    await draft.settle();
    onType(NOTHING_TYPED);
    onClose();
  };
  return (
    <DraftGate draft={draft}>
      <Dialog
        title="DMA"
        note={isBlank(typed.text) ? undefined : draft.unsavedWords}
        onClose={onClose}
        actions={[
          { name: "Record", isMain: true, onPress: () => void record() },
          { name: "Close", onPress: onClose },
        ]}
      >
        <RecordedDoubts doubts={open.doubts} onWithdraw={(doubt) => void doubts.withdraw(doubt)} />
        <fieldset className="form-row" ref={kinds}>
          <legend>{ABOUT}</legend>
          {(["ftp", "other"] as const).map((option) => (
            <label className="radio" key={option}>
              <input
                type="radio"
                name="doubt"
                checked={option === kind}
                disabled={option === "ftp" && hasFailed}
                data-autofocus={option === kind && !hasFailed ? true : undefined}
                onChange={() => onType({ ...typed, kind: option })}
              />
              <span>{option === "ftp" && hasFailed ? `${KINDS.ftp} (recorded already)` : KINDS[option]}</span>
            </label>
          ))}
        </fieldset>
        <div className="form-row">
          <TextBox
            id={textId}
            label={IN_WORDS}
            caption={kind === "ftp" ? `${IN_WORDS} (may stay empty)` : IN_WORDS}
            value={typed.text}
            limit={policy.noteCharacters}
            problem={doubts.error?.code === "text-refused" ? errorMessage(doubts.error).text : undefined}
            onChange={(text) => onType({ ...typed, text })}
          />
        </div>
        {kind === "ftp" && (
          <p className="cap quiet">
            With FTP recorded, End asks nothing more of the Action Plan, and closes it without saving what is unsaved.
          </p>
        )}
        {doubts.error && doubts.error.code !== "text-refused" && <Refusal error={doubts.error} />}
      </Dialog>
    </DraftGate>
  );
}

/** Keeps the words of a doubt; while they stand in the window all the same, they are put back without a question. */
function useDoubtDraft({ interview }: OpenInterview, { kind, text }: TypedDoubt, onType: DmaDialogProps["onType"]) {
  const isWritten = !isBlank(text);
  return useRecordDraft(
    { clientId: interview.clientId, form: `DMA: ${interview.id}`, isWanted: isWritten },
    {
      typed: isWritten
        ? { form: { [ABOUT]: kind ?? "", [IN_WORDS]: text }, before: { [ABOUT]: "", [IN_WORDS]: "" } }
        : null,
      takeBack: ({ form }) => {
        onType({ kind: doubtKindSchema.safeParse(form[ABOUT]).data ?? null, text: form[IN_WORDS] ?? "" });
        return true;
      },
    },
  );
}

/** A doubt that is withdrawn takes its button along; the focus goes on to what can be recorded. */
function useFocusAfterWithdrawal(doubts: readonly Doubt[]) {
  const kinds = useRef<HTMLFieldSetElement>(null);
  const withdrawn = doubts.filter(({ withdrawnAt }) => withdrawnAt !== null).length;
  const before = useRef(withdrawn);
  useEffect(() => {
    if (withdrawn > before.current) kinds.current?.querySelector<HTMLElement>("input:checked")?.focus();
    before.current = withdrawn;
  }, [withdrawn]);
  return kinds;
}

interface RecordedDoubtsProps {
  readonly doubts: readonly Doubt[];
  readonly onWithdraw: (doubt: Doubt) => void;
}

function RecordedDoubts({ doubts, onWithdraw }: RecordedDoubtsProps) {
  if (doubts.length === 0) return <p className="quiet">No doubt is recorded in this interview.</p>;
  return (
    <ul className="doubts" aria-label="Doubts of this interview">
      {doubts.map((doubt) => (
        <li key={doubt.id} className={doubt.withdrawnAt ? "withdrawn" : undefined}>
          <Icon name={doubt.withdrawnAt ? "cross" : "warn"} />
          <div className="num">
            <b>{KINDS[doubt.kind]}</b>
            <span className="cap dim">
              Recorded {formatTime(doubt.recordedAt)} by {doubt.recordedBy}
              {doubt.withdrawnAt && `, withdrawn ${formatTime(doubt.withdrawnAt)}`}
            </span>
            {doubt.text && <p className="written">{doubt.text}</p>}
          </div>
          {!doubt.withdrawnAt && (
            <ActionButton
              name="Withdraw"
              fullName={`Withdraw: ${KINDS[doubt.kind]}, recorded ${formatTime(doubt.recordedAt)}`}
              small
              onPress={() => onWithdraw(doubt)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The two things that can be done with doubts while the interview is open, and why the last one was refused. */
function useDoubts({ interview: { clientId } }: OpenInterview) {
  const [error, setError] = useState<AppError | null>(null);
  const recording = useAsk("record-doubt");
  const withdrawing = useAsk("withdraw-doubt");
  const isBusy = recording.isPending || withdrawing.isPending;
  return {
    error,
    record: async (input: RequestInput<"record-doubt">): Promise<boolean> => {
      if (isBusy) return false;
      const answer = await recording.mutateAsync(input);
      setError(answer.ok ? null : answer.error);
      await refreshClient(clientId);
      if (answer.ok) announce(`Recorded. ${KINDS[input.kind]}`);
      return answer.ok;
    },
    withdraw: async ({ id, kind }: Doubt): Promise<void> => {
      if (isBusy) return;
      const answer = await withdrawing.mutateAsync({ doubtId: id });
      setError(answer.ok ? null : answer.error);
      await refreshClient(clientId);
      if (answer.ok) announce(`Withdrawn. ${KINDS[kind]}`);
    },
  };
}
