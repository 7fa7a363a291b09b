import { Worker } from "node:worker_threads";
import type { AppErrorOf } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Finding } from "../../shared/spelling/spelling.ts";
import { endWorker } from "../platform/end-worker.ts";
import { createFamiliarWords } from "./familiar-words.ts";
import type { Checked, Task, TaskValue, WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

type Refused = AppErrorOf<"spelling-unavailable">;

/** The spelling check, away from the thread that answers windows. */
export interface Spelling {
  /** What is wrong in each text, in the order of the texts; the people's names are right. */
  check(texts: readonly string[], people: readonly string[]): Promise<Result<readonly (readonly Finding[])[], Refused>>;
  /** What may have been meant by a word, best first. */
  suggest(word: string): Promise<Result<readonly string[], Refused>>;
  /** Reads the office's words again; whatever is asked from now on goes by them. */
  refreshOwnWords(): void;
  /** Starts the worker and has it read what it needs, so that nobody waits for it later. */
  warmUp(): Promise<void>;
  /** Stops the worker; what is still asked is refused. */
  close(): Promise<void>;
}

/** What the spelling check may be given. */
export interface SpellingOptions {
  /** The words that are right besides those of UK English. */
  readonly ownWords?: () => readonly string[];
  /** Told why a request could not be answered, for the error log. */
  readonly onFailure?: (error: Error) => void;
  /** Another worker module than the product's, as tests of failure need. */
  readonly workerModule?: URL;
  /** How long one text or word may take before the worker counts as stuck. */
  readonly patienceMilliseconds?: number;
}

/** A task that waits for its turn, with how to answer it. */
interface Waiting {
  readonly task: Task;
  readonly settle: (result: Result<unknown, Refused>) => void;
  /** How often it was with a worker that ended before it answered. */
  failures: number;
}

const PATIENCE_MILLISECONDS = 10_000;
const TRIES = 2;
/** Reading the dictionary leaves much behind; with room for all of it, 60 MB more would stay with the worker for good. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 16 };
const UNAVAILABLE = err<Refused>({ code: "spelling-unavailable" });

/**
 * A spelling check whose worker starts with the first request. One task is with the worker at a time and the newest that
 * waits goes next, so that what an adviser does now overtakes what a long check still has to do. When the worker ends,
 * another takes its place and the task is asked once more. Texts in which it found every word right before do not go
 * there at all.
 */
export function createSpelling(options: SpellingOptions = {}): Spelling {
  const { patienceMilliseconds = PATIENCE_MILLISECONDS, ownWords = () => [] } = options;
  const workerModule = options.workerModule ?? new URL("./spelling-worker.ts", import.meta.url);
  const familiar = createFamiliarWords();
  const waiting: Waiting[] = [];
  let worker: Worker | undefined;
  let isBusy = false;
  let isClosed = false;
  let nextId = 1;

  function startWorker(): Worker {
    const words = ownWords();
    const started = new Worker(workerModule, { resourceLimits: RESOURCE_LIMITS });
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    // It has to be heard even while nothing is asked: an error that nobody hears would end the process.
    started.once("error", forget).once("exit", forget);
    post(started, { kind: "own-words", words });
    return started;
  }

  function post(to: Worker, task: Task): number {
    const id = nextId;
    nextId += 1;
    to.postMessage({ id, task } satisfies WorkerRequest);
    return id;
  }

  async function serveNext(): Promise<void> {
    const next = isBusy ? undefined : waiting.pop();
    if (!next) return;
    isBusy = true;
    const outcome = await attempt(next.task);
    isBusy = false;
    if (outcome.ok || isClosed) {
      next.settle(outcome.ok ? outcome : UNAVAILABLE);
    } else {
      next.failures += 1;
      if (next.failures < TRIES) waiting.push(next);
      else {
        options.onFailure?.(outcome.error);
        next.settle(UNAVAILABLE);
      }
    }
    void serveNext();
  }

  async function attempt(task: Task): Promise<Result<unknown, Error>> {
    try {
      worker ??= startWorker();
    } catch (thrown) {
      // The store that holds the office's words may be closed by now, or damaged.
      return err(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
    const asked = worker;
    const { edition } = familiar;
    const outcome = await answerOf(asked, post(asked, task), patienceMilliseconds);
    if (!outcome.ok) {
      // Stuck or ended: nothing more is asked of it, even before its end is told.
      if (worker === asked) worker = undefined;
      await endWorker(asked);
    } else if (task.kind === "check") familiar.learn((outcome.value as Checked).learned, edition);
    return outcome;
  }

  function ask<Kind extends Task["kind"]>(task: Task & { kind: Kind }): Promise<Result<TaskValue[Kind], Refused>> {
    if (isClosed) return Promise.resolve(UNAVAILABLE);
    return new Promise((resolve) => {
      const settle = (result: Result<unknown, Refused>) => resolve(result as Result<TaskValue[Kind], Refused>);
      waiting.push({ task, settle, failures: 0 });
      void serveNext();
    });
  }

  return {
    async check(texts, people) {
      const foundHere = isClosed ? undefined : familiar.check(texts, people);
      if (foundHere) return ok(foundHere);
      const asked = texts.map((text) => ask({ kind: "check", text, people }));
      const found: (readonly Finding[])[] = [];
      for (const answer of await Promise.all(asked)) {
        if (!answer.ok) return answer;
        found.push(answer.value.findings);
      }
      return ok(found);
    },
    suggest: (word) => ask({ kind: "suggest", word }),
    refreshOwnWords() {
      familiar.forget();
      if (worker) post(worker, { kind: "own-words", words: ownWords() });
    },
    warmUp: async () => void (await ask({ kind: "warm-up" })),
    async close() {
      isClosed = true;
      for (const { settle } of waiting.splice(0)) settle(UNAVAILABLE);
      if (worker) await endWorker(worker);
    },
  };
}

/** Waits for the answer with an id, or for the worker's end; meanwhile, and only then, it keeps the process alive. */
async function answerOf(worker: Worker, id: number, patience: number): Promise<Result<unknown, Error>> {
  const { promise, resolve } = Promise.withResolvers<Result<unknown, Error>>();
  const onMessage = (answer: WorkerAnswer) => {
    if (answer.id === id) resolve(ok(answer.value));
  };
  const onExit = () => resolve(err(new Error("The spelling worker ended before it answered")));
  const onError = (error: unknown) => resolve(err(error instanceof Error ? error : new Error(String(error))));
  const timer = setTimeout(() => resolve(err(new Error("The spelling worker did not answer"))), patience);
  worker.on("message", onMessage).once("error", onError).once("exit", onExit);
  worker.ref();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    worker.unref();
  }
}
