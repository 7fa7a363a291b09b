import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { makeFolder } from "../platform/data-folder.ts";
import { storeError } from "./store-errors.ts";

/** A data folder that this process alone works in, until it lets go or dies. */
export interface FolderHold {
  release(): void;
}

/**
 * Takes a data folder for one start of the application: an SQLite file held exclusively, which the operating system
 * frees even after SIGKILL. A second start is refused at once and told who holds it.
 */
export function holdFolder(folder: string, holder: string): Result<FolderHold, AppError> {
  const file = join(folder, "start.lock");
  const holderFile = join(folder, "start.holder");
  let database: Database.Database | undefined;
  try {
    makeFolder(folder);
    const held = new Database(file, { timeout: 0 });
    database = held;
    held.exec("BEGIN EXCLUSIVE");
    writeFileSync(holderFile, holder, { mode: 0o600 });
    return ok({ release: () => held.close() });
  } catch (thrown) {
    database?.close();
    const refusal = storeError(thrown, file);
    if (refusal?.code === "store-busy") return err({ code: "store-held", holder: readHolder(holderFile) });
    if (refusal) return err(refusal);
    if ((thrown as NodeJS.ErrnoException).code !== undefined) return err({ code: "store-read-only" });
    throw thrown;
  }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "another start of Action Plan";
  }
}
