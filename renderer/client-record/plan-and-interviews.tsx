import type { ActionItem, Plan } from "../../shared/action-plan/action-plan.ts";
import type { ClientPage } from "../../shared/contract.ts";
import { formatDate, formatMoment } from "../../shared/dates.ts";
import type { AppointmentDialogs } from "../interview/appointment-dialogs.tsx";
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
  return (
    <section aria-label="Plan and interviews">
      <div className="h2row">
        <h2>Action Plan</h2>
        {page.plan && <span className="cap quiet num">{planDates(page.plan)}</span>}
      </div>
      {page.plan ? <Items items={page.plan.items} /> : <p className="nothing">No Action Plan has been saved yet.</p>}
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
          {page.plan && <CopiesGiven clientId={page.client.id} />}
        </div>
      </div>
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
