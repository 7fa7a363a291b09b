import type { NinoRule } from "../../shared/client-record/nino.ts";
import type { AppEvent } from "../../shared/contract.ts";
import type { CivilDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type {
  ImportColumnChoice,
  ImportCounts,
  ImportRemark,
  ImportReview,
} from "../../shared/import/import-review.ts";
import type { Result } from "../../shared/result.ts";
import type { Adviser } from "../store/repositories/advisers.ts";

/** What one import's worker is started with. */
export interface ImportWork {
  readonly storeFile: string;
  readonly key: Uint8Array;
  readonly adviser: Adviser;
  readonly rule: NinoRule;
  readonly infoCharacters: number;
  /** One number, which both sides change in one step: a `Stage`. */
  readonly stage: SharedArrayBuffer;
}

/** Where an import stands between Cancel and commit: whoever leaves `open` first has decided. */
export const STAGE = { open: 0, cancelled: 1, committing: 2 } as const;

/** The moment that the adviser's clock shows. */
export interface Moment {
  readonly now: string;
  readonly today: CivilDate;
}

/** What the worker is asked to do, one after the other. */
export type ImportTask =
  | { readonly kind: "part"; readonly bytes: Uint8Array }
  | { readonly kind: "check"; readonly choices: readonly ImportColumnChoice[] | null; readonly at: Moment }
  | { readonly kind: "remarks"; readonly from: number }
  | { readonly kind: "write"; readonly at: Moment };

/** What the worker answers to each kind of task. */
export interface ImportTaskValue {
  readonly part: number;
  readonly check: ImportReview;
  readonly remarks: readonly ImportRemark[];
  readonly write: ImportCounts;
}

/** A task with the number by which its answer is known. */
export interface ImportTaskMessage {
  readonly id: number;
  readonly task: ImportTask;
}

/** What the worker says: an answer, how far it is, or what the windows have to hear. */
export type ImportWord =
  | { readonly id: number; readonly answer: Result<ImportTaskValue[ImportTask["kind"]], AppError> }
  | { readonly done: number; readonly of: number }
  | { readonly event: AppEvent };
