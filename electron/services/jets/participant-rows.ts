import { fullName } from "../../../shared/client-record/client-record.ts";
import type { CivilDate } from "../../../shared/dates.ts";
import { type WorkingCalendar, workingDaysBetween } from "../../../shared/jets/due-date.ts";
import { workingDays } from "../../../shared/jets/due-words.ts";
import type { WorkRow } from "../../../shared/work-list/work-list.ts";
import {
  listPlansToAgree,
  listReviewsToHold,
  type WorkClient,
  type WorkScope,
} from "../../store/repositories/work-rows.ts";
import type { ServiceContext } from "../service-context.ts";
import { workingCalendar } from "./working-calendar.ts";

const OPENS = { to: "plan", kind: "jets" } as const;

/** What falls due under contracts, the soonest first: full plans to agree (4.03) and plan reviews to hold (4.06). */
export function participantRows(context: ServiceContext, scope: WorkScope): WorkRow[] {
  const { store, clock } = context;
  const today = clock.today();
  const plans = listPlansToAgree(store, today, scope);
  const reviews = listReviewsToHold(store, today, scope);
  if (plans.length + reviews.length === 0) return [];
  const distance = distances(context, today);
  return [
    ...plans.map(({ contract, startedOn, referredOn, dueOn, ...client }) => {
      const terms = context.contracts.find(({ code }) => code === contract);
      const countedFrom = terms?.fullPlan.from === "referral" ? referredOn : startedOn;
      const what = `Full plan to agree: ${distance(contract, countedFrom, dueOn)}`;
      return { id: `agree-${client.clientId}`, ...named(client), what, date: dueOn, opens: OPENS };
    }),
    ...reviews.map(({ contract, countedFrom, dueOn, waitsFor, ...client }) => {
      const what = `Plan review${WAITS_FOR[waitsFor]}: ${distance(contract, countedFrom, dueOn)}`;
      return { id: `review-${client.clientId}`, ...named(client), what, date: dueOn, opens: OPENS };
    }),
  ]
    .sort((a, b) => Number(a.date > b.date) - Number(a.date < b.date))
    .slice(0, scope.most);
}

const WAITS_FOR = {
  both: "",
  participant: ", the participant has still to take part",
  provider: ", the provider has still to take part",
} as const;

/** Words for how far a time has run; by how much it is overdue is not counted, since that can be long. */
function distances({ store, contracts }: ServiceContext, today: CivilDate) {
  const calendars = new Map<string, WorkingCalendar>();
  // Many began on the same day.
  const known = new Map<string, string>();
  return (contract: string, countedFrom: CivilDate | null, dueOn: CivilDate): string => {
    const terms = contracts.find(({ code }) => code === contract);
    if (dueOn < today) return "overdue";
    if (!terms || countedFrom === null) return "due";
    const key = `${terms.nation} ${countedFrom} ${dueOn}`;
    const said = known.get(key);
    if (said) return said;
    const calendar = calendars.get(terms.nation) ?? workingCalendar(store, terms.nation);
    calendars.set(terms.nation, calendar);
    const between = (from: CivilDate, until: CivilDate) => workingDaysBetween(from, until, calendar);
    const words = `day ${between(countedFrom, today)} of ${workingDays(between(countedFrom, dueOn))}`;
    known.set(key, words);
    return words;
  };
}

function named({ clientId, surname, forenames }: WorkClient): Pick<WorkRow, "clientId" | "clientName"> {
  return { clientId, clientName: fullName({ surname, forenames }) };
}
