import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  type ChallengeFilter,
  type FilteredItems,
  filterInWords,
  filterItems,
} from "../../shared/action-plan/challenge-filter.ts";
import type { Challenge } from "../../shared/action-plan/challenges.ts";
import { type ItemExample, withExample } from "../../shared/action-plan/examples.ts";
import type { ShownItem } from "../../shared/action-plan/shown-plan.ts";
import { newItemOf, setReviewText, startReview } from "../../shared/action-plan/working-copy.ts";
import type { CloseNote } from "../../shared/client-record/conversation.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import type { Preferences } from "../../shared/preferences.ts";
import { isBlank } from "../../shared/text.ts";
import { announce } from "../ui/live-region.tsx";
import type { Menu, MenuItem } from "../ui/menu-bar.tsx";
import { usePreferences } from "../use-preferences.ts";
import { CHALLENGE_LIST_ID } from "./challenge-list.tsx";
import { ExamplesDialog } from "./examples-dialog.tsx";
import { fieldId } from "./field-ids.ts";
import { useKindWords } from "./kind-words-context.ts";
import { useDialogs } from "./use-dialogs.ts";
import { type FocusAfter, useFocusAfter } from "./use-focus-after.ts";
import type { PlanEditorState } from "./use-plan-editor.tsx";
import type { ShownPlan } from "./use-shown-plan.ts";

interface SidePanelParts {
  readonly window: PlanWindow;
  readonly session: Session;
  readonly editor: PlanEditorState;
  readonly shown: ShownPlan;
}

/** Where the focus goes when the button that had it is gone. */
const SELECTED_ROW = '.upper [role="grid"] [aria-selected="true"]';
const FIRST_BUTTON = ".toolbar button";

/** What the side panel knows and does: whether it is shown, the coach, the filter by challenge, the examples. */
export function useSidePanel({ window, session, editor, shown }: SidePanelParts) {
  const [preferences, prefer] = usePreferences();
  const focusAfter = useFocusAfter();
  const shownPanel = useShownPanel(preferences, prefer, focusAfter);
  const filter = useChallengeFilter(shown.items, editor, focusAfter);
  const examples = useExamples({ window, session, editor, shown }, () => {
    shownPanel.dismiss();
    focusAfter(`#${fieldId("Action Item")}`);
  });
  const { isCoachOn } = preferences;
  const turnCoach = (isOn: boolean) => {
    prefer({ isCoachOn: isOn });
    announce(isOn ? "SSMART coach is on" : "SSMART coach is off");
  };
  const reviewWith = ({ text }: CloseNote) => {
    editor.store.change((copy) => setReviewText(startReview(copy), text));
    shownPanel.dismiss();
    focusAfter(`#${fieldId("Review")}`);
  };
  const showChallenges = () => {
    if (!shownPanel.isShown) shownPanel.open();
    focusAfter(`[aria-labelledby="${CHALLENGE_LIST_ID}"] [aria-pressed="true"]`);
  };
  const commands = panelCommands({
    ...{ shownPanel, examples, isCoachOn, turnCoach, showChallenges },
    isList: editor.copy.mode === "list",
    hasChallenges: window.kind === "lms",
  });
  return {
    ...shownPanel,
    ...filter,
    ...{ isCoachOn, turnCoach, reviewWith, openExamples: examples.open, dialog: examples.dialog },
    coachContext: useCoachContext(window),
    /** The window's menus with the panel's commands at their ends. */
    withCommands: (menus: readonly Menu[]): Menu[] =>
      menus.map((menu) => ({
        ...menu,
        items: [...menu.items, ...commands.filter((item) => item.menu === menu.label)],
      })),
  };
}

export type SidePanelState = ReturnType<typeof useSidePanel>;

interface PanelCommandParts {
  readonly shownPanel: ReturnType<typeof useShownPanel>;
  readonly examples: ReturnType<typeof useExamples>;
  readonly isCoachOn: boolean;
  readonly turnCoach: (isOn: boolean) => void;
  readonly showChallenges: () => void;
  readonly isList: boolean;
  /** The panel has the list of challenges. */
  readonly hasChallenges: boolean;
}

/** The panel's commands, each with the menu at whose end it stands. */
function panelCommands(parts: PanelCommandParts) {
  const { shownPanel, examples, isCoachOn, turnCoach, showChallenges, isList, hasChallenges } = parts;
  const { isShown, open, close } = shownPanel;
  const commands: readonly (MenuItem & { readonly menu: string })[] = [
    { menu: "Function", id: "examples", label: "Examples…", off: examples.off, onSelect: examples.open },
    {
      menu: "Function",
      id: "coach",
      label: isCoachOn ? "Turn SSMART coach off" : "Turn SSMART coach on",
      onSelect: () => turnCoach(!isCoachOn),
    },
    {
      menu: "Page",
      id: "side-panel",
      label: isShown ? "Close side panel" : "Open side panel",
      onSelect: isShown ? close : open,
    },
  ];
  const challenges = {
    menu: "Page",
    id: "challenges",
    label: "Show by challenge",
    off: isList ? undefined : "the list of Action Items is not shown: choose History.",
    onSelect: showChallenges,
  };
  return hasChallenges ? [...commands, challenges] : commands;
}

/** Whether the panel is shown: as the adviser likes it, or in a narrow window only while it is called for. */
function useShownPanel(
  preferences: Preferences,
  prefer: (chosen: Partial<Preferences>) => void,
  focusAfter: FocusAfter,
) {
  const isNarrow = useNarrowWindow();
  const [isCalled, setCalled] = useState(false);
  const show = (isOpen: boolean) => {
    if (isNarrow) setCalled(isOpen);
    else prefer({ isSidePanelOpen: isOpen });
    announce(isOpen ? "Side panel opened" : "Side panel closed");
  };
  const isShown = isNarrow ? isCalled : preferences.isSidePanelOpen;
  return {
    /** Takes a drawer from over the work, as the focus goes there. */
    dismiss: () => setCalled(false),
    isShown,
    isDrawer: isNarrow && isCalled,
    open: () => show(true),
    close: () => {
      show(false);
      if (isNarrow) focusAfter(".upper [tabindex='0'], .upper textarea", "main");
    },
  };
}

/** Below so many rem the panel lies over the work instead of beside it. */
const NARROW_REM = 56;

function isWindowNarrow(): boolean {
  return window.innerWidth <= NARROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function useNarrowWindow(): boolean {
  const [isNarrow, setNarrow] = useState(isWindowNarrow);
  useEffect(() => {
    const measure = () => setNarrow(isWindowNarrow());
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  return isNarrow;
}

function useChallengeFilter(items: readonly ShownItem[], { copy, store }: PlanEditorState, focusAfter: FocusAfter) {
  const [filter, setFilter] = useState<ChallengeFilter | null>(null);
  const { itemId } = copy;
  const listed: FilteredItems = useMemo(() => filterItems(items, filter, itemId), [items, filter, itemId]);
  const latestItems = useRef(items);
  useEffect(() => {
    latestItems.current = items;
  });
  // The same functions always, so that the list and the panel are drawn again only for what they show.
  const chooseChallenge = useCallback(
    (challenge: Challenge | null) => {
      const selectedId = store.current.itemId;
      const next = challenge && { challenge, keptId: selectedId };
      setFilter(next);
      announce(filterInWords(next, filterItems(latestItems.current, next, selectedId)));
    },
    [store],
  );
  const showAll = useCallback(() => {
    chooseChallenge(null);
    focusAfter(SELECTED_ROW, FIRST_BUTTON);
  }, [chooseChallenge, focusAfter]);
  return {
    filter,
    listed,
    chooseChallenge,
    showAll,
    /** What the filter shows; undefined while it shows everything. */
    filterWords: filter ? filterInWords(filter, listed) : undefined,
  };
}

function useExamples({ window, session, editor }: SidePanelParts, onFilled: () => void) {
  const { dialog, askAdviser } = useDialogs();
  const { store } = editor;
  const words = useKindWords();
  const off =
    editor.copy.mode === "new-item" ? undefined : `an example begins a new ${words.item}: choose NActItm first.`;
  const open = async () => {
    const { today, policy } = session;
    const situation = { today, policy, nextAppointment: window.nextAppointment?.date ?? null };
    const isTextWritten = !isBlank(newItemOf(store.current)?.text);
    const chosen = await askAdviser<ItemExample | null>((answer) => (
      <ExamplesDialog situation={situation} isTextWritten={isTextWritten} onAnswer={answer} />
    ));
    if (!chosen) return;
    store.change((copy) => withExample(copy, chosen, situation));
    announce(`Example put into the ${words.item}`);
    onFilled();
  };
  return { off, dialog, open: () => void open() };
}

function useCoachContext({ client, nextAppointment }: PlanWindow) {
  const { adviser, meeting } = useKindWords();
  const clientName = client.forenames.trim().split(/\s+/)[0] ?? "";
  const date = nextAppointment?.date ?? null;
  return useMemo(() => ({ clientName, nextAppointment: date, adviser, meeting }), [clientName, date, adviser, meeting]);
}
