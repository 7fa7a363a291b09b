import { z } from "zod";
import { momentSchema } from "../dates.ts";

/** A dated, signed note on a client; never edited, only added to. */
export const conversationSchema = z.object({
  id: z.string(),
  text: z.string(),
  createdAt: momentSchema,
  createdBy: z.string(),
  isByTelephone: z.boolean(),
  interviewId: z.string().nullable(),
  /** The Action Item that the note wants closed at the next interview (¶68); null for any other note. */
  closesItemId: z.string().nullable(),
});

/** A note to close whose Action Item is still open: it appears when the next interview starts. */
export const closeNoteSchema = z.object({
  conversationId: z.string(),
  itemId: z.string(),
  itemText: z.string(),
  text: z.string(),
  createdAt: momentSchema,
  createdBy: z.string(),
  isByTelephone: z.boolean(),
});

export type Conversation = z.infer<typeof conversationSchema>;
export type CloseNote = z.infer<typeof closeNoteSchema>;

/** How a conversation was held, where that was said, and by whom it was noted. */
export function notedBy({ createdBy, isByTelephone }: Pick<Conversation, "createdBy" | "isByTelephone">): string {
  return isByTelephone ? `telephone, ${createdBy}` : createdBy;
}
