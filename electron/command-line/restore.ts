import type { AppError } from "../../shared/errors.ts";
import { ok, type Result } from "../../shared/result.ts";
import { finishRestore, isRestoreUnfinished, restoreArchive } from "../store/backups.ts";
import { type FolderHold, holdFolder } from "../store/hold-folder.ts";
import { TRAINING_KEY } from "../store/training-key.ts";
import type { ExitCode, Output } from "./output.ts";
import type { Invocation } from "./read-arguments.ts";

/** Puts a backup in the place of a data folder's store, which no start may be using; what it replaces is kept. */
export function runRestore(
  file: string,
  { dataFolder, isTraining, isJson }: Invocation,
  output: Output,
): Result<ExitCode, AppError> {
  const key = isTraining ? TRAINING_KEY : undefined;
  const now = new Date().toISOString();
  const restored = whileHeld(dataFolder, (hold) => restoreArchive({ file, dataFolder, hold, now, isTraining, key }));
  if (!restored.ok) return restored;
  const { kept } = restored.value;
  const readable = kept ? `${file} was restored. The store it replaced is kept: ${kept}` : `${file} was restored.`;
  output.result(isJson ? JSON.stringify(kept ? { file, kept } : { file }, null, 2) : readable);
  return ok(0);
}

/** Finishes a restore that was killed on its way, so that a store is not opened before its keys are in place. */
export function finishKilledRestore(dataFolder: string): Result<null, AppError> {
  if (!isRestoreUnfinished(dataFolder)) return ok(null);
  return whileHeld(dataFolder, (hold) => {
    finishRestore(dataFolder, hold);
    return ok(null);
  });
}

function whileHeld<T>(dataFolder: string, work: (hold: FolderHold) => Result<T, AppError>): Result<T, AppError> {
  const hold = holdFolder(dataFolder, `the command line, process ${process.pid}`);
  if (!hold.ok) return hold;
  try {
    return work(hold.value);
  } finally {
    hold.value.release();
  }
}
