import { z } from "zod";
import { momentSchema } from "../dates.ts";
import { hasDoubleQuotes, tidyText } from "../text.ts";
import { plainWord, tokenise } from "./tokens.ts";

/** What the check found: a word nobody knows, or a word that stands twice in a row. */
export const findingSchema = z.object({
  kind: z.enum(["unknown", "repeated"]),
  /** The word as it is written. */
  word: z.string(),
  /** Where it begins and ends in the text, by code unit; of a repeated word it is the second that is meant. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** The sentence it stands in, and where that begins in the text. */
  sentence: z.string(),
  sentenceStart: z.number().int().nonnegative(),
});
export type Finding = z.infer<typeof findingSchema>;

/** Tells whether a word is right; it gets straight apostrophes and composed letters. */
export type IsWord = (word: string) => boolean;

/** A word longer than this is none, whoever asks. */
export const LONGEST_WORD = 60;

/** A word that the office added to its dictionary. */
export const officeWordSchema = z.object({
  id: z.string(),
  word: z.string(),
  addedAt: momentSchema,
  /** The adviser's name. */
  addedBy: z.string(),
});
export type OfficeWord = z.infer<typeof officeWordSchema>;

/** A word as the office's dictionary holds it (AP-8, AP-9); undefined where what was typed is not one word. */
export function tidyWord(typed: string): string | undefined {
  const word = plainWord(tidyText(typed).trim());
  const [token, ...more] = tokenise(word);
  if (more.length > 0 || token?.kind !== "word" || hasDoubleQuotes(word)) return undefined;
  return word.length <= LONGEST_WORD ? word : undefined;
}
