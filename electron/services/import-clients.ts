import { NO_CHANGES, type Plan } from "../../shared/action-plan/action-plan.ts";
import { pullThrough } from "../../shared/client-record/pull-through.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ImportRow } from "../../shared/import/map-row.ts";
import { updatedRecord } from "../../shared/import/updated-record.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findClientRecord } from "../store/repositories/client-records.ts";
import { findClientId } from "../store/repositories/clients.ts";
import { findPlan } from "../store/repositories/plans.ts";
import { insertClientRecord, updateClientRecord } from "../store/repositories/write-client-record.ts";
import { writePlan } from "../store/repositories/write-plan.ts";
import { transaction, type Writer } from "../store/transaction.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** What an import did, or with a dry run would do. */
export interface ImportCounts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Carries the counts out of a dry run's transaction, which is then rolled back like a refusal. */
interface DryRun {
  readonly counts: ImportCounts;
}

/** Writes rows that were read without a problem, all of them or none; a dry run writes nothing and counts the same. */
export function importClients(
  context: ServiceContext,
  rows: readonly ImportRow[],
  { dryRun }: { readonly dryRun: boolean },
): Result<ImportCounts, AppError> {
  const audit = auditOf(context, "import-clients");
  const changedIds: string[] = [];
  const outcome = transaction(context.store, audit, (writer): Result<ImportCounts, DryRun> => {
    const counts = { read: rows.length, added: 0, changed: 0, unchanged: 0 };
    for (const row of rows) {
      const { clientId, what } = importRow(context, writer, row, audit.at);
      counts[what] += 1;
      if (what === "changed") changedIds.push(clientId);
    }
    return dryRun ? err({ counts }) : ok(counts);
  });
  if (!outcome.ok) return ok(outcome.error.counts);
  for (const clientId of changedIds) {
    context.emit({
      event: "client-changed",
      clientId,
      version: findClientRecord(context.store, clientId)?.version ?? 0,
    });
  }
  return outcome;
}

function importRow(
  context: ServiceContext,
  writer: Writer,
  row: ImportRow,
  at: string,
): { clientId: string; what: "added" | "changed" | "unchanged" } {
  const known = findClientId(writer, row.record.nino);
  const stored = known && findClientRecord(writer, known);
  const clientId = stored ? stored.id : context.newId();
  if (!stored) insertClientRecord(writer, clientId, row.record, { at, newId: context.newId });
  const isUpdated = stored
    ? updateClientRecord(writer, clientId, updatedRecord(stored, row), { at, newId: context.newId })
    : false;
  const hasNewText = row.infoText !== "" && importInfoText(context, writer, clientId, row.infoText, at);
  if (!stored) return { clientId, what: "added" };
  return { clientId, what: isUpdated || hasNewText ? "changed" : "unchanged" };
}

/** Agreed Actions of plans from before Release 24 fill the Info text of a plan the import creates (¶97). */
function importInfoText(context: ServiceContext, writer: Writer, clientId: string, info: string, at: string): boolean {
  const client = findClientRecord(writer, clientId);
  const existing: Plan | undefined = findPlan(writer, clientId, "lms");
  if (!client || existing) return false;
  const today = context.clock.today();
  const stamp = { at, today, adviserId: context.adviser.id, interviewId: null, newId: context.newId };
  const pulled = pullThrough(client, today);
  const creation = { reason: "other", text: "Imported from a plan before Release 24" };
  const changes = { ...NO_CHANGES, texts: { info } };
  writePlan(writer, { clientId, kind: "lms", plan: null, changes, pulled, creation }, stamp);
  return true;
}
