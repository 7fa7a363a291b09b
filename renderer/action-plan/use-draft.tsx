import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Plan } from "../../shared/action-plan/action-plan.ts";
import { partsOf, rebase } from "../../shared/action-plan/conflict.ts";
import { continueDraft, type Draft, type DraftContent, draftOf } from "../../shared/action-plan/draft.ts";
import { canCloseNow } from "../../shared/action-plan/plan-kind-rules.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import { errorMessage } from "../../shared/messages.ts";
import { type ClericalEntering, isInInterview } from "../clerical/entering.ts";
import { ask } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import type { CopyStore } from "./copy-store.ts";
import { ClosingsTakenOutDialog, DraftKeptDialog } from "./draft-dialogs.tsx";
import { MessageDialog } from "./plan-dialogs.tsx";
import type { AskAdviser } from "./use-dialogs.ts";
import { type KeptDraft, useKeptDraft } from "./use-kept-draft.ts";

interface DraftParts {
  readonly window: PlanWindow;
  readonly clerical: ClericalEntering | undefined;
  readonly session: Session;
  readonly store: CopyStore;
  readonly askAdviser: AskAdviser;
  /** True where the adviser asked for the draft itself: nothing more is asked then. */
  readonly isDraftWanted: boolean;
  readonly onFresh: (window: PlanWindow) => void;
  readonly onClose: () => void;
}

/** The draft of this window: offered as it opens, kept while it is written, and told apart from a newer plan. */
export function useDraft(parts: DraftParts) {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const kept = useKeptDraft(parts);
  const { draft } = parts.window;
  const [isOffering, setIsOffering] = useState(draft !== null);
  // Before the window is seen: nothing is typed beside a draft that is still to be decided on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the window opens
  useLayoutEffect(() => {
    if (draft) void offer(draft, () => latest.current, kept).finally(() => setIsOffering(false));
  }, []);
  return {
    isOffering,
    unsavedWords: kept.unsavedWords,
    keepNow: kept.keeper.flush,
    holdDuring: kept.keeper.holdDuring,
    decideOnNewer: () => decideOnNewer(latest.current),
  };
}

/** Asks what becomes of a draft; `now` is the window as it is by then, since the answer may take its time. */
async function offer(draft: Draft, now: () => DraftParts, kept: KeptDraft): Promise<void> {
  const { askAdviser, isDraftWanted, session } = now();
  const isContinued =
    isDraftWanted ||
    (await askAdviser<boolean>((answer) => (
      <DraftKeptDialog keptAt={draft.keptAt} today={session.today} onAnswer={answer} />
    )));
  if (isContinued) return goOn(draft, now(), kept);
  kept.goesOnWith(draft);
  kept.keeper.noteChange();
  await kept.keeper.flush();
}

async function goOn(draft: Draft, parts: DraftParts, kept: KeptDraft): Promise<void> {
  const { window, clerical, store, askAdviser, onClose } = parts;
  const { plan, openInterview } = window;
  const { content, copy, closingsTakenOut } = continueDraft(
    draft,
    plan,
    canCloseNow(window.kind, isInInterview(clerical, openInterview !== null)),
  );
  // Only from then on does the draft in the store go with what stands in the window.
  const takeOver = () => kept.goesOnWith(draft);
  if (copy) {
    takeOver();
    store.change(() => copy);
  } else if (!(await decide(content, plan, parts, takeOver))) return onClose();
  if (closingsTakenOut > 0) {
    await askAdviser<void>((answer) => <ClosingsTakenOutDialog count={closingsTakenOut} onAnswer={answer} />);
  }
}

/** After Save found that the plan was saved elsewhere: both versions, with what was written still in the window. */
async function decideOnNewer(parts: DraftParts): Promise<void> {
  const { window, store, askAdviser, onFresh } = parts;
  const fresh = await ask("open-plan", { clientId: window.client.id, kind: window.kind });
  if (!fresh.ok) {
    const message = errorMessage(fresh.error);
    return askAdviser<void>((answer) => <MessageDialog message={message} onAnswer={answer} />);
  }
  onFresh(fresh.value);
  const content = draftOf(store.current);
  if (content) await decide(content, fresh.value.plan, parts);
}

/** Has each part decided on and puts the chosen ones on the newest version; false where it is put off. */
async function decide(
  content: DraftContent,
  plan: Plan | null,
  { store, askAdviser }: DraftParts,
  onDecided?: () => void,
): Promise<boolean> {
  const isOpen = partsOf(content, plan).length > 0;
  const chosen = isOpen
    ? await askAdviser<ReadonlySet<string> | null>((answer) => (
        <ConflictDialog content={content} plan={plan} onAnswer={answer} />
      ))
    : new Set<string>();
  if (!chosen) return false;
  onDecided?.();
  store.change(() => rebase(content, plan, chosen));
  announce(isOpen ? "What you chose is on the plan, unsaved" : "All that you wrote is saved already");
  return true;
}
