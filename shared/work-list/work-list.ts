import { z } from "zod";
import { planKindSchema } from "../action-plan/action-plan.ts";
import { civilDateSchema } from "../dates.ts";

/** Whose work is listed: the adviser's own, or everybody's in the office. */
export const workScopeSchema = z.enum(["mine", "office"]);

/** The groups of the work list, in their order on screen. */
export const workGroupSchema = z.enum([
  "appointments-today",
  "target-dates",
  "workflows",
  "no-target-date",
  "drafts",
  "jets-due",
  "clerical",
]);

/** Which plan of the client a row is about; absent for the Labour Market System's. */
const kind = planKindSchema.optional();

/** Where a row of the work list leads, in one step. */
export const workDestinationSchema = z.discriminatedUnion("to", [
  z.object({ to: z.literal("client") }),
  /** The Labour Market System's plan where no kind is named. */
  z.object({ to: z.literal("plan"), kind }),
  z.object({ to: z.literal("item"), itemId: z.string(), kind }),
  z.object({ to: z.literal("draft"), kind }),
  /** Entering a clerical form whose serial number is known. */
  z.object({ to: z.literal("clerical"), serial: z.string(), formId: z.string() }),
  /** Checking what was entered against the form. */
  z.object({ to: z.literal("clerical-proof"), formId: z.string() }),
]);

/** One thing to do. */
export const workRowSchema = z.object({
  id: z.string(),
  /** '' for a blank clerical form that belongs to nobody yet. */
  clientId: z.string(),
  clientName: z.string(),
  what: z.string(),
  date: civilDateSchema.nullable(),
  opens: workDestinationSchema,
});

/** Everything that waits, by group; a group without rows is left out. */
export const workListSchema = z.object({
  groups: z.array(
    z.object({
      group: workGroupSchema,
      rows: z.array(workRowSchema),
      /** True when there are more than are listed. */
      hasMore: z.boolean(),
    }),
  ),
});

export type WorkScope = z.infer<typeof workScopeSchema>;
export type WorkGroup = z.infer<typeof workGroupSchema>;
export type WorkDestination = z.infer<typeof workDestinationSchema>;
export type WorkRow = z.infer<typeof workRowSchema>;
export type WorkList = z.infer<typeof workListSchema>;
