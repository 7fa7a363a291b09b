import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { addDays, type CivilDate, civilDateSchema } from "../dates.ts";

const DAYS_A_WEEK = 7;

/** What is counted over a period (4.08): each figure is the length of its list. */
export const complianceFigureSchema = z.enum([
  "plans-due",
  "plans-in-time",
  "plans-late",
  "plans-not-agreed",
  "plans-open",
  "reviews-due",
  "reviews-on-time",
  "reviews-late",
  "reviews-missed",
  "reviews-open",
  "plans-unsigned",
]);

/** One participant, or one of their reviews, in the list of a figure. */
export const complianceRowSchema = z.object({
  /** The participant's, or the review's. */
  id: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  nino: z.string(),
  adviserName: z.string(),
  dueOn: civilDateSchema,
  /** When it was agreed or completed; null where it was not. */
  doneOn: civilDateSchema.nullable(),
  /** Why a plan is unsigned, in words; '' in every other list. */
  why: z.string(),
});

/** One week, from its Monday, of the plans that fell due in it and are decided. */
export const complianceWeekSchema = z.object({
  monday: civilDateSchema,
  inTime: z.number().int().nonnegative(),
  late: z.number().int().nonnegative(),
  notAgreed: z.number().int().nonnegative(),
});

/** What a window shows of a report: its lists are as long as an office is large, and are asked for one by one. */
export const complianceSummarySchema = z.object({
  counts: z.record(complianceFigureSchema, z.number().int().nonnegative()),
  /** Plans agreed in time out of those whose day has come; null where none has. */
  planShare: z.object({ inTime: z.number(), decided: z.number() }).nullable(),
  /** Reviews completed on time out of those whose day has come; null where none has. */
  reviewShare: z.object({ inTime: z.number(), decided: z.number() }).nullable(),
  /** Every week of the period that has begun, oldest first. */
  weeks: z.array(complianceWeekSchema),
});

export type ComplianceFigure = z.infer<typeof complianceFigureSchema>;
export type ComplianceRow = z.infer<typeof complianceRowSchema>;
export type ComplianceWeek = z.infer<typeof complianceWeekSchema>;
export type ComplianceSummary = z.infer<typeof complianceSummarySchema>;

/** The compliance report of a period with the list of every figure (4.08). */
export interface ComplianceReport extends Omit<ComplianceSummary, "counts"> {
  readonly lists: Readonly<Record<ComplianceFigure, readonly ComplianceRow[]>>;
}

/** A day by which something was to be done, and when it was. */
export interface Deadline extends ComplianceRow {
  /** Of a plan, why it is unsigned; '' where both have signed, and for reviews. */
  readonly why: string;
}

/** What the report is made from: everything of the office, or of one adviser, that falls due in the period. */
export interface ComplianceFacts {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly today: CivilDate;
  readonly plans: readonly Deadline[];
  readonly reviews: readonly Deadline[];
}

/** How a deadline was kept. One that is not past its day yet is open: nothing can be said of it. */
export type Keeping = "in-time" | "late" | "missed" | "open";

/** How a deadline was kept as of a day: the day itself still counts as in time (4.03, 4.06). */
export function keepingOf({ dueOn, doneOn }: Pick<Deadline, "dueOn" | "doneOn">, today: CivilDate): Keeping {
  if (doneOn !== null) return doneOn <= dueOn ? "in-time" : "late";
  return dueOn < today ? "missed" : "open";
}

/** The report over a period, both of its days included (4.08). */
export function complianceReport({ from, to, today, ...facts }: ComplianceFacts): ComplianceReport {
  const within = ({ dueOn }: Deadline) => from <= dueOn && dueOn <= to;
  const plans = sorted(facts.plans.filter(within), today);
  const reviews = sorted(facts.reviews.filter(within), today);
  const unsigned = plans.all.filter(({ why }) => why !== "");
  return {
    lists: {
      "plans-due": listed(plans.all),
      "plans-in-time": listed(plans.by["in-time"]),
      "plans-late": listed(plans.by.late),
      "plans-not-agreed": listed(plans.by.missed),
      "plans-open": listed(plans.by.open),
      "reviews-due": listed(reviews.all),
      "reviews-on-time": listed(reviews.by["in-time"]),
      "reviews-late": listed(reviews.by.late),
      "reviews-missed": listed(reviews.by.missed),
      "reviews-open": listed(reviews.by.open),
      "plans-unsigned": unsigned,
    },
    planShare: shareOf(plans),
    reviewShare: shareOf(reviews),
    weeks: weeksOf(plans.by, { from, to, today }),
  };
}

/** A report as a window shows it at first: each figure is the length of its list. */
export function summaryOf({ lists, ...rest }: ComplianceReport): ComplianceSummary {
  const counts = Object.fromEntries(Object.entries(lists).map(([figure, rows]) => [figure, rows.length]));
  return { ...rest, counts: counts as ComplianceSummary["counts"] };
}

interface Sorted {
  readonly all: readonly Deadline[];
  readonly by: Readonly<Record<Keeping, readonly Deadline[]>>;
}

function sorted(deadlines: readonly Deadline[], today: CivilDate): Sorted {
  const all = deadlines.toSorted((a, b) => compare(a.dueOn, b.dueOn) || compare(a.clientName, b.clientName));
  const by: Record<Keeping, Deadline[]> = { "in-time": [], late: [], missed: [], open: [] };
  for (const deadline of all) by[keepingOf(deadline, today)].push(deadline);
  return { all, by };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Why a plan is unsigned is said in the list of the unsigned alone. */
function listed(deadlines: readonly Deadline[]): ComplianceRow[] {
  return deadlines.map((deadline) => ({ ...deadline, why: "" }));
}

function shareOf({ by }: Sorted): ComplianceSummary["planShare"] {
  const decided = by["in-time"].length + by.late.length + by.missed.length;
  return decided === 0 ? null : { inTime: by["in-time"].length, decided };
}

function weeksOf(
  by: Sorted["by"],
  { from, to, today }: Pick<ComplianceFacts, "from" | "to" | "today">,
): ComplianceWeek[] {
  const [inTime, late, notAgreed] = [countByWeek(by["in-time"]), countByWeek(by.late), countByWeek(by.missed)];
  const weeks: ComplianceWeek[] = [];
  const last = to < today ? to : today;
  for (let monday = mondayOf(from); monday <= last; monday = addDays(monday, DAYS_A_WEEK)) {
    weeks.push({
      monday,
      inTime: inTime.get(monday) ?? 0,
      late: late.get(monday) ?? 0,
      notAgreed: notAgreed.get(monday) ?? 0,
    });
  }
  return weeks;
}

function countByWeek(deadlines: readonly Deadline[]): ReadonlyMap<CivilDate, number> {
  const counts = new Map<CivilDate, number>();
  const mondays = new Map<CivilDate, CivilDate>();
  for (const { dueOn } of deadlines) {
    const monday = mondays.get(dueOn) ?? mondayOf(dueOn);
    mondays.set(dueOn, monday);
    counts.set(monday, (counts.get(monday) ?? 0) + 1);
  }
  return counts;
}

function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);
}
