import type { ActionItem, Plan } from "../../shared/action-plan/action-plan.ts";
import type { ClientPage } from "../../shared/contract.ts";
import { dateOfMoment, formatDate, formatMoment } from "../../shared/dates.ts";
import { useSession } from "../session.ts";

/** The right column of the client's page: the plan at a glance, and the interviews, newest first. */
export function PlanAndInterviews({ page }: { readonly page: ClientPage }) {
  return (
    <section aria-label="Plan and interviews">
      <div className="h2row">
        <h2>Action Plan</h2>
        {page.plan && <span className="cap quiet num">{planDates(page.plan)}</span>}
      </div>
      {page.plan ? <Items items={page.plan.items} /> : <p className="nothing">No Action Plan has been saved yet.</p>}
      <h2>Interviews</h2>
      {page.interviews.length > 0 ? <Interviews page={page} /> : <p className="nothing">No interview has been held.</p>}
    </section>
  );
}

function planDates({ savedAt, printedAt }: Plan): string {
  return `Saved ${formatMoment(savedAt)}, ${printedAt ? `printed ${formatMoment(printedAt)}` : "not printed since"}`;
}

const ASSIGNED = { client: "C", pa: "P" } as const;

function Items({ items }: { readonly items: readonly ActionItem[] }) {
  if (items.length === 0) return <p className="nothing">The plan holds no Action Items.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="gridbox plan-items" aria-label="Table of Action Items" tabIndex={0}>
      <table className="grid plain" aria-label="Action Items">
        <colgroup>
          <col className="col-date" />
          <col className="col-who" />
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
            <th scope="col">Action Item</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className={item.dateClosed ? "closed" : undefined}>
              <td className="wrap">{formatDate(item.targetDate)}</td>
              <td className="wrap">{ASSIGNED[item.assignedTo]}</td>
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

function Interviews({ page: { interviews } }: { readonly page: ClientPage }) {
  const { interviewKinds, today } = useSession();
  const kindName = (code: string) => interviewKinds.find((kind) => kind.code === code)?.name ?? code;
  return (
    <div className="gridbox">
      <table className="grid plain" aria-label="Interviews">
        <colgroup>
          <col className="col-date" />
          <col />
          <col className="col-adviser" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Kind</th>
            <th scope="col">Adviser</th>
          </tr>
        </thead>
        <tbody>
          {interviews.map((interview) => {
            const day = dateOfMoment(interview.startedAt);
            const isOpen = interview.endedAt === null;
            return (
              <tr key={interview.id} className={isOpen ? "strong" : undefined}>
                <td>{day === today ? "Today" : formatDate(day)}</td>
                <td className="wrap">{isOpen ? `${kindName(interview.kind)}, open` : kindName(interview.kind)}</td>
                <td>{interview.adviserName}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
