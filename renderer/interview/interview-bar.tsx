import { type ReactNode, useMemo } from "react";
import type { ActionItem } from "../../shared/action-plan/action-plan.ts";
import type { OpenInterview } from "../../shared/contract.ts";
import { formatTime } from "../../shared/dates.ts";
import type { Attendance } from "../../shared/interview/interview.ts";
import { itemsWithoutReview } from "../../shared/interview/items-without-review.ts";
import type { LeaveGuard } from "../leave-guard.ts";
import { useMinutesSince, useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Icon } from "../ui/icons.tsx";
import { InterviewPartsContext } from "../ui/window-frame.tsx";
import { NOTES_FULL_NAME, useCloseNotes } from "./close-notes.tsx";
import { DMA_FULL_NAME, useDmaDialog } from "./dma-dialog.tsx";
import { EndDialog } from "./end-dialogs.tsx";
import { type InterviewCommand, useInterviewCommands } from "./interview-commands.tsx";
import { RegisterPlanLinkContext, usePlanRoute } from "./plan-link.ts";
import { useEndInterview } from "./use-end-interview.ts";
import { WithoutReview } from "./without-review.tsx";

/** The client whose windows carry the bar, with the interview that is open. */
export interface InterviewedClient {
  readonly id: string;
  readonly name: string;
  readonly openInterview: OpenInterview | null;
  /** The Action Items of the client's plan. */
  readonly items: readonly ActionItem[];
}

/** What the bar and its dialogs can lead to. */
export interface InterviewActs {
  /** Answers for the unsaved work of the window that is shown. */
  readonly guard: LeaveGuard;
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
  const ending = useEndInterview(client, acts.guard);
  const dma = useDmaDialog(open);
  const route = usePlanRoute(acts.onOpenPlan);
  const notes = useCloseNotes(open, route.showItem);
  const course = useInterviewCommands(open, { link: route.link, onOpenPlan: acts.onOpenPlan });
  const items = client?.items;
  const kindName = interviewKinds.find(({ code }) => code === open?.interview.kind)?.name ?? open?.interview.kind ?? "";
  const parts = useMemo(
    () =>
      open && {
        bar: (
          <InterviewBar
            open={open}
            kindName={kindName}
            isEnding={ending.isEnding}
            notesToClose={notes.count}
            onNotes={notes.openNotes}
            onDma={dma.openDma}
            onEnd={ending.end}
            commands={course.commands}
            itemsWithoutReview={itemsWithoutReview(items ?? [], open.interview)}
            onShowItem={route.showItem}
          />
        ),
        status: `${kindName} from ${formatTime(open.interview.startedAt)}`,
        commands: [
          { id: "Notes", label: NOTES_FULL_NAME, off: whyNotesAreOff(notes.count), onSelect: notes.openNotes },
          ...course.menuItems,
          { id: "DMA", label: DMA_FULL_NAME, onSelect: dma.openDma },
          { id: "End", label: END_FULL_NAME, off: whyEndIsOff(ending.isEnding), onSelect: ending.end },
        ],
      },
    [
      open,
      kindName,
      ending.isEnding,
      ending.end,
      notes.count,
      notes.openNotes,
      dma.openDma,
      course.commands,
      course.menuItems,
      items,
      route.showItem,
    ],
  );
  return (
    <InterviewPartsContext value={parts}>
      <RegisterPlanLinkContext value={route.register}>{children}</RegisterPlanLinkContext>
      {ending.question && client && (
        <EndDialog
          question={ending.question}
          kindName={kindName}
          clientName={client.name}
          onAnswer={ending.answer}
          {...acts}
        />
      )}
      {dma.dialog}
      {notes.dialog}
      {course.dialog}
    </InterviewPartsContext>
  );
}

const END_FULL_NAME = "End the interview";

function whyNotesAreOff(count: number): string | undefined {
  return count === 0 ? "No note asks for an open item to be closed" : undefined;
}

function whyEndIsOff(isEnding: boolean): string | undefined {
  return isEnding ? "The interview is being ended" : undefined;
}

const ATTENDANCE: Readonly<Record<Attendance, string>> = { present: "Customer present", telephone: "By telephone" };

interface InterviewBarProps {
  readonly open: OpenInterview;
  readonly kindName: string;
  readonly isEnding: boolean;
  readonly notesToClose: number;
  readonly onNotes: () => void;
  readonly onDma: () => void;
  readonly onEnd: () => void;
  readonly commands: readonly InterviewCommand[];
  readonly itemsWithoutReview: readonly ActionItem[];
  readonly onShowItem: (itemId: string) => void;
}

/** The dark band that says which interview is open, what it still asks, and ends it. */
function InterviewBar({ open, kindName, isEnding, notesToClose, onNotes, onDma, onEnd, ...course }: InterviewBarProps) {
  const { interview, progress } = open;
  const minutes = useMinutesSince(interview.startedAt);
  return (
    <section className="interview" aria-label="Interview">
      <span className="kind">{kindName}</span>
      <span className="facts num">
        <span>{ATTENDANCE[interview.attendance]}</span>
        <span>Started {formatTime(interview.startedAt)}</span>
        <span>{minutes} min</span>
      </span>
      <span className="asks">
        <WithoutReview items={course.itemsWithoutReview} onShowItem={course.onShowItem} />
        {progress.isFailedToParticipate && (
          <span className="ask todo">
            <Icon name="warn" />
            FTP recorded
          </span>
        )}
        {progress.asks === "none" || progress.isFailedToParticipate ? (
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
        {course.commands
          .filter(({ isOnBar }) => isOnBar)
          .map(({ name, fullName, run }) => (
            <ActionButton key={name} name={name} fullName={fullName} onPress={run} />
          ))}
        {notesToClose > 0 && (
          <ActionButton name={`Notes (${notesToClose})`} fullName={NOTES_FULL_NAME} onPress={onNotes} />
        )}
        <ActionButton name="DMA" fullName={DMA_FULL_NAME} onPress={onDma} />
        <ActionButton name="End" fullName={END_FULL_NAME} off={whyEndIsOff(isEnding)} onPress={onEnd} />
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
