import { parentPort, workerData } from "node:worker_threads";
import type { CopyJob } from "./backups-copy.ts";
import { connect } from "./connect.ts";
import { quickCheck } from "./quick-check.ts";

/** What a worker is started for: one copy, or one look at a store's structure. */
export type BackupWork =
  | { readonly kind: "copy"; readonly job: CopyJob; readonly key: Uint8Array }
  | { readonly kind: "check"; readonly storeFile: string; readonly key: Uint8Array };

/** What the worker posts when it is done: the archive's size, or what is wrong with the store. */
export type BackupAnswer =
  | { readonly bytes: number }
  | { readonly problems: readonly string[] }
  | { readonly failure: { readonly code: string | undefined; readonly frames: Error } };

parentPort?.postMessage(await answer(workerData as BackupWork));

async function answer(work: BackupWork): Promise<BackupAnswer> {
  const key = Buffer.from(work.key);
  try {
    if (work.kind === "check") return { problems: checkStructure(work.storeFile, key) };
    // What only a copy needs takes three times the memory of a check, which every start makes.
    const { copyToArchive } = await import("./backups-copy.ts");
    return { bytes: copyToArchive(work.job, key) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    // An error loses its code on the way to another thread.
    return { failure: { code: (error as NodeJS.ErrnoException).code, frames: error } };
  }
}

function checkStructure(storeFile: string, key: Buffer): string[] {
  const database = connect(storeFile, key);
  try {
    return quickCheck(database);
  } finally {
    database.close();
  }
}
