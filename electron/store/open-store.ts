import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { migrate } from "./migrate.ts";
import { type Store, wrapStore } from "./store.ts";
import { storeError } from "./store-errors.ts";

/** A store's key: 32 bytes. */
export type StoreKey = Buffer;

/** How long a write waits for another process's write before it is refused, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

/**
 * Opens the store, every pragma set anew, and brings its layout up to date. A missing file is made only when `isNew`
 * says so; a damaged one, or one from a newer version, is refused and left as it is.
 */
export function openStore(file: string, key: StoreKey, options: { isNew?: boolean } = {}): Result<Store, AppError> {
  const isNew = options.isNew === true;
  if (!isNew && !existsSync(file)) return err({ code: "store-missing", file });
  let database: Database.Database | undefined;
  try {
    if (isNew) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    database = new Database(file, { timeout: BUSY_TIMEOUT, fileMustExist: !isNew });
    database.key(Buffer.from(`raw:${key.toString("hex")}`));
    setPragmas(database);
    if (isNew) chmodSync(file, 0o600);
    const store = wrapStore(database, file);
    const migrated = migrate(store);
    if (migrated.ok) return ok(store);
    database.close();
    return migrated;
  } catch (thrown) {
    database?.close();
    const refusal = storeError(thrown, file) ?? fileError(thrown);
    if (!refusal) throw thrown;
    return err(refusal);
  }
}

/** SQLite forgets all of these but the journal mode when a store is closed, and keeps temporary files in plain text. */
function setPragmas(database: Database.Database): void {
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("temp_store = MEMORY");
  database.pragma("secure_delete = ON");
  database.pragma("trusted_schema = OFF");
}

function fileError(thrown: unknown): AppError | undefined {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === "ENOSPC") return { code: "store-full" };
  return code === "EACCES" || code === "EROFS" || code === "EPERM" || code === "ENOTDIR"
    ? { code: "store-read-only" }
    : undefined;
}
