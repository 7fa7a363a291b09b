import { z } from "zod";

/** Why a client is erased. It is one of a few codes, since words of one's own could name the person for ever. */
export const erasureReasonSchema = z.enum(["request", "retention", "mistake", "order"]);

export type ErasureReason = z.infer<typeof erasureReasonSchema>;

/** Each reason as people read it. */
export const ERASURE_REASONS: Readonly<Record<ErasureReason, string>> = {
  request: "The client asked for it",
  retention: "It has been kept for as long as it may be",
  mistake: "It should never have been recorded here",
  order: "A court or the Information Commissioner ordered it",
};

/** How many characters of the NINO are typed before a client is erased. */
export const NINO_END_LENGTH = 4;

/** What an erasure did to the copies of the store that were made before it. */
export const erasedBackupsSchema = z.object({
  /** The backup made after the erasure in place of the older ones; null where there was none to replace, or it failed. */
  made: z.string().nullable(),
  deleted: z.array(z.string()),
  /** Copies that could not be deleted and still hold the client. */
  left: z.array(z.string()),
});

export type ErasedBackups = z.infer<typeof erasedBackupsSchema>;
