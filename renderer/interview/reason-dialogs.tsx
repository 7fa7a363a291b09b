import { useId, useState } from "react";
import type { OpenInterview } from "../../shared/contract.ts";
import { formatMoment } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Interview } from "../../shared/interview/interview.ts";
import { errorMessage } from "../../shared/messages.ts";
import { isBlank } from "../../shared/text.ts";
import { DraftGate } from "../client-record/draft-gate.tsx";
import { useRecordDraft } from "../client-record/use-record-draft.ts";
import { Refusal } from "../entry/refusal.tsx";
import { refreshClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { TextBox } from "../ui/text-box.tsx";

interface ReasonBoxProps {
  readonly id: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (reason: string) => void;
}

function ReasonBox(props: ReasonBoxProps) {
  const { policy } = useSession();
  return (
    <div className="form-row">
      <TextBox label="Reason" caption="Reason" limit={policy.noteCharacters} {...props} />
    </div>
  );
}

interface CancelInterviewProps {
  readonly open: OpenInterview;
  readonly onClose: () => void;
}

/** Takes back an interview that was started by mistake, with the reason, while nothing has been recorded in it. */
export function CancelInterview({ open, onClose }: CancelInterviewProps) {
  const id = useId();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<AppError | null>(null);
  const cancelling = useAsk("cancel-interview");
  const { id: interviewId, clientId } = open.interview;
  const draft = useRecordDraft(
    { clientId, form: `Cancel interview: ${interviewId}` },
    {
      typed: isBlank(reason) ? null : { form: { Reason: reason }, before: { Reason: "" } },
      takeBack: ({ form }) => {
        setReason(form.Reason ?? "");
        return true;
      },
    },
  );
  const leave = () => void draft.settle().then(onClose);
  const cancel = async () => {
    if (cancelling.isPending) return;
    const answer = await cancelling.mutateAsync({ interviewId, reason, savedDraft: draft.saved() });
    if (!answer.ok) {
      setError(answer.error);
      return document.getElementById(id)?.focus();
    }
    announce("The interview was cancelled");
    await draft.settle();
    await refreshClient(clientId);
    onClose();
  };
  return (
    <DraftGate draft={draft}>
      <Dialog
        title="Cancel interview"
        note={isBlank(reason) ? undefined : draft.unsavedWords}
        onClose={leave}
        actions={[
          { name: "Cancel interview", onPress: () => void cancel() },
          { name: "Back", onPress: leave },
        ]}
      >
        <p>
          An interview that was started by mistake is taken back while nothing has been recorded in it. It stays listed
          as cancelled; its appointment is booked again.
        </p>
        <ReasonBox
          id={id}
          value={reason}
          problem={error?.code === "text-refused" ? errorMessage(error).text : undefined}
          onChange={setReason}
        />
        {error && error.code !== "text-refused" && <Refusal error={error} />}
      </Dialog>
    </DraftGate>
  );
}

interface LeftOpenProps {
  readonly interview: Pick<Interview, "adviserId" | "adviserName" | "startedAt">;
  /** The reason to end it with; without one, one's own ends as any other does. Null to leave it open. */
  readonly onAnswer: (answer: { readonly reason?: string } | null) => void;
}

/** End of an interview that was left open overnight or by another adviser: it asks for the reason. */
export function LeftOpen({ interview, onAnswer }: LeftOpenProps) {
  const { adviser } = useSession();
  const id = useId();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  const isOwn = interview.adviserId === adviser.id;
  const end = () => {
    if (!isBlank(reason)) return onAnswer({ reason });
    if (isOwn) return onAnswer({});
    setProblem("Say why you are ending it");
    document.getElementById(id)?.focus();
  };
  return (
    <Dialog
      title="Interview left open"
      onClose={() => onAnswer(null)}
      actions={[
        { name: "End interview", isMain: true, onPress: end },
        { name: "Back", onPress: () => onAnswer(null) },
      ]}
    >
      <p>
        {isOwn ? "You" : interview.adviserName} started this interview on {formatMoment(interview.startedAt)}. It has to
        be ended before another one starts.
      </p>
      <p>
        {isOwn
          ? "With a reason it ends now. Without one it asks for the Action Plan as always."
          : "Say why you are ending it. Nothing more is asked of the Action Plan."}
      </p>
      <ReasonBox
        id={id}
        value={reason}
        problem={problem}
        onChange={(next) => {
          setReason(next);
          setProblem(undefined);
        }}
      />
    </Dialog>
  );
}
