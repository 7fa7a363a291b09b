import { useCallback, useMemo, useState } from "react";
import type { OpenInterview } from "../../shared/contract.ts";
import { askedQuestions } from "../../shared/interview/asked-questions.ts";
import type { InterviewKind } from "../../shared/interview/interview.ts";
import { useSession } from "../session.ts";
import type { MenuItem } from "../ui/menu-bar.tsx";
import { ParticipationQuestions } from "./participation-questions.tsx";
import type { PlanLink } from "./plan-link.ts";
import { RaiseKind } from "./raise-kind.tsx";
import { CancelInterview } from "./reason-dialogs.tsx";

/** One command of the open interview: a button of its bar, or only an entry of the menu. */
export interface InterviewCommand {
  readonly name: string;
  readonly fullName: string;
  readonly off?: string | undefined;
  readonly isOnBar: boolean;
  readonly run: () => void;
}

interface InterviewCommandParts {
  readonly link: PlanLink | null;
  readonly onOpenPlan: (() => void) | undefined;
}

interface ShownDialog {
  readonly about: "questions" | "raise" | "cancel";
  /** The interview as it was then: what is typed outlives its end elsewhere. */
  readonly open: OpenInterview;
}

/** What can be done in an open interview besides DMA and End, and the dialog that is shown for it. */
export function useInterviewCommands(open: OpenInterview | null, { link, onOpenPlan }: InterviewCommandParts) {
  const { interviewKinds } = useSession();
  const [shown, setShown] = useState<ShownDialog | null>(null);
  const close = useCallback(() => setShown(null), []);
  const commands = useMemo(() => (open ? commandsOf(open, interviewKinds, setShown) : []), [open, interviewKinds]);
  const menuItems = useMemo(() => commands.map(menuItemOf), [commands]);
  const dialog = shown && (
    <CourseDialog
      about={shown.about}
      opened={shown.open}
      current={open?.interview.id === shown.open.interview.id ? open : shown.open}
      link={link}
      onOpenPlan={onOpenPlan}
      onClose={close}
    />
  );
  return { commands, menuItems, dialog };
}

interface CourseDialogProps extends InterviewCommandParts {
  readonly about: ShownDialog["about"];
  /** The interview as it was when the dialog opened, and as it is. */
  readonly opened: OpenInterview;
  readonly current: OpenInterview;
  readonly onClose: () => void;
}

function CourseDialog({ about, opened, current, link, onOpenPlan, onClose }: CourseDialogProps) {
  switch (about) {
    case "questions":
      return <ParticipationQuestions open={opened} link={link} onOpenPlan={onOpenPlan} onClose={onClose} />;
    case "raise": {
      const onRaised = () => {
        onClose();
        onOpenPlan?.();
      };
      return <RaiseKind open={current} onClose={onClose} onRaised={onRaised} />;
    }
    case "cancel":
      return <CancelInterview open={current} onClose={onClose} />;
  }
}

function commandsOf(
  open: OpenInterview,
  kinds: readonly InterviewKind[],
  show: (dialog: ShownDialog) => void,
): readonly InterviewCommand[] {
  const hasQuestions = askedQuestions(kinds, open.interview.kind, open.answers).length > 0;
  return [
    {
      name: "Questions",
      fullName: "Participation questions",
      off: hasQuestions ? undefined : "This kind of interview has no participation questions",
      isOnBar: hasQuestions,
      run: () => show({ about: "questions", open }),
    },
    {
      name: "Raise kind…",
      fullName: "Raise the kind of interview",
      off: open.progress.asks === "enforced" ? "This interview asks for the Action Plan already" : undefined,
      isOnBar: open.progress.asks !== "enforced",
      run: () => show({ about: "raise", open }),
    },
    {
      name: "Cancel interview",
      fullName: "Cancel interview",
      isOnBar: false,
      run: () => show({ about: "cancel", open }),
    },
  ];
}

function menuItemOf({ name, fullName, off, run }: InterviewCommand): MenuItem {
  return { id: name, label: fullName, off, onSelect: run };
}
