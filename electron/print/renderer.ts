import { Worker } from "node:worker_threads";
import type { AppErrorOf } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { endWorker } from "../platform/end-worker.ts";
import type { Rendered } from "./pdf-engine.ts";
import type { DocumentJob } from "./print-job.ts";
import type { FromWorker, RenderAnswer } from "./render-worker.ts";

type Refusal = AppErrorOf<"print-failed"> | AppErrorOf<"print-cancelled">;

/** Renders print jobs away from the thread that answers windows. */
export interface PrintRenderer {
  /** Renders one job after another; a job that fails or is cancelled, even with its worker, does no harm to the next. */
  render(job: DocumentJob, attended?: Attended): Promise<Result<Rendered, Refusal>>;
  /** Stops the worker; a job under way, and any after it, is refused. */
  close(): Promise<void>;
}

/** How whoever asked for a job goes along with it. */
export interface Attended {
  /** Aborted when the job is cancelled. */
  readonly signal?: AbortSignal;
  /** Told which part of the pages is drawn, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

/** What a renderer may be given. */
export interface PrintRendererOptions {
  /** Told why a job failed, for the error log. */
  readonly onFailure?: (error: Error) => void;
  /** Another worker module than the product's, as tests of failure need. */
  readonly workerModule?: URL;
}

/** A renderer whose worker starts with the first job and keeps its fonts loaded for the next. */
export function createPrintRenderer(options: PrintRendererOptions = {}): PrintRenderer {
  const workerModule = options.workerModule ?? new URL("./render-worker.ts", import.meta.url);
  let worker: Worker | undefined;
  let isClosed = false;
  let lastJob: Promise<unknown> = Promise.resolve();

  function startWorker(): Worker {
    const started = new Worker(workerModule);
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    started.once("error", forget).once("exit", forget);
    return started;
  }

  async function renderNext(job: DocumentJob, attended: Attended): Promise<Result<Rendered, Refusal>> {
    if (isClosed) return err({ code: "print-failed" });
    if (attended.signal?.aborted) return err({ code: "print-cancelled" });
    worker ??= startWorker();
    const answer = await answerOf(worker, job, attended);
    // It may have been done by the time it was cancelled: whoever cancelled it does not want it all the same.
    if (attended.signal?.aborted) return err({ code: "print-cancelled" });
    if ("rendered" in answer) return ok(answer.rendered);
    options.onFailure?.(answer.error);
    return err({ code: "print-failed" });
  }

  return {
    render: (job, attended = {}) => {
      const rendered = lastJob.then(() => renderNext(job, attended));
      lastJob = rendered.catch(() => undefined);
      return rendered;
    },
    close: async () => {
      isClosed = true;
      if (worker) await endWorker(worker);
    },
  };
}

/**
 * Posts a job and waits for the worker's answer or end; meanwhile, and only then, it keeps the process alive. Layout cannot
 * be interrupted: a job that is cancelled costs its worker.
 */
function answerOf(worker: Worker, job: DocumentJob, { signal, onProgress }: Attended): Promise<RenderAnswer> {
  const { promise, resolve } = Promise.withResolvers<RenderAnswer>();
  const onMessage = (said: FromWorker) => {
    if ("part" in said) onProgress?.(said.part);
    else resolve(said);
  };
  const onExit = () => resolve({ error: new Error("The print worker ended before it answered") });
  const onError = (error: unknown) => resolve({ error: error instanceof Error ? error : new Error(String(error)) });
  const onAbort = () => void worker.terminate();
  worker.on("message", onMessage).once("error", onError).once("exit", onExit);
  signal?.addEventListener("abort", onAbort, { once: true });
  worker.ref();
  worker.postMessage(job);
  return promise.finally(() => {
    signal?.removeEventListener("abort", onAbort);
    worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    worker.unref();
  });
}
