import { z } from "zod";
import { momentSchema } from "../dates.ts";

/** The window of the client record in which a pulled-through detail is changed; Client is the client's own page. */
export const recordWindowSchema = z.enum(["More", "JSAg", "Client", "CBW", "IWBC", "Quals"]);

/** One pulled-through detail that differs from the plan's copy (¶21, ¶91). */
export const pulledChangeSchema = z.object({
  tab: z.enum(["Aims", "EHist", "PCirc", "Quals"]),
  /** The field by its name on screen: `Job Pref 1`, `Council Tax`, `3-4`, `Qualification`. */
  field: z.string(),
  /** As shown; empty where the saved plan has nothing, or the qualification was not there. */
  before: z.string(),
  after: z.string(),
  window: recordWindowSchema,
  /** When and by whom it was changed; null where the record of changes does not say, or it changed by age alone. */
  changedAt: momentSchema.nullable(),
  changedBy: z.string().nullable(),
  /** A child's band that moved because the child grew older. */
  isByAge: z.boolean(),
  /** It changed since the plan was last viewed (¶21). */
  isNew: z.boolean(),
});

export type RecordWindow = z.infer<typeof recordWindowSchema>;
export type PulledChange = z.infer<typeof pulledChangeSchema>;
