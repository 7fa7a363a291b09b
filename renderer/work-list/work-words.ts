import { type CivilDate, formatDate } from "../../shared/dates.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import type { WorkDestination, WorkGroup, WorkList } from "../../shared/work-list/work-list.ts";

/** How each group of the work list is called. */
export const GROUP_NAMES: Readonly<Record<WorkGroup, string>> = {
  "appointments-today": "Appointments today",
  "target-dates": "Target dates reached",
  workflows: "Workflow checks",
  "no-target-date": "Plans with no target date ahead",
  drafts: "Kept drafts",
  "jets-due": "JETS.S plans and reviews falling due",
  clerical: "Clerical plans to enter",
};

/** The word with which a row leads to its place; what is under a contract has the contract's words. */
export function opensInWords(opens: WorkDestination, contracts: readonly ContractTerms[]): string {
  const words = "kind" in opens && opens.kind === "jets" ? contracts[0]?.words : undefined;
  const ofContract: Partial<Record<WorkDestination["to"], string>> = {
    plan: words?.tab ?? "",
    item: words?.item ?? "",
  };
  return ofContract[opens.to] || OPENS[opens.to];
}

const OPENS: Readonly<Record<WorkDestination["to"], string>> = {
  client: "Client Record",
  plan: "Action Plan",
  item: "Action Item",
  draft: "Continue draft",
  clerical: "Clerical entry",
  "clerical-proof": "Check entries",
};

/** The groups whose dates are days on which something is due; the dates of the others say since when. */
const DUE_GROUPS: readonly WorkGroup[] = ["target-dates", "workflows", "jets-due"];

/** Whether a row's date has passed, is today, or is just a date. */
export function dueness(group: WorkGroup, date: CivilDate | null, today: CivilDate): "overdue" | "today" | "plain" {
  if (date === today) return "today";
  return date !== null && date < today && DUE_GROUPS.includes(group) ? "overdue" : "plain";
}

/** A row's date as it is read. */
export function dateWords(date: CivilDate | null, today: CivilDate): string {
  return date === today ? "Today" : formatDate(date);
}

/** The left end of the status bar; undefined until the list is there. */
export function countWords(list: WorkList | undefined): string {
  if (!list) return "";
  const count = list.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) return "Nothing on the work list";
  return list.groups.some(({ hasMore }) => hasMore)
    ? `More than ${count} on the work list`
    : `${count} on the work list`;
}
