import type { Finding } from "../../shared/spelling/spelling.ts";

/** What the worker can be asked, one thing at a time. */
export type Task =
  | { readonly kind: "check"; readonly text: string; readonly people: readonly string[] }
  | { readonly kind: "suggest"; readonly word: string }
  | { readonly kind: "own-words"; readonly words: readonly string[] }
  | { readonly kind: "warm-up" };

/** What is wrong in a text, and the words that were found right for the first time. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly learned: readonly string[];
}

/** What the worker answers to each. */
export interface TaskValue {
  readonly check: Checked;
  readonly suggest: readonly string[];
  readonly "own-words": null;
  readonly "warm-up": null;
}

/** A task on its way to the worker. */
export interface WorkerRequest {
  readonly id: number;
  readonly task: Task;
}

/** The answer to the request with the same id; what goes wrong ends the worker instead. */
export interface WorkerAnswer {
  readonly id: number;
  readonly value: TaskValue[Task["kind"]];
}
