import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from "react";
import type { CloseNote } from "../../shared/client-record/conversation.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import { countCharacters, isBlank } from "../../shared/text.ts";
import { ChallengeList } from "./challenge-list.tsx";
import { CoachPanel } from "./coach-panel.tsx";
import { CloseNotes, NextInterview, ThisItem, ToClose } from "./side-panel-sections.tsx";
import type { PlanEditorState } from "./use-plan-editor.tsx";
import type { ShownPlan } from "./use-shown-plan.ts";
import type { SidePanelState } from "./use-side-panel.tsx";

interface SidePanelProps {
  readonly window: PlanWindow;
  readonly session: Session;
  readonly editor: PlanEditorState;
  readonly shown: ShownPlan;
  readonly panel: SidePanelState;
}

/** What the panel is about, by which a screen reader finds it. */
const LABELS = {
  list: "Beside the plan",
  "new-item": "SSMART coach",
  amend: "SSMART coach",
  item: "Beside the item",
  "new-review": "Beside the item",
} as const;

/** What LMS never had, at the right of the work; nothing in it is needed to save. */
export function SidePanel(props: SidePanelProps) {
  const { editor, panel } = props;
  const rail = useRef<HTMLElement>(null);
  const { isDrawer, close, dismiss } = panel;
  useEffect(() => {
    // A drawer lies over the work, so whoever called for it goes on inside.
    if (isDrawer) rail.current?.querySelector<HTMLElement>("button")?.focus();
  }, [isDrawer]);
  if (!panel.isShown) return null;
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isDrawer) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const blur = ({ relatedTarget }: FocusEvent) => {
    if (isDrawer && relatedTarget instanceof Element && relatedTarget.closest(".halves")) dismiss();
  };
  return (
    <section
      ref={rail}
      className={isDrawer ? "rail drawer" : "rail"}
      aria-label={LABELS[editor.copy.mode]}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      onKeyDown={keyDown}
      onBlur={blur}
    >
      {isDrawer && (
        <p className="drawer-close">
          <button type="button" className="btn small" onClick={close}>
            Close panel
          </button>
        </p>
      )}
      <Content {...props} />
    </section>
  );
}

function Content({ window, session, editor, shown, panel }: SidePanelProps) {
  const { copy } = editor;
  const notes = window.openInterview?.closeNotes ?? [];
  const { item } = shown;
  if (copy.mode === "list" || !item) {
    return (
      <>
        <NextInterview window={window} session={session} />
        <CloseNotes notes={notes} />
        <ChallengeList items={shown.items} filter={panel.filter} onChoose={panel.chooseChallenge} />
      </>
    );
  }
  if (copy.mode === "new-item" || copy.mode === "amend") {
    return (
      <CoachPanel
        key={item.id}
        item={item}
        context={panel.coachContext}
        isOn={panel.isCoachOn}
        onTurn={panel.turnCoach}
        onExamples={copy.mode === "new-item" && isBlank(item.text) ? panel.openExamples : undefined}
      />
    );
  }
  const facts = { item, reviews: shown.reviews, session };
  const mayUse = ({ text }: CloseNote) =>
    editor.reasons.NRev === undefined && countCharacters(text) <= session.policy.reviewCharacters;
  return (
    <>
      <ThisItem {...facts} />
      <CloseNotes notes={notes.filter(({ itemId }) => itemId === item.id)} mayUse={mayUse} onUse={panel.reviewWith} />
      <ToClose {...facts} isInterviewOpen={window.openInterview !== null} />
    </>
  );
}
