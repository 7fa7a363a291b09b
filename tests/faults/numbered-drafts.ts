import { NO_CHANGES } from "../../shared/action-plan/action-plan.ts";
import type { DraftContent } from "../../shared/action-plan/draft.ts";

/** Longer than a page of the store, so that half of it could be told. */
const WORDS = 400;

/** A draft that carries its number at both ends of every text of it. */
export function numberedDraft(number: number): DraftContent {
  const text = `${number} ${"and so on ".repeat(WORDS)}${number}`;
  return {
    changes: { ...NO_CHANGES, texts: { info: text, aims: text } },
    unreadDates: [],
    place: { mode: "list", itemId: null, reviewId: null },
    keysGiven: number,
    writtenIn: { window: "one", count: number },
  };
}
