import type { Worker } from "node:worker_threads";

const LONG = 60_000;

/** Ends a worker; the process stays alive until the worker has ended, whoever lets go of it meanwhile. */
export async function endWorker(worker: Worker): Promise<void> {
  // An answer that is still on its way has its reader unref() the worker, which would undo a ref() made here.
  const staying = setInterval(() => {}, LONG);
  try {
    await worker.terminate();
  } finally {
    clearInterval(staying);
  }
}
