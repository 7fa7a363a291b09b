import { z } from "zod";
import { civilDateSchema, daysBetween, isCivilDate } from "../dates.ts";
import { inspectionRowSchema } from "./before-inspection.ts";
import { complianceFigureSchema, complianceRowSchema, complianceSummarySchema } from "./compliance.ts";

/** The longest period of a report: five years and a day. */
const LONGEST_DAYS = 1_827;

/** A period, both of its days included, and whose participants are looked at. */
export const compliancePeriodSchema = z
  .strictObject({
    from: civilDateSchema,
    to: civilDateSchema,
    /** Null for everybody in the office. */
    adviserId: z.string().min(1).max(64).nullable(),
  })
  .refine(isPeriod, "is no period of up to five years");

function isPeriod({ from, to }: { readonly from: string; readonly to: string }): boolean {
  // A day that is none is refused by its own schema; this is asked all the same.
  return isCivilDate(from) && isCivilDate(to) && from <= to && daysBetween(from, to) <= LONGEST_DAYS;
}

/** The compliance report (4.08) and what is about to fail before the next one. */
export const complianceRequests = {
  compliance: {
    input: compliancePeriodSchema,
    output: z.object({
      report: complianceSummarySchema,
      /** Everything that can still be put right, soonest first. */
      beforeInspection: z.array(inspectionRowSchema),
      /** Every adviser who has participants, to choose from. */
      advisers: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  },
  /** The list that a figure counts, in the order of the due dates. */
  "compliance-list": {
    input: z.strictObject({ period: compliancePeriodSchema, figure: complianceFigureSchema }),
    output: z.object({ rows: z.array(complianceRowSchema) }),
  },
  "export-compliance": {
    input: z.strictObject({ period: compliancePeriodSchema, format: z.enum(["pdf", "csv"]) }),
    output: z.object({
      fileName: z.string(),
      /** The document's bytes, base64. */
      document: z.string(),
    }),
  },
} as const;

export type CompliancePeriod = z.infer<typeof compliancePeriodSchema>;
