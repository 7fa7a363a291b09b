import { type ReactNode, useMemo } from "react";
import type { OpenInterview } from "../../shared/contract.ts";
import { formatTime } from "../../shared/dates.ts";
import type { Attendance } from "../../shared/interview/interview.ts";
import { useMinutesSince, useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Icon } from "../ui/icons.tsx";
import { InterviewPartsContext } from "../ui/window-frame.tsx";
import { EndDialog } from "./end-dialogs.tsx";
import { useEndInterview } from "./use-end-interview.ts";

/** The client whose windows carry the bar, with the interview that is open. */
export interface InterviewedClient {
  readonly id: string;
  readonly name: string;
  readonly openInterview: OpenInterview | null;
}

/** What the bar and its dialogs can lead to. */
export interface InterviewActs {
  /** Settles unsaved work; false when the adviser would rather stay. */
  readonly mayLeave: () => Promise<boolean>;
  readonly onPrint: () => void;
  /** Absent where the Action Plan window is the one that is shown. */
  readonly onOpenPlan?: (() => void) | undefined;
}

interface InterviewPartsProps extends InterviewActs {
  readonly client: InterviewedClient | null;
  readonly children: ReactNode;
}

/** Gives every window inside it the bar of the client's open interview, and shows what End has to say. */
export function InterviewParts({ client, children, ...acts }: InterviewPartsProps) {
  const open = client?.openInterview ?? null;
  const { interviewKinds } = useSession();
  const ending = useEndInterview(client, acts.mayLeave);
  const kindName = interviewKinds.find(({ code }) => code === open?.interview.kind)?.name ?? open?.interview.kind ?? "";
  const parts = useMemo(
    () =>
      open && {
        bar: <InterviewBar open={open} kindName={kindName} isEnding={ending.isEnding} onEnd={ending.end} />,
        status: `${kindName} from ${formatTime(open.interview.startedAt)}`,
      },
    [open, kindName, ending.isEnding, ending.end],
  );
  return (
    <InterviewPartsContext value={parts}>
      {children}
      {ending.question && client && (
        <EndDialog question={ending.question} kindName={kindName} onAnswer={ending.answer} {...acts} />
      )}
    </InterviewPartsContext>
  );
}

const ATTENDANCE: Readonly<Record<Attendance, string>> = { present: "Customer present", telephone: "By telephone" };

interface InterviewBarProps {
  readonly open: OpenInterview;
  readonly kindName: string;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

/** The dark band that says which interview is open, what it still asks, and ends it. */
function InterviewBar({ open, kindName, isEnding, onEnd }: InterviewBarProps) {
  const { interview, progress } = open;
  const minutes = useMinutesSince(interview.startedAt);
  const without = progress.openItemsWithoutReview;
  return (
    <section className="interview" aria-label="Interview">
      <span className="kind">{kindName}</span>
      <span className="facts num">
        <span>{ATTENDANCE[interview.attendance]}</span>
        <span>Started {formatTime(interview.startedAt)}</span>
        <span>{minutes} min</span>
      </span>
      <span className="asks">
        {without > 0 && (
          <span className="without num">
            {without === 1 ? "1 open item without review" : `${without} open items without review`}
          </span>
        )}
        {progress.asks === "none" ? (
          <span className="before">Nothing is asked before End</span>
        ) : (
          <>
            <span className="before">Before End:</span>
            <span className="asked">
              <Asked name="Plan saved" isDone={progress.planSavedAt !== null} />{" "}
              <Asked name="Printed" isDone={progress.printedAt !== null} />
            </span>
          </>
        )}
      </span>
      <span className="acts">
        <ActionButton
          name="End"
          fullName="End the interview"
          off={isEnding ? "The interview is being ended" : undefined}
          onPress={onEnd}
        />
      </span>
    </section>
  );
}

function Asked({ name, isDone }: { readonly name: string; readonly isDone: boolean }) {
  return (
    <span className={isDone ? "ask done" : "ask todo"}>
      {name} <span className="sr">{isDone ? "✓" : "✗"}</span>
      <Icon name={isDone ? "check" : "cross"} />
    </span>
  );
}
