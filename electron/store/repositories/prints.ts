import type { PrintFormat, PrintOption, PrintStyle } from "../../../shared/print/print-options.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** A document that was made from one version of a plan. */
export interface PrintRecord {
  readonly id: string;
  readonly planId: string;
  readonly planVersion: number;
  readonly clientId: string;
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
  });
}

/** One document's record. */
export function findPrint(reader: Reader, id: string): PrintRecord | undefined {
  return reader.get<PrintRecord>(
    `SELECT print.id, plan_id AS planId, plan_version AS planVersion, client_id AS clientId,
            handed_over_at AS handedOverAt
     FROM print JOIN plan ON plan.id = print.plan_id WHERE print.id = ?`,
    id,
  );
}

/** Records that a document was handed over, and in which interview if one was open. */
export function recordHandOver(writer: Writer, id: string, at: string, interviewId: string | null): void {
  writer.update("print", id, { handed_over_at: at, handed_over_interview_id: interviewId });
}

/** When a version of a plan was last printed or handed over. */
export function lastPrinted(reader: Reader, planId: string, planVersion: number): string | undefined {
  const row = reader.get<{ at: string | null }>(
    "SELECT MAX(handed_over_at) AS at FROM print WHERE plan_id = ? AND plan_version = ?",
    planId,
    planVersion,
  );
  return row?.at ?? undefined;
}
