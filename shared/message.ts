import type { AppError, AppErrorOf } from "./errors.ts";

/** What a person reads when something is refused: what it is about, what happened, what to do. */
export interface Message {
  readonly title: string;
  readonly text: string;
  readonly whatToDo: string;
}

/** The words of each refusal by its code; each area has a table of its own part, and messages.ts puts them together. */
export type ErrorMessages = { readonly [Code in AppError["code"]]: (error: AppErrorOf<Code>) => Message };

/** Puts the three parts of a message together. */
export function message(title: string, text: string, whatToDo: string): Message {
  return { title, text, whatToDo };
}

/** A word as it follows a count. */
export function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}
