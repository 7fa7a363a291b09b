import type { PlanKind } from "../../../shared/action-plan/action-plan.ts";
import type { GivenCopy, Means, PrintFormat, PrintOption, PrintStyle } from "../../../shared/print/print-options.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** A document that was made from one version of a plan. */
export interface PrintRecord {
  readonly id: string;
  readonly planId: string;
  readonly planVersion: number;
  readonly clientId: string;
  readonly kind: PlanKind;
  readonly handedOverAt: string | null;
}

/** Adds the record of a document that was made. */
export function insertPrint(
  writer: Writer,
  print: {
    readonly id: string;
    readonly planId: string;
    readonly planVersion: number;
    readonly interviewId: string | null;
    readonly adviserId: string;
    readonly option: PrintOption;
    readonly style: PrintStyle;
    readonly format: PrintFormat;
    readonly isLarge: boolean;
    readonly withoutStaffNames: boolean;
    readonly hasPassword: boolean;
    /** Null for a document without pages. */
    readonly pages: number | null;
    readonly madeAt: string;
    /** Where and how often it came out; absent for a document that went to no printer. */
    readonly spooled?: { readonly at: string; readonly printer: string; readonly copies: number };
  },
): void {
  writer.insert("print", {
    id: print.id,
    plan_id: print.planId,
    plan_version: print.planVersion,
    interview_id: print.interviewId,
    adviser_id: print.adviserId,
    option: print.option,
    style: print.style,
    format: print.format,
    is_large: Number(print.isLarge),
    without_staff_names: Number(print.withoutStaffNames),
    has_password: Number(print.hasPassword),
    pages: print.pages ?? 0,
    made_at: print.madeAt,
    handed_over_at: null,
    handed_over_interview_id: null,
    copies: print.spooled?.copies ?? 1,
    printer: print.spooled?.printer ?? null,
    spooled_at: print.spooled?.at ?? null,
    means: null,
  });
}

/** One document's record. */
export function findPrint(reader: Reader, id: string): PrintRecord | undefined {
  return reader.get<PrintRecord>(
    `SELECT print.id, plan_id AS planId, plan_version AS planVersion, client_id AS clientId, kind,
            handed_over_at AS handedOverAt
     FROM print JOIN plan ON plan.id = print.plan_id WHERE print.id = ?`,
    id,
  );
}

/** Records that a document was handed over, by which means, and in which interview if one was open. */
export function recordHandOver(
  writer: Writer,
  id: string,
  over: { readonly at: string; readonly interviewId: string | null; readonly means: Means },
): void {
  writer.update("print", id, {
    handed_over_at: over.at,
    handed_over_interview_id: over.interviewId,
    means: over.means,
  });
}

interface CopyRow extends Omit<GivenCopy, "isLarge"> {
  readonly isLarge: number;
}

/** What was printed of a client's plan of one kind, or made and given to the customer, newest first. */
export function listGivenCopies(reader: Reader, clientId: string, kind: PlanKind): GivenCopy[] {
  const rows = reader.all<CopyRow>(
    `SELECT print.id, COALESCE(handed_over_at, spooled_at) AS at, option,
            CASE WHEN means = 'electronic' THEN format ELSE 'paper' END AS form,
            is_large AS isLarge, copies, means, adviser.name AS adviserName
     FROM print JOIN plan ON plan.id = print.plan_id JOIN adviser ON adviser.id = print.adviser_id
     WHERE plan.client_id = ? AND plan.kind = ? AND COALESCE(handed_over_at, spooled_at) IS NOT NULL
     ORDER BY at DESC, print.id DESC`,
    clientId,
    kind,
  );
  return rows.map((row) => ({ ...row, isLarge: row.isLarge === 1 }));
}

/** When a version of a plan was last printed on paper, or handed over. */
export function lastPrinted(reader: Reader, planId: string, planVersion: number): string | undefined {
  const row = reader.get<{ at: string | null }>(
    `SELECT MAX(COALESCE(MAX(handed_over_at, spooled_at), handed_over_at, spooled_at)) AS at
     FROM print WHERE plan_id = ? AND plan_version = ?`,
    planId,
    planVersion,
  );
  return row?.at ?? undefined;
}
