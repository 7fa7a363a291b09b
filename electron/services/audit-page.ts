import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import { addDays, formatMoment, startOfDay } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { actionInWords } from "../../shared/rights/action-words.ts";
import type { AuditFilter, AuditLine } from "../../shared/rights/audit.ts";
import { listEveryAdviser } from "../store/repositories/advisers.ts";
import { type AuditScope, findAuditLine, listAuditLines, listLineChanges } from "../store/repositories/audit-page.ts";
import { recordRead } from "../store/transaction.ts";
import { csvLine } from "./csv.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** How many lines a page of the audit shows, and how many changes of a line are shown at once. */
export const AUDIT_PAGE = 200;
/** How many lines one answer of an export holds. */
const EXPORT_PAGE = 20_000;

/** A page of the audit, newest lines first; the look itself is recorded. */
export function auditLines(
  context: ServiceContext,
  { filter, before }: RequestInput<"audit-lines">,
): RequestOutput<"audit-lines"> {
  const { store } = context;
  const found = listAuditLines(store, scopeOf(filter), before, AUDIT_PAGE + 1);
  recordRead(store, auditOf(context, "read-audit", aboutOf(filter.clientId)));
  return {
    lines: found.slice(0, AUDIT_PAGE),
    hasMore: found.length > AUDIT_PAGE,
    advisers: listEveryAdviser(store).map(({ id, name }) => ({ id, name })),
  };
}

/** A line of the audit with what was changed under it; the look itself is recorded. */
export function auditLine(
  context: ServiceContext,
  { lineId, after }: RequestInput<"audit-line">,
): Result<RequestOutput<"audit-line">, AppError> {
  const { store } = context;
  const line = findAuditLine(store, lineId);
  if (!line) return err({ code: "audit-line-not-found" });
  const changes = listLineChanges(store, lineId, after, AUDIT_PAGE + 1);
  recordRead(store, auditOf(context, "read-audit-line", aboutOf(line.client?.id)));
  return ok({ line, changes: changes.slice(0, AUDIT_PAGE), hasMore: changes.length > AUDIT_PAGE });
}

/** The next part of the audit as CSV, newest lines first; the export is recorded. */
export function exportAudit(
  context: ServiceContext,
  { filter, before }: RequestInput<"export-audit">,
): RequestOutput<"export-audit"> {
  const { store, clock } = context;
  const lines = listAuditLines(store, scopeOf(filter), before, EXPORT_PAGE);
  recordRead(store, auditOf(context, "export-audit", aboutOf(filter.clientId)));
  const rows = [...(before === null ? [HEADINGS] : []), ...lines.map(cellsOf)];
  return {
    fileName: `Audit ${clock.today()}.csv`,
    csv: rows.map(csvLine).join(""),
    next: lines.length === EXPORT_PAGE ? (lines.at(-1)?.id ?? null) : null,
  };
}

function aboutOf(clientId: string | undefined): { readonly clientId?: string } {
  return clientId === undefined ? {} : { clientId };
}

function scopeOf({ clientId, adviserId, kind, from, to }: AuditFilter): AuditScope {
  return {
    clientId,
    adviserId,
    kind,
    since: from === undefined ? undefined : startOfDay(from),
    until: to === undefined ? undefined : startOfDay(addDays(to, 1)),
  };
}

const HEADINGS = ["Line", "Date and time", "Adviser", "Read or change", "What", "Client", "NINO", "Client id"];

function cellsOf({ id, at, adviserName, kind, action, client }: AuditLine): string[] {
  const who = client === null ? "" : (client.name ?? "Erased client");
  return [
    String(id),
    formatMoment(at),
    adviserName ?? "",
    kind,
    actionInWords(action),
    who,
    client?.nino ?? "",
    client?.id ?? "",
  ];
}
