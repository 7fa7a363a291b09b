import type { ActionItem, Plan } from "../../shared/action-plan/action-plan.ts";
import { type KindWords, LMS_WORDS } from "../../shared/action-plan/kind-words.ts";
import { planChoices } from "../../shared/action-plan/plan-choices.ts";
import type { ClientPage, Session } from "../../shared/contract.ts";
import { formatDate, formatMoment } from "../../shared/dates.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import { wordsUnder } from "../action-plan/kind-words-context.ts";
import type { AppointmentDialogs } from "../interview/appointment-dialogs.tsx";
import { useSession } from "../session.ts";
import { NewestConversations } from "./conversation-notes.tsx";
import { CopiesGiven } from "./copies-given.tsx";
import { Interviews } from "./interviews-table.tsx";

interface PlanAndInterviewsProps {
  readonly page: ClientPage;
  readonly appointments: AppointmentDialogs;
  readonly onOpenConversations: () => void;
}

/** The right column of the client's page: the plan at a glance, and interviews and conversations, newest first. */
export function PlanAndInterviews({ page, appointments, onOpenConversations }: PlanAndInterviewsProps) {
  const plans = plansToShow(page, useSession());
  return (
    <section aria-label="Plan and interviews">
      {plans.map((shown) => (
        <PlanFacts key={shown.words.plan} {...shown} />
      ))}
      <div className="below-plan">
        <div>
          <Interviews page={page} appointments={appointments} />
        </div>
        <div>
          <NewestConversations
            conversations={page.conversations}
            count={page.conversationCount}
            onOpen={onOpenConversations}
          />
          {plans.map(
            ({ words, plan }) =>
              plan && <CopiesGiven key={plan.kind} clientId={page.client.id} kind={plan.kind} words={words} />,
          )}
        </div>
      </div>
    </section>
  );
}

interface ShownPlan {
  readonly words: KindWords;
  /** That it is the initial one (4.02), and what stands on it in the place of signatures (4.04). */
  readonly marks: readonly string[];
  /** Null where none has been saved. */
  readonly plan: Plan | null;
}

/** Every plan that there is, and the one that would be made where there is none. */
function plansToShow({ plan, jetsPlan, contract, ...page }: ClientPage, session: Session): ShownPlan[] {
  const { contracts, office } = session;
  const situation = { existing: [plan, jetsPlan].flatMap((each) => each?.kind ?? []), officePlans: office.plans };
  const terms = contracts.find(({ code }) => code === contract) ?? contracts[0];
  const kinds = planChoices({ ...situation, isParticipant: contract !== null });
  const shown = kinds.map((kind) =>
    kind === "lms"
      ? { words: LMS_WORDS, marks: [], plan }
      : { words: wordsUnder(terms), marks: marksOf(page, terms), plan: jetsPlan },
  );
  const saved = shown.filter((each) => each.plan !== null);
  return saved.length > 0 ? saved : shown;
}

function marksOf(
  { isPlanInitial, annotations }: Pick<ClientPage, "isPlanInitial" | "annotations">,
  terms: ContractTerms | undefined,
): string[] {
  const used = annotations.map((code) => terms?.annotations.find((known) => known.code === code)?.words ?? code);
  return [...(isPlanInitial ? ["Initial plan"] : []), ...used];
}

function PlanFacts({ words, marks, plan }: ShownPlan) {
  return (
    <>
      <div className="h2row">
        <h2>{words.plan}</h2>
        {marks.map((mark) => (
          <span key={mark} className="tag">
            {mark}
          </span>
        ))}
        {plan && <span className="cap quiet num">{planDates(plan)}</span>}
      </div>
      {plan ? (
        <Items items={plan.items} words={words} />
      ) : (
        <p className="nothing">{`No ${words.plan} has been saved yet.`}</p>
      )}
    </>
  );
}

function planDates({ savedAt, printedAt }: Plan): string {
  return `Saved ${formatMoment(savedAt)}, ${printedAt ? `printed ${formatMoment(printedAt)}` : "not printed since"}`;
}

function Items({ items, words }: { readonly items: readonly ActionItem[]; readonly words: KindWords }) {
  if (items.length === 0) return <p className="nothing">{`The plan holds no ${words.items}.`}</p>;
  const isInFull = words.ass === words.assignedTo;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="gridbox plan-items" aria-label={`Table of ${words.items}`} tabIndex={0}>
      <table className="grid plain" aria-label={words.items}>
        <colgroup>
          <col className="col-date" />
          <col className={isInFull ? "col-name" : "col-who"} />
          <col className="col-date" />
          <col className="col-count" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Target Date</th>
            <th scope="col">
              <abbr title="Assigned To">Ass</abbr>
            </th>
            <th scope="col">Date Closed</th>
            <th scope="col">Reviews</th>
            <th scope="col">{words.item}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className={item.dateClosed ? "closed" : undefined}>
              <td className="wrap">{formatDate(item.targetDate)}</td>
              <td className="wrap">{words.ass[item.assignedTo]}</td>
              <td className="wrap">{formatDate(item.dateClosed)}</td>
              <td className="wrap">{item.reviews.length}</td>
              <td className="wrap">{item.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
