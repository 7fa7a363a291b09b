import { Worker } from "node:worker_threads";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { LARGEST_IMPORT_BYTES } from "../../shared/import/import-requests.ts";
import type {
  ImportColumnChoice,
  ImportCounts,
  ImportRemark,
  ImportReview,
} from "../../shared/import/import-review.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { endWorker } from "../platform/end-worker.ts";
import { keyOf } from "../store/store-key.ts";
import { type ImportTask, type ImportTaskValue, type ImportWord, type ImportWork, STAGE } from "./import-messages.ts";
import type { ServiceContext } from "./service-context.ts";

type Answer<Value> = Promise<Result<Value, AppError>>;

/** Imports from a window, one at a time; each has a worker of its own, which reads, checks and writes. */
export interface ImportDesk {
  begin(bytes: number): Result<{ readonly importId: string }, AppError>;
  /** Takes the file's next bytes, base64, and answers how many it has. */
  sendPart(importId: string, part: string): Answer<{ readonly received: number }>;
  check(importId: string, choices: readonly ImportColumnChoice[] | null): Answer<ImportReview>;
  remarks(importId: string, from: number): Answer<{ readonly remarks: ImportRemark[] }>;
  confirm(importId: string): Answer<ImportCounts>;
  cancel(importId: string): Answer<RequestOutput<"cancel-import">>;
  /** The window is still there. */
  keep(importId: string): Result<Record<string, never>, AppError>;
  /** Gives up what is under way. */
  close(): Promise<void>;
}

/** For so long nothing need be heard of a window before its import is given up; a browser slows hidden windows down. */
const PATIENCE_MILLISECONDS = 3 * 60_000;

/** Opens the desk at which imports are made. */
export function createImportDesk(context: ServiceContext, patience = PATIENCE_MILLISECONDS): ImportDesk {
  let current: ImportRun | undefined;

  /** The import with an id, from which something has just been heard. */
  function found(importId: string): Result<ImportRun, AppError> {
    if (current?.id !== importId || current.isOver) return err({ code: "import-over" });
    current.heard();
    return ok(current);
  }

  return {
    begin(bytes) {
      if (current && !current.isOver) return err({ code: "import-under-way" });
      current = new ImportRun(context, bytes, patience);
      return ok({ importId: current.id });
    },
    async sendPart(importId, part) {
      const run = found(importId);
      return run.ok ? run.value.sendPart(Buffer.from(part, "base64")) : run;
    },
    async check(importId, choices) {
      const run = found(importId);
      return run.ok ? run.value.check(choices) : run;
    },
    async remarks(importId, from) {
      const run = found(importId);
      if (!run.ok) return run;
      const listed = await run.value.ask({ kind: "remarks", from });
      return listed.ok ? ok({ remarks: [...listed.value] }) : listed;
    },
    async confirm(importId) {
      const run = found(importId);
      return run.ok ? run.value.write() : run;
    },
    async cancel(importId) {
      const run = found(importId);
      // An import that is over already has nothing left to give up.
      return ok({ isCancelled: run.ok ? await run.value.cancel() : true });
    },
    keep(importId) {
      const run = found(importId);
      return run.ok ? ok({}) : run;
    },
    async close() {
      await current?.end();
    },
  };
}

/** One import, as the thread that answers windows has it. */
class ImportRun {
  readonly id: string;
  readonly #context: ServiceContext;
  readonly #bytes: number;
  readonly #patience: number;
  readonly #worker: Worker;
  readonly #stage = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  readonly #waiting = new Map<number, PromiseWithResolvers<Result<unknown, AppError>>>();
  #received = 0;
  #nextTask = 1;
  #isReady = false;
  #isWriting = false;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(context: ServiceContext, bytes: number, patience: number) {
    this.id = context.newId();
    this.#context = context;
    this.#bytes = bytes;
    this.#patience = patience;
    const { store, adviser, ninoRule, policy } = context;
    const workerData: ImportWork = {
      storeFile: store.file,
      key: keyOf(store),
      adviser,
      rule: ninoRule,
      infoCharacters: policy.infoCharacters,
      stage: this.#stage,
    };
    this.#worker = new Worker(new URL("./import-worker.ts", import.meta.url), { workerData });
    this.#worker.on("message", (word: ImportWord) => this.#hear(word));
    this.#worker.once("error", (error) => this.#fail(error));
    // An import alone does not keep the application from ending.
    this.#worker.unref();
    this.heard();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // Whoever waits for an answer is there, whether or not the window says so.
      if (this.#waiting.size > 0) this.heard();
      else void this.end();
    }, this.#patience).unref();
  }

  async sendPart(bytes: Uint8Array): Answer<{ received: number }> {
    this.#received += bytes.length;
    if (this.#received > this.#bytes || this.#isReady) return err({ code: "import-not-ready" });
    // Once there is more than the limit the check refuses the file by its size, and no more of it is kept.
    if (this.#received - bytes.length > LARGEST_IMPORT_BYTES) return ok({ received: this.#received });
    const sent = await this.ask({ kind: "part", bytes });
    return sent.ok ? ok({ received: this.#received }) : sent;
  }

  async check(choices: readonly ImportColumnChoice[] | null): Answer<ImportReview> {
    if (this.#received !== this.#bytes || this.#isWriting) return err({ code: "import-not-ready" });
    const review = await this.ask({ kind: "check", choices, at: this.#moment() });
    this.#isReady = review.ok && review.value.problemCount === 0;
    return review;
  }

  async write(): Answer<ImportCounts> {
    if (!this.#isReady || this.#isWriting) return err({ code: "import-not-ready" });
    this.#isWriting = true;
    const written = await this.ask({ kind: "write", at: this.#moment() });
    await this.end();
    return written;
  }

  /** Gives the import up; false where its rows are being committed already. */
  async cancel(): Promise<boolean> {
    const stage = new Int32Array(this.#stage);
    if (Atomics.compareExchange(stage, 0, STAGE.open, STAGE.cancelled) === STAGE.committing) return false;
    // What is being written is taken back before anybody hears that it was cancelled.
    const written = [...this.#waiting.values()].map(({ promise }) => promise);
    if (this.#isWriting) await Promise.all(written);
    await this.end();
    return true;
  }

  async end(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    await endWorker(this.#worker);
    for (const { resolve } of this.#waiting.values()) resolve(err({ code: "import-over" }));
    this.#waiting.clear();
  }

  async ask<Kind extends ImportTask["kind"]>(
    task: ImportTask & { kind: Kind },
  ): Promise<Result<ImportTaskValue[Kind], AppError>> {
    const id = this.#nextTask;
    this.#nextTask += 1;
    const waiting = Promise.withResolvers<Result<unknown, AppError>>();
    this.#waiting.set(id, waiting);
    this.#worker.ref();
    this.#worker.postMessage({ id, task });
    const answer = await waiting.promise;
    return answer as Result<ImportTaskValue[Kind], AppError>;
  }

  #hear(word: ImportWord): void {
    if ("event" in word) this.#context.emit(word.event);
    else if ("done" in word) this.#context.emit({ event: "progress", task: this.id, ...word });
    else {
      this.#waiting.get(word.id)?.resolve(word.answer);
      this.#waiting.delete(word.id);
      if (this.#waiting.size === 0) this.#worker.unref();
      this.heard();
    }
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    void this.end();
  }

  #moment() {
    const { clock } = this.#context;
    return { now: clock.now(), today: clock.today() };
  }
}
