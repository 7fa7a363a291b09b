import { useMemo } from "react";
import { closingReason, earliestDateClosed, latestTargetDate } from "../../shared/action-plan/item-rules.ts";
import type { DateFieldName } from "../../shared/action-plan/working-copy.ts";
import { isUnsaved, reviewCountOf, type WorkingCopy } from "../../shared/action-plan/working-copy.ts";
import type { RecordWindow } from "../../shared/client-record/pulled-change.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import { formatDate } from "../../shared/dates.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import { daysOf, isInInterview, useHappenedOn } from "../clerical/entering.ts";
import { JetsPanel } from "../jets/jets-panel.tsx";
import { Splitter } from "../ui/splitter.tsx";
import type { DateLimits } from "./item-fields.tsx";
import { ItemHalf } from "./item-half.tsx";
import { useKindWords } from "./kind-words-context.ts";
import { ListHalf } from "./list-half.tsx";
import { savedItemId } from "./saved-item.ts";
import { SidePanel } from "./side-panel.tsx";
import { TabPanels } from "./tab-panels.tsx";
import type { PlanEditorState } from "./use-plan-editor.tsx";
import type { ShownPlan } from "./use-shown-plan.ts";
import type { SidePanelState } from "./use-side-panel.tsx";
import { useUpperShare } from "./use-upper-share.ts";

interface PlanHalvesProps {
  readonly window: PlanWindow;
  /** The terms of the contract that the plan is under; undefined where it is under none. */
  readonly terms: ContractTerms | undefined;
  readonly session: Session;
  readonly editor: PlanEditorState;
  readonly shown: ShownPlan;
  readonly panel: SidePanelState;
  /** Opens the window of the client record where details are changed. */
  readonly onOpenSource: (window: RecordWindow) => void;
}

/** The work: the plan's items above, the tabs below, the divider between them. */
export function PlanHalves(props: PlanHalvesProps) {
  const { window, terms, session, editor, shown, onOpenSource } = props;
  const { copy, tab, setTab, problems, write } = editor;
  const share = useUpperShare();
  const itemId = savedItemId(window, copy);
  const hasUnsaved = isUnsaved(copy);
  // The tabs are drawn again only where something on them has changed.
  const ownTab = useMemo(
    () =>
      terms && { words: terms.words.tab, panel: <JetsPanel {...{ window, terms, itemId }} isUnsaved={hasUnsaved} /> },
    [window, terms, itemId, hasUnsaved],
  );
  const { item, items } = useKindWords();
  const name = { list: items, "new-item": `New ${item}` }[copy.mode as string] ?? item;
  return (
    <div className="work" inert={editor.isSaving}>
      <div className="halves">
        <section
          className={`upper ${copy.mode === "list" ? "list" : `item ${copy.mode}`}`}
          aria-label={name}
          style={share.height ? { height: share.height } : undefined}
        >
          <UpperHalf {...props} />
        </section>
        <Splitter
          label="Divider between the halves"
          value={share.percent}
          onChange={share.move}
          onEnd={share.keep}
          onReset={share.reset}
        />
        <section className="lower" aria-label="Customer information">
          <TabPanels
            selected={tab}
            pulled={window.pulledToday}
            saved={window.plan?.pulled ?? null}
            changes={window.pulledChanges}
            client={window.client}
            texts={shown.texts}
            policy={session.policy}
            problems={problems}
            ownTab={ownTab}
            onSelect={setTab}
            onText={write.tabText}
            onOpenSource={onOpenSource}
          />
        </section>
      </div>
      <SidePanel {...props} />
    </div>
  );
}

function UpperHalf({ window, session, editor, shown, panel }: PlanHalvesProps) {
  const { copy, problems, write, openSelected } = editor;
  const limits = useDateLimits(window, session, copy, shown.item?.dateCreated ?? session.today);
  const names = useInterviewNames(window, session);
  const { mode } = copy;
  if (mode === "list" || !shown.item) {
    return (
      <ListHalf
        items={shown.items}
        listed={panel.listed.items}
        filterWords={panel.filterWords}
        selectedId={copy.itemId}
        onShowAll={panel.showAll}
        onSelect={write.selectItem}
        onOpen={openSelected}
      />
    );
  }
  return (
    <ItemHalf
      // Another item is another form.
      key={copy.itemId}
      mode={mode}
      item={shown.item}
      reviews={shown.reviews}
      reviewId={copy.reviewId}
      targetDate={dateText(copy, "Target Date", shown.item.targetDate)}
      dateClosed={dateText(copy, "Date Closed", shown.item.dateClosed)}
      limits={limits}
      policy={session.policy}
      nextAppointment={panel.coachContext.nextAppointment}
      isCoachOn={panel.isCoachOn}
      problems={problems}
      interviewNames={names}
      write={write.item}
    />
  );
}

function dateText({ unreadDates, itemId }: WorkingCopy, field: DateFieldName, date: string | null): string {
  return unreadDates.find((unread) => unread.itemId === itemId && unread.field === field)?.text ?? formatDate(date);
}

function useDateLimits(window: PlanWindow, session: Session, copy: WorkingCopy, dateCreated: string): DateLimits {
  const { today, policy } = session;
  const entering = useHappenedOn()?.entering;
  const { target, closing } = daysOf(entering, today, copy);
  const isInterviewOpen = isInInterview(entering, window.openInterview !== null);
  const off = closingReason({ kind: window.kind, isInterviewOpen, reviewCount: reviewCountOf(copy) })?.code;
  return useMemo(
    () => ({
      today,
      earliestTarget: target,
      latestTarget: latestTargetDate(target, policy),
      earliestClosed: earliestDateClosed({ today: closing, dateCreated, policy }),
      latestClosed: closing,
      closedOff: off && CLOSED_OFF[off],
    }),
    [today, target, closing, policy, dateCreated, off],
  );
}

/** Why Date Closed is off, in the words below it (AI-4, AI-5). */
const CLOSED_OFF: Readonly<Record<string, string>> = {
  "closed-without-review": "Needs a review first",
  "closed-outside-interview":
    "Only in an interview. Make a note in Conversations and close at the next interview; never open an interview just to close an item.",
};

function useInterviewNames({ interviews }: PlanWindow, { interviewKinds }: Session): ReadonlyMap<string, string> {
  return useMemo(() => {
    const kinds = new Map(interviewKinds.map(({ code, name }) => [code, name]));
    return new Map(interviews.map(({ id, kind }) => [id, kinds.get(kind) ?? kind]));
  }, [interviews, interviewKinds]);
}
