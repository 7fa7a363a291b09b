import { Worker } from "node:worker_threads";
import type { AppErrorOf } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Pdf } from "./pdf-engine.ts";
import type { ClericalJob, PrintJob } from "./print-job.ts";
import type { RenderAnswer } from "./render-worker.ts";

/** Renders print jobs away from the thread that answers windows. */
export interface PrintRenderer {
  /** Renders one job after another; a job that fails, even with its worker, does no harm to the next. */
  render(job: PrintJob | ClericalJob): Promise<Result<Pdf, AppErrorOf<"print-failed">>>;
  /** Stops the worker; a job under way, and any after it, is refused. */
  close(): Promise<void>;
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

  async function renderNext(job: PrintJob | ClericalJob): Promise<Result<Pdf, AppErrorOf<"print-failed">>> {
    if (isClosed) return err({ code: "print-failed" });
    worker ??= startWorker();
    const answer = await answerOf(worker, job);
    if ("pdf" in answer) return ok(answer.pdf);
    options.onFailure?.(answer.error);
    return err({ code: "print-failed" });
  }

  return {
    render: (job) => {
      const rendered = lastJob.then(() => renderNext(job));
      lastJob = rendered.catch(() => undefined);
      return rendered;
    },
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

/** Posts a job and waits for the worker's answer or end; meanwhile, and only then, it keeps the process alive. */
function answerOf(worker: Worker, job: PrintJob | ClericalJob): Promise<RenderAnswer> {
  const { promise, resolve } = Promise.withResolvers<RenderAnswer>();
  const onExit = () => resolve({ error: new Error("The print worker ended before it answered") });
  const onError = (error: unknown) => resolve({ error: error instanceof Error ? error : new Error(String(error)) });
  worker.once("message", resolve).once("error", onError).once("exit", onExit);
  worker.ref();
  worker.postMessage(job);
  return promise.finally(() => {
    worker.off("message", resolve).off("error", onError).off("exit", onExit);
    worker.unref();
  });
}
