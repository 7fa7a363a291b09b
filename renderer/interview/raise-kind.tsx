import { useId, useState } from "react";
import type { OpenInterview } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { mayRaise } from "../../shared/interview/interview-rules.ts";
import { Refusal } from "../entry/refusal.tsx";
import { refreshClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { SelectField } from "../ui/select-field.tsx";

interface RaiseKindProps {
  readonly open: OpenInterview;
  readonly onClose: () => void;
  /** The plan is asked for from now on. */
  readonly onRaised: () => void;
}

/** Raises the open interview to an enforced kind, as when a referral arises midway (¶17); it is never lowered. */
export function RaiseKind({ open, onClose, onRaised }: RaiseKindProps) {
  const { interviewKinds } = useSession();
  const id = useId();
  const kinds = interviewKinds.filter(({ asks }) => mayRaise(open.progress.asks, asks));
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const [error, setError] = useState<AppError | null>(null);
  const raising = useAsk("raise-interview");
  const kind = kinds.find((candidate) => candidate.code === code);
  const raise = async () => {
    if (raising.isPending) return;
    if (!kind) return setProblem("Choose a kind");
    const { id: interviewId, clientId } = open.interview;
    const answer = await raising.mutateAsync({ interviewId, kind: kind.code });
    if (!answer.ok) return setError(answer.error);
    await refreshClient(clientId);
    announce(`The interview is now: ${kind.name}`);
    onRaised();
  };
  return (
    <Dialog
      title="Raise the kind of interview"
      onClose={onClose}
      actions={[
        { name: "Raise", isMain: true, onPress: () => void raise() },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      <p>From then on the interview ends only once the Action Plan was saved in it, and printed since.</p>
      <div className="form-row">
        <label className="strong" htmlFor={id}>
          New kind of interview
        </label>
        <SelectField
          id={id}
          label="New kind of interview"
          value={code}
          options={kinds.map((option) => ({ value: option.code, name: option.name }))}
          problem={problem}
          onChange={(next) => {
            setCode(next);
            setProblem(undefined);
          }}
        />
      </div>
      <p className="cap quiet">It cannot be lowered again.</p>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}
