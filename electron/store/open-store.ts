import { chmodSync, existsSync } from "node:fs";
import { dirname } from "node:path";
import type Database from "better-sqlite3";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { canMakeFolder } from "../platform/data-folder.ts";
import { backUpBeforeMigration } from "./backups-before-migration.ts";
import { connect, type StoreKey } from "./connect.ts";
import type { DeviceKey } from "./keys/device-seal.ts";
import { migrate } from "./migrate.ts";
import { type Migration, migrations } from "./migrations/migrations.ts";
import { type Store, wrapStore } from "./store.ts";
import { fileError, storeError } from "./store-errors.ts";
import { rememberKey } from "./store-key.ts";

export type { StoreKey } from "./connect.ts";

/** How a store is opened. */
export interface OpenStoreOptions {
  readonly isNew?: boolean;
  /** The desktop's own key, without which a backup could not take the seal off the keys beside the store. */
  readonly deviceKey?: DeviceKey | undefined;
  /** Other steps than this version's, as tests of migrations need. */
  readonly steps?: readonly Migration[];
}

/**
 * Opens the store, every pragma set anew, and brings its layout up to date, with a backup before the first step. A
 * missing file is made only when `isNew` says so; a damaged one, or one from a newer version, is refused and left as it
 * is.
 */
export function openStore(file: string, key: StoreKey, options: OpenStoreOptions = {}): Result<Store, AppError> {
  const isNew = options.isNew === true;
  if (!isNew && !existsSync(file)) return err({ code: "store-missing", file });
  if (isNew && !canMakeFolder(dirname(file))) return err({ code: "store-read-only" });
  let database: Database.Database | undefined;
  try {
    database = connect(file, key, isNew);
    if (isNew) chmodSync(file, 0o600);
    const store = wrapStore(database, file);
    rememberKey(store, key, options.deviceKey);
    const migrated = migrate(store, options.steps ?? migrations, () => backUpBeforeMigration(store));
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
