import { parentPort, workerData } from "node:worker_threads";
import type { AppError } from "../../shared/errors.ts";
import { err, type Result } from "../../shared/result.ts";
import { openBeside } from "../store/open-beside.ts";
import { storeError } from "../store/store-errors.ts";
import type { ImportTask, ImportTaskMessage, ImportWord, ImportWork } from "./import-messages.ts";
import { createImportSession } from "./import-session.ts";

const work = workerData as ImportWork;
const session = createImportSession(work, () => openBeside(work.storeFile, Buffer.from(work.key)), {
  progress: (done, of) => post({ done, of }),
  event: (event) => post({ event }),
});

parentPort?.on("message", ({ id, task }: ImportTaskMessage) => {
  post({ id, answer: run(task) as Extract<ImportWord, { id: number }>["answer"] });
});

/** An error of the database loses its kind on the way to another thread, so it is told apart here. */
function run(task: ImportTask): Result<unknown, AppError> {
  try {
    return session.run(task);
  } catch (thrown) {
    const refusal = storeError(thrown, work.storeFile);
    if (!refusal) throw thrown;
    return err(refusal);
  }
}

function post(word: ImportWord): void {
  parentPort?.postMessage(word);
}
