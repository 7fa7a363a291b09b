import type { AuditChange, AuditFilter, AuditLine } from "../../../shared/rights/audit.ts";
import type { Reader, Value } from "../store.ts";

/** What of the audit is wanted, its days as moments: from the first on, and before the second. */
export interface AuditScope extends Pick<AuditFilter, "clientId" | "adviserId" | "kind"> {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

interface Part {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** The question that listAuditLines asks, apart from it so that its way through the indexes can be looked at. */
export function auditLinesQuery(scope: AuditScope, before: number | null, most: number): Part {
  const parts = [...partsOf(scope), ...(before === null ? [] : [{ sql: "audit.id < ?", values: [before] }])];
  const where = parts.length > 0 ? `WHERE ${parts.map(({ sql }) => sql).join(" AND ")}` : "";
  return {
    sql: `SELECT audit.id, at, kind, action, adviser.name AS adviserName, client_id AS clientId,
                 client.forenames, client.surname, client.nino,
                 EXISTS (SELECT 1 FROM change WHERE change.audit_id = audit.id) AS hasChanges
          FROM audit LEFT JOIN adviser ON adviser.id = adviser_id LEFT JOIN client ON client.id = client_id
          ${where} ORDER BY audit.id DESC LIMIT ?`,
    values: [...parts.flatMap(({ values }) => values), most],
  };
}

/** A plus keeps the other conditions off their indexes: one index finds the lines, in the order in which they are shown. */
function partsOf({ clientId, adviserId, kind, since, until }: AuditScope): Part[] {
  const parts: Part[] = [];
  if (clientId !== undefined) parts.push({ sql: "audit.client_id = ?", values: [clientId] });
  if (adviserId !== undefined) {
    parts.push({ sql: `${clientId === undefined ? "" : "+"}audit.adviser_id = ?`, values: [adviserId] });
  }
  if (kind !== undefined) parts.push({ sql: "+audit.kind = ?", values: [kind] });
  if (since !== undefined || until !== undefined) parts.push(...periodParts(since ?? "", until ?? "9999"));
  return parts;
}

/** A clock that moved back may have left moments out of order, so the lines between the outermost are looked at too. */
function periodParts(since: string, until: string): Part[] {
  const outermost = (which: "MIN" | "MAX") =>
    `(SELECT ${which}(+period.id) FROM audit AS period WHERE period.at >= ? AND period.at < ?)`;
  return [
    { sql: `audit.id >= ${outermost("MIN")}`, values: [since, until] },
    { sql: `audit.id <= ${outermost("MAX")}`, values: [since, until] },
    { sql: "+audit.at >= ?", values: [since] },
    { sql: "+audit.at < ?", values: [until] },
  ];
}

interface LineRow extends Omit<AuditLine, "client" | "hasChanges"> {
  readonly clientId: string | null;
  readonly forenames: string | null;
  readonly surname: string | null;
  readonly nino: string | null;
  readonly hasChanges: number;
}

/** The newest lines within a scope that are older than a line; all of them where none is named. */
export function listAuditLines(reader: Reader, scope: AuditScope, before: number | null, most: number): AuditLine[] {
  const { sql, values } = auditLinesQuery(scope, before, most);
  return reader.all<LineRow>(sql, ...values).map(toLine);
}

/** One line of the audit. */
export function findAuditLine(reader: Reader, id: number): AuditLine | undefined {
  return listAuditLines(reader, {}, id + 1, 1).find((line) => line.id === id);
}

function toLine({ clientId, forenames, surname, nino, hasChanges, ...line }: LineRow): AuditLine {
  const name = surname === null ? null : `${forenames ?? ""} ${surname}`.trim();
  return { ...line, client: clientId === null ? null : { id: clientId, name, nino }, hasChanges: hasChanges === 1 };
}

/** The first changes under a line after a change; an import has them by hundreds of thousands. */
export function listLineChanges(reader: Reader, lineId: number, after: number, most: number): AuditChange[] {
  return reader
    .all<Omit<AuditChange, "isEmptied"> & { isEmptied: number }>(
      `SELECT change.id, table_name AS "table", row_id AS rowId, column_name AS "column", before, after,
              salt IS NULL AS isEmptied
       FROM change LEFT JOIN change_value ON change_value.id = change.id
       WHERE audit_id = ? AND change.id > ? ORDER BY change.id LIMIT ?`,
      lineId,
      after,
      most,
    )
    .map((change) => ({ ...change, isEmptied: change.isEmptied === 1 }));
}
