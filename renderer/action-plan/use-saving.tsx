import { useRef, useState } from "react";
import type { CreationReason, PlanChanges } from "../../shared/action-plan/action-plan.ts";
import { rulesOf } from "../../shared/action-plan/plan-kind-rules.ts";
import { problemsOf, type ShownProblem } from "../../shared/action-plan/shown-plan.ts";
import { afterSave, changesToSave, type WorkingCopy } from "../../shared/action-plan/working-copy.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import { type ClericalEntering, clericalSituation, isInInterview } from "../clerical/entering.ts";
import { ask } from "../requests.ts";
import type { SpellingOutcome } from "../spelling/use-spelling.tsx";
import { announce } from "../ui/live-region.tsx";
import {
  CannotSaveDialog,
  ClockMovedBackDialog,
  CloseItemDialog,
  CreationReasonDialog,
  MessageDialog,
} from "./plan-dialogs.tsx";
import type { AskAdviser } from "./use-dialogs.ts";

/** Why a plan is created outside an interview, as it is recorded (AP-2). */
export interface Creation {
  readonly reason: CreationReason;
  readonly text: string;
}

interface SavingParts {
  readonly window: PlanWindow;
  readonly session: Session;
  readonly clerical: ClericalEntering | undefined;
  readonly latest: { readonly current: WorkingCopy };
  readonly askAdviser: AskAdviser;
  readonly onSaved: (copy: WorkingCopy, window: PlanWindow) => void;
  readonly onGoTo: (problem: ShownProblem) => void;
  /** Goes through unknown words before every other check (AP-6). */
  readonly checkSpelling: (waiting: (isWaiting: boolean) => void) => Promise<SpellingOutcome>;
  /** Sends no draft meanwhile: one that came after the save would keep what is saved already. */
  readonly holdDraftDuring: <T>(work: () => Promise<T>) => Promise<T>;
  /** Leads on when the plan was saved elsewhere since it was opened here. */
  readonly onSavedElsewhere: () => Promise<void>;
}

/** Save: the spelling first, then every validation, then what has to be asked, then the request; true once all of it is saved. */
export function useSaving(parts: SavingParts) {
  const [isSaving, setIsSaving] = useState(false);
  const [refused, setRefused] = useState<readonly ShownProblem[]>([]);
  const spelling = useRef<SpellingOutcome>("unchecked");

  const refuse = async (problems: readonly ShownProblem[]) => {
    setRefused(problems);
    const chosen = await parts.askAdviser<ShownProblem | null>((answer) => (
      <CannotSaveDialog problems={problems} isSpellingChecked={spelling.current === "checked"} onAnswer={answer} />
    ));
    if (chosen) parts.onGoTo(chosen);
    return false;
  };

  const askReason = () => parts.askAdviser<Creation | null>((answer) => <CreationReasonDialog onAnswer={answer} />);

  const send = async (copy: WorkingCopy, sent: Sent): Promise<boolean> => {
    setIsSaving(true);
    const answer = await parts.holdDraftDuring(async () => {
      const saved = await ask("save-plan", {
        clientId: parts.window.client.id,
        kind: parts.window.kind,
        planVersion: copy.plan?.version ?? null,
        ...sent,
        ...(parts.clerical ? { clerical: parts.clerical.save } : {}),
      });
      setIsSaving(false);
      if (saved.ok && saved.value.plan) parts.onSaved(afterSave(copy, saved.value.plan), saved.value);
      return saved;
    });
    if (!answer.ok) return dealWith(answer.error, copy, sent);
    setRefused([]);
    announce("Saved");
    return true;
  };

  const dealWith = async (error: AppError, copy: WorkingCopy, sent: Sent): Promise<boolean> => {
    if (error.code === "cannot-save") return refuse(error.problems);
    if (error.code === "clock-moved-back") {
      const goesOn = await parts.askAdviser<boolean>((answer) => (
        <ClockMovedBackDialog error={error} onAnswer={answer} />
      ));
      return goesOn && send(copy, { ...sent, isClockConfirmed: true });
    }
    if (error.code === "creation-reason-needed") {
      const creation = await askReason();
      return creation !== null && send(copy, { ...sent, creation });
    }
    if (error.code === "plan-changed") {
      await parts.onSavedElsewhere();
      return false;
    }
    await parts.askAdviser<void>((answer) => <MessageDialog message={errorMessage(error)} onAnswer={answer} />);
    return false;
  };

  const save = async (): Promise<boolean> => {
    spelling.current = await parts.checkSpelling(setIsSaving);
    if (spelling.current === "stopped") return false;
    const copy = parts.latest.current;
    const problems = problemsOf(copy, situationOf(parts));
    if (problems.length > 0) return refuse(problems);
    const changes = changesToSave(copy);
    const closures = closuresIn(changes);
    const closes =
      closures === 0 ||
      (await parts.askAdviser<boolean>((answer) => <CloseItemDialog count={closures} onAnswer={answer} />));
    if (!closes) return false;
    const isAsked = rulesOf(parts.window.kind).asksWhyCreated;
    const needsReason = isAsked && copy.plan === null && parts.window.openInterview === null && !parts.clerical;
    const creation = needsReason ? await askReason() : null;
    if (needsReason && !creation) return false;
    return send(copy, { changes, creation, isClockConfirmed: false });
  };

  return { save, isSaving, refused, forget: () => setRefused([]) };
}

interface Sent {
  readonly changes: PlanChanges;
  readonly creation: Creation | null;
  readonly isClockConfirmed: boolean;
}

/** What the rules need to know of this window besides what was written. */
export function situationOf({ window, session, clerical }: Pick<SavingParts, "window" | "session" | "clerical">) {
  return {
    kind: window.kind,
    ownReviewIds: window.ownReviewIds,
    today: session.today,
    policy: session.policy,
    interviews: window.interviews,
    isInterviewOpen: isInInterview(clerical, window.openInterview !== null),
    clerical: clericalSituation(clerical),
  };
}

function closuresIn({ newItems, amendedItems }: PlanChanges): number {
  return [...newItems, ...amendedItems].filter(({ dateClosed }) => dateClosed).length;
}
