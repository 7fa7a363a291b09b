import type { ActionItem, Plan, TabText } from "../../shared/action-plan/action-plan.ts";
import { assignedToLetter } from "../../shared/action-plan/item-rules.ts";
import {
  type ClientSummary,
  fullName,
  listName,
  type StoredClientRecord,
} from "../../shared/client-record/client-record.ts";
import type { Match } from "../../shared/client-record/client-requests.ts";
import { formatNino } from "../../shared/client-record/nino.ts";
import { type PulledDetails, pullThrough } from "../../shared/client-record/pull-through.ts";
import { type CivilDate, formatDate } from "../../shared/dates.ts";
import type { ImportProblem } from "../../shared/import/import-columns.ts";
import type { ShownClient } from "../services/show-client.ts";

const LABEL_WIDTH = 22;
const MOST_PROBLEMS = 100;

const MATCH_NAMES: Readonly<Record<Match, string>> = {
  exact: "Exact",
  starts: "Starting with it",
  sounds: "Sounding like it",
};
const TEXT_NAMES: Readonly<Record<TabText, string>> = {
  aims: "Aims text",
  employment: "EHist text",
  qualifications: "Quals text",
  info: "Info text",
};

/** The clients found, in groups, best match first. */
export function foundClients(groups: readonly { match: Match; clients: readonly ClientSummary[] }[]): string {
  const filled = groups.filter(({ clients }) => clients.length > 0);
  return filled.map(({ match, clients }) => [MATCH_NAMES[match], ...clients.map(clientLine)].join("\n")).join("\n\n");
}

function clientLine(client: ClientSummary): string {
  const about = [client.benefit, client.clientGroup].filter(Boolean).join(", ");
  return `  ${formatNino(client.nino)}  ${formatDate(client.dateOfBirth)}  ${listName(client)}${about ? `  (${about})` : ""}`;
}

/** A client record and its plans as a person reads them. */
export function clientAndPlans({ client, plans, terms }: ShownClient, today: CivilDate): string {
  const parts = [...recordLines(client, today)];
  if (plans.length === 0) parts.push("", "There is no Action Plan.");
  for (const plan of plans) parts.push("", ...planLines(plan, plan.kind === "lms" ? "LMS" : (terms?.name ?? "")));
  return parts.join("\n");
}

function recordLines(client: StoredClientRecord, today: CivilDate): string[] {
  const { aims, employment, circumstances, qualifications } = pullThrough(client, today);
  return [
    [client.title, fullName(client)].filter(Boolean).join(" "),
    ...labelled([
      ["NINO", formatNino(client.nino)],
      ["Date of birth", formatDate(client.dateOfBirth)],
      ["Address", [...client.address, client.postcode].filter(Boolean).join(", ")],
      ["Telephone", client.telephone],
      ["Mobile", client.mobile],
      ["Email", client.email],
      ["Benefit", client.benefit],
      ["Client group", client.clientGroup],
      ["Status", client.status],
      ["Incident marker", client.incidentMarker ? "Yes" : ""],
      ...aims.jobPreferences.map(
        ({ job, soc }, index) => [`Job Pref ${index + 1}`, named(job, soc && `SOC ${soc}`)] as const,
      ),
      ["Preferred Hours", aims.preferredHours],
      ...employment.lastJobs.map(
        ({ job, from, to }, index) => [`Last Job ${index + 1}`, named(job, period(from, to))] as const,
      ),
      ...circumstanceLines(circumstances),
      ...qualifications.map(
        ({ level, subject, outcome, completed }, index) =>
          [
            `Qualification ${index + 1}`,
            [level, subject, outcome, formatDate(completed)].filter(Boolean).join(", "),
          ] as const,
      ),
      ["Support needs", client.more.supportNeeds],
    ]),
  ];
}

function circumstanceLines(shown: PulledDetails["circumstances"]): [string, string][] {
  return [
    ["Paying Rent", shown.payingRent],
    ["Mortgage", shown.mortgage],
    ["Council Tax", shown.councilTax],
    ["Disabled Person", shown.disabledPerson],
    ["Driving Licence", shown.drivingLicence],
    ["Car Owner", shown.carOwner],
    ["Endorsement", shown.endorsement],
    ["Dependants", shown.dependant],
    ["IWBC", [shown.iwbc, formatDate(shown.iwbcDate), shown.iwbcNotes].filter(Boolean).join(", ")],
  ];
}

function planLines(plan: Plan, kindName: string): string[] {
  const open = plan.items.filter((item) => item.dateClosed === null).length;
  const lines = [`Action Plan (${kindName}), version ${plan.version}: ${plan.items.length} items, ${open} open`];
  for (const item of plan.items) lines.push(...itemLines(item));
  for (const tab of ["aims", "employment", "qualifications", "info"] as const) {
    if (plan.texts[tab]) lines.push("", TEXT_NAMES[tab], indented(plan.texts[tab], "  "));
  }
  return lines;
}

function itemLines(item: ActionItem): string[] {
  const closed = item.dateClosed ? `, closed ${formatDate(item.dateClosed)}` : "";
  return [
    "",
    `${assignedToLetter(item.assignedTo)}  target ${formatDate(item.targetDate)}${closed}, created ${formatDate(item.dateCreated)} by ${item.createdBy}`,
    indented(item.text, "   "),
    ...item.reviews.flatMap((review) => [
      `   Review ${formatDate(review.dateCreated)} by ${review.createdBy}`,
      indented(review.text, "     "),
    ]),
  ];
}

/** What an import did, or would have done. */
export function importSummary(
  counts: { read: number; added: number; changed: number; unchanged: number },
  isDryRun: boolean,
): string {
  const { read, added, changed, unchanged } = counts;
  const figures = [`${added} added`, `${changed} changed`, `${unchanged} unchanged`].join(", ");
  return `${read} ${read === 1 ? "client" : "clients"} read: ${figures}.${isDryRun ? " Nothing was written (--dry-run)." : ""}`;
}

/** Problems of an import file a line each, the first hundred of them. */
export function problemLines(problems: readonly ImportProblem[]): string[] {
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ line, column, field, message }) => {
    return `Line ${line}, column ${column}${field ? ` (${field})` : ""}: ${message}`;
  });
  const left = problems.length - lines.length;
  return left > 0 ? [...lines, `… and ${left} more; --json lists them all.`] : lines;
}

function labelled(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs
    .filter(([, value]) => value !== "")
    .map(
      ([label, value]) => `  ${label.padEnd(LABEL_WIDTH)}${indented(value, " ".repeat(LABEL_WIDTH + 2)).trimStart()}`,
    );
}

function indented(text: string, by: string): string {
  return text.replace(/^/gm, by);
}

function named(name: string, more: string): string {
  if (!more) return name;
  return name ? `${name} (${more})` : more;
}

function period(from: CivilDate | null, to: CivilDate | null): string {
  return [from && `from ${formatDate(from)}`, to && `to ${formatDate(to)}`].filter(Boolean).join(" ");
}
