import { dateOfMoment, formatDate } from "../dates.ts";
import { foldName } from "../text.ts";
import { type Conversation, notedBy } from "./conversation.ts";

/** The conversations that hold every word that was typed, in their text, their writer's name, their date or how they were held; in their order. */
export function findConversations(conversations: readonly Conversation[], typed: string): readonly Conversation[] {
  const words = typed.trim().split(/\s+/u).map(fold).filter(Boolean);
  if (words.length === 0) return conversations;
  return conversations.filter((conversation) => {
    const { text, createdAt } = conversation;
    const hay = `${text} ${notedBy(conversation)} ${formatDate(dateOfMoment(createdAt))}`
      .split(/\s+/u)
      .map(fold)
      .join(" ");
    return words.every((word) => hay.includes(word));
  });
}

/** A word without case and diacritics; one of signs alone, such as the strokes of a date, stays as it is. */
function fold(word: string): string {
  return /\p{L}/u.test(word) ? foldName(word) : word;
}
