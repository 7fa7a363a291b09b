import type { AnswerWatch, Asked } from "./answer-watch.ts";
import type { WildRequest } from "./payloads.ts";
import type { World } from "./world.ts";

/** The day on which requests begin to be made. */
export const HELL_DAY = "2012-04-16";

/** One store with the application on it, and whatever of it is to be watched besides the answers. */
export interface Front {
  readonly world: World;
  /** Steps that, drawn by chance alone, hardly ever come in their order. */
  readonly inOrder: readonly WildRequest[];
  /** Makes some requests at once, and says to the watch what was not as it should be. */
  make(group: readonly Asked[]): Promise<void>;
  /** Comes after every few hundred requests. */
  pause(): Promise<void>;
  /** Looks at the store a last time and lets go of it. */
  end(): Promise<void>;
}

/** What a front is opened on. */
export interface FrontOptions {
  /** An empty folder. */
  readonly folder: string;
  readonly seed: number;
  readonly watch: AnswerWatch;
}

/** Opens a store of one kind for requests. */
export type OpenFront = (options: FrontOptions) => Promise<Front>;
