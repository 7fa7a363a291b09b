import { z } from "zod";
import { civilDateSchema, momentSchema } from "../dates.ts";

/** A check set on an Action Item (¶65): it stays listed until it is marked done. */
export const workflowSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  checkDate: civilDateSchema,
  note: z.string(),
  setBy: z.string(),
  setAt: momentSchema,
});

export type Workflow = z.infer<typeof workflowSchema>;
