import { z } from "zod";
import { type CivilDate, civilDateSchema } from "../dates.ts";

/** What is about to fail while it can still be put right (4.08). */
export const inspectionKindSchema = z.enum(["plan-to-agree", "review-due", "interaction-to-sign", "request-to-answer"]);

/** One thing to put right. */
export const inspectionRowSchema = z.object({
  id: z.string(),
  kind: inspectionKindSchema,
  clientId: z.string(),
  clientName: z.string(),
  nino: z.string(),
  adviserName: z.string(),
  /** The last day on which it is still in time, or the day on which it arose where no day is set. */
  date: civilDateSchema,
  /** What is missing, in words. */
  what: z.string(),
});

export type InspectionKind = z.infer<typeof inspectionKindSchema>;
export type InspectionRow = z.infer<typeof inspectionRowSchema>;

/** So many days ahead a deadline is about to fail: a fortnight, which holds ten working days. */
export const INSPECTION_DAYS_AHEAD = 14;

/** The list in order: soonest first, then by name. What is past its day is no part of it: that cannot be put right. */
export function beforeInspection(rows: readonly InspectionRow[]): InspectionRow[] {
  return rows.toSorted((a, b) => order(a.date, b.date) || order(a.clientName, b.clientName) || order(a.id, b.id));
}

function order(a: CivilDate | string, b: CivilDate | string): number {
  return a < b ? -1 : Number(a > b);
}
