import { type ErrorMessages, message } from "../message.ts";

/** Refusals about the spelling check and the dictionary. */
export const spellingMessages = {
  "spelling-unavailable": () =>
    message(
      "The spelling could not be checked",
      "The spelling check did not answer. Nothing you typed is lost, and it can be saved unchecked.",
      "Go on, and check the spelling later. If it happens again, close Action Plan and start it again.",
    ),
  "not-a-word": () =>
    message(
      "This is not a word",
      "A word for the dictionary is one word of letters, with hyphens or apostrophes inside it, of 60 characters at most.",
      "Enter one word, without spaces, numbers or other signs.",
    ),
  "word-not-found": () =>
    message(
      "Word not found",
      "This word is no longer in the office's dictionary.",
      "Open the dictionary again to see what is in it.",
    ),
  "too-many-words": (error) =>
    message(
      "Too many words",
      `The office's dictionary holds ${error.limit.toLocaleString("en-GB")} words at most. No word was added.`,
      "Take out words that nobody needs, or import fewer.",
    ),
} satisfies Partial<ErrorMessages>;
