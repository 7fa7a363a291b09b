import { NO_CHANGES, type Plan } from "../../shared/action-plan/action-plan.ts";
import { pullThrough } from "../../shared/client-record/pull-through.ts";
import type { AppErrorOf } from "../../shared/errors.ts";
import type { ImportCounts } from "../../shared/import/import-review.ts";
import type { ImportRow } from "../../shared/import/map-row.ts";
import { updatedRecord } from "../../shared/import/updated-record.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findClientRecord } from "../store/repositories/client-records.ts";
import { findClientId } from "../store/repositories/clients.ts";
import { findPlan } from "../store/repositories/plans.ts";
import { insertClientRecord, updateClientRecord } from "../store/repositories/write-client-record.ts";
import { writePlan } from "../store/repositories/write-plan.ts";
import type { Row, Store } from "../store/store.ts";
import { transaction, type Writer } from "../store/transaction.ts";
import { auditOf, type ServiceContext, tellClientChanged } from "./service-context.ts";

/** What writing an import needs: the worker that does it has a store of its own, and no services. */
export type ImportContext = Pick<ServiceContext, "store" | "clock" | "adviser" | "newId" | "emit">;

/** How an import is written. */
export interface WritingOptions {
  /** Told after each row how many are done. */
  readonly onRow?: (done: number) => void;
  /** Asked before each row: whether the import was cancelled. */
  readonly isCancelled?: () => boolean;
  /** Asked once every row is written: whether they may be committed. */
  readonly mayCommit?: () => boolean;
}

/** So many clients are told of one by one; beyond it everything that is shown is asked for anew in one go. */
const MOST_TOLD = 100;

/** Writes rows that were read without a problem, all of them or, where it is cancelled, none. */
export function importClients(
  context: ImportContext,
  rows: readonly ImportRow[],
  { onRow, isCancelled = () => false, mayCommit = () => true }: WritingOptions = {},
): Result<ImportCounts, AppErrorOf<"import-over">> {
  const audit = auditOf(context, "import-clients");
  const changedIds: string[] = [];
  const outcome = transaction(context.store, audit, (writer): Result<ImportCounts, AppErrorOf<"import-over">> => {
    const counts = { read: rows.length, added: 0, changed: 0, unchanged: 0 };
    for (const [index, row] of rows.entries()) {
      if (isCancelled()) return err({ code: "import-over" });
      const { clientId, fate } = importRow(context, writer, row, audit.at);
      counts[fate] += 1;
      if (fate === "changed") changedIds.push(clientId);
      onRow?.(index + 1);
    }
    return mayCommit() ? ok(counts) : err({ code: "import-over" });
  });
  if (!outcome.ok) return outcome;
  if (changedIds.length <= MOST_TOLD) for (const clientId of changedIds) tellClientChanged(context, clientId);
  if (outcome.value.added + outcome.value.changed > 0) context.emit({ event: "clients-imported" });
  return outcome;
}

/** What importing rows would do: to each, and altogether. */
export interface ForeseenImport {
  readonly counts: ImportCounts;
  readonly fates: readonly Fate[];
}

/** Compares rows with what is stored; nothing is written, and nobody else's writing is held up. */
export function foreseeImport(
  context: Pick<ImportContext, "store">,
  rows: readonly ImportRow[],
  onRow?: (done: number) => void,
): ForeseenImport {
  const counts = { read: rows.length, added: 0, changed: 0, unchanged: 0 };
  const fates = rows.map((row, index) => {
    const fate = fateOf(context.store, row);
    counts[fate] += 1;
    onRow?.(index + 1);
    return fate;
  });
  return { counts, fates };
}

function fateOf(store: Store, row: ImportRow): Fate {
  const known = findClientId(store, row.record.nino);
  const stored = known && findClientRecord(store, known);
  if (!stored) return "added";
  const isUpdated = updateClientRecord(comparing(store), stored.id, updatedRecord(stored, row), NOTHING_WRITTEN);
  const hasNewText = row.infoText !== "" && !findPlan(store, stored.id, "lms");
  return isUpdated || hasNewText ? "changed" : "unchanged";
}

/** Comparing leaves no row behind, so it needs neither a moment nor ids. */
const NOTHING_WRITTEN = { at: "", newId: () => "" };

/** What becomes of a row. */
export type Fate = "added" | "changed" | "unchanged";

/** A writer that writes nothing, and says of an update whether it would change anything. */
function comparing(store: Store): Writer {
  return {
    all: store.all,
    get: store.get,
    insert: () => undefined,
    insertWithContent: () => undefined,
    update(table, id, columns) {
      const stored = store.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id);
      return Object.entries(columns).some(([name, value]) => stored?.[name] !== value);
    },
    remove: () => undefined,
    purge: () => undefined,
    lastChange: () => 0,
  };
}

function importRow(
  context: ImportContext,
  writer: Writer,
  row: ImportRow,
  at: string,
): { clientId: string; fate: Fate } {
  const known = findClientId(writer, row.record.nino);
  const stored = known && findClientRecord(writer, known);
  const clientId = stored ? stored.id : context.newId();
  if (!stored) insertClientRecord(writer, clientId, row.record, { at, newId: context.newId });
  const isUpdated = stored
    ? updateClientRecord(writer, clientId, updatedRecord(stored, row), { at, newId: context.newId })
    : false;
  const hasNewText = row.infoText !== "" && importInfoText(context, writer, clientId, row.infoText, at);
  if (!stored) return { clientId, fate: "added" };
  return { clientId, fate: isUpdated || hasNewText ? "changed" : "unchanged" };
}

/** Agreed Actions of plans from before Release 24 fill the Info text of a plan the import creates (¶97). */
function importInfoText(context: ImportContext, writer: Writer, clientId: string, info: string, at: string): boolean {
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
