import { countCharacters, isBlank } from "../text.ts";

/** A tab's text with an answer put below it, or by how much that would be too long: then nothing is copied. */
export type CopiedAnswer =
  | { readonly fits: true; readonly text: string }
  | { readonly fits: false; readonly over: number };

/** Puts the answer to a participation question below what stands in a tab's text, whole or not at all (¶63, TX-3). */
export function copyAnswer(standing: string, answer: string, limit: number): CopiedAnswer {
  const text = isBlank(standing) ? answer : `${standing.trimEnd()}\n${answer}`;
  const over = countCharacters(text) - limit;
  return over > 0 ? { fits: false, over } : { fits: true, text };
}
