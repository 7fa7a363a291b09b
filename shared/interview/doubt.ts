import { z } from "zod";
import { momentSchema } from "../dates.ts";

/** What a Decision Makers (DMA) question is about: fail to participate (¶119), or another doubt in words. */
export const doubtKindSchema = z.enum(["ftp", "other"]);

/** A doubt recorded during an interview as a DMA question. */
export const doubtSchema = z.object({
  id: z.string(),
  interviewId: z.string(),
  kind: doubtKindSchema,
  text: z.string(),
  recordedAt: momentSchema,
  recordedBy: z.string(),
  /** When it was withdrawn, before End; null when it stands. */
  withdrawnAt: momentSchema.nullable(),
  /** What came of considering a sanction (¶121); null while it is still to be considered. */
  settledAt: momentSchema.nullable(),
  settledBy: z.string().nullable(),
  outcome: z.string(),
});

export type DoubtKind = z.infer<typeof doubtKindSchema>;
export type Doubt = z.infer<typeof doubtSchema>;
