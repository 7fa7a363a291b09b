import type { CivilDate } from "../../../shared/dates.ts";
import { dateOfMoment } from "../../../shared/dates.ts";
import type { Reader } from "../store.ts";
import { hashAuditLine, hashValues } from "../transaction.ts";

/** The day of the newest saved record, by which a clock that moved back is noticed (DT-2). */
export function newestRecordDate(reader: Reader): CivilDate | null {
  const row = reader.get<{ at: string | null }>("SELECT MAX(at) AS at FROM audit WHERE kind = 'change'");
  return row?.at ? dateOfMoment(row.at) : null;
}

/** How many of the newest audit lines are looked through for recent clients. */
const RECENT_LINES = 2_000;

/** The clients an adviser last had to do with, newest first. */
export function recentClientIds(reader: Reader, adviserId: string, most: number): string[] {
  const rows = reader.all<{ client_id: string }>(
    `SELECT client_id FROM audit
     WHERE id > (SELECT COALESCE(MAX(id), 0) FROM audit) - ? AND adviser_id = ? AND client_id IS NOT NULL
     ORDER BY id DESC`,
    RECENT_LINES,
    adviserId,
  );
  return [...new Set(rows.map((row) => row.client_id))].slice(0, most);
}

interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly action: string;
  readonly adviserId: string | null;
  readonly clientId: string | null;
  readonly interviewId: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

interface ChangeRow {
  readonly id: number;
  readonly table: string;
  readonly rowId: string;
  readonly column: string | null;
  readonly valueHash: string;
  readonly salt: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** Walks the whole chain and tells each line that was removed or altered. Values emptied by purge or erasure are in order. */
export function auditProblems(reader: Reader): string[] {
  const problems: string[] = [];
  let previous = { id: 0, hash: "" };
  for (const line of auditLines(reader)) {
    if (line.id !== previous.id + 1) problems.push(`Audit lines ${previous.id + 1} to ${line.id - 1} are missing`);
    const changes = changesOf(reader, line.id);
    const isWhole = line.previousHash === previous.hash && hashAuditLine(line, changes) === line.hash;
    if (!isWhole && line.id === previous.id + 1) problems.push(`Audit line ${line.id} was altered`);
    for (const change of changes) {
      const isKept = change.salt !== null;
      if (isKept && hashValues(change.salt, change.before, change.after) !== change.valueHash) {
        problems.push(`The values of change ${change.id} under audit line ${line.id} were altered`);
      }
    }
    previous = line;
  }
  return [...problems, ...headProblems(reader, previous)];
}

/** What is wrong at the chain's end, where no line follows that would not fit. */
function headProblems(reader: Reader, last: { readonly id: number; readonly hash: string }): string[] {
  const head = reader.get<{ lines: number; hash: string }>("SELECT lines, hash FROM audit_head");
  if (head?.lines === last.id && head.hash === last.hash) return [];
  if (head?.lines === last.id) return [`The last audit line, ${last.id}, is not the one that was written`];
  return [
    `${head?.lines ?? "No"} audit lines were counted as they were written, and the last one here is line ${last.id}`,
  ];
}

function* auditLines(reader: Reader): Generator<AuditRow> {
  const PAGE = 1_000;
  let after = 0;
  for (;;) {
    const page = reader.all<AuditRow>(
      `SELECT id, at, kind, action, adviser_id AS adviserId, client_id AS clientId, interview_id AS interviewId,
              previous_hash AS previousHash, hash
       FROM audit WHERE id > ? ORDER BY id LIMIT ?`,
      after,
      PAGE,
    );
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function changesOf(reader: Reader, auditId: number): ChangeRow[] {
  return reader.all<ChangeRow>(
    `SELECT change.id, table_name AS "table", row_id AS rowId, column_name AS "column", value_hash AS valueHash,
            salt, before, after
     FROM change LEFT JOIN change_value ON change_value.id = change.id WHERE audit_id = ? ORDER BY change.id`,
    auditId,
  );
}
