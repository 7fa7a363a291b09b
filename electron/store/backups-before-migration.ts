import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { v7 } from "uuid";
import { framesOf, logError } from "../platform/error-log.ts";
import { copyToArchive } from "./backups-copy.ts";
import { backupFile, backupFolder, keysFileBeside, removeOldBackups } from "./backups-folder.ts";
import type { Store } from "./store.ts";
import { deviceKeyOf, keyOf } from "./store-key.ts";

/** Backs a store up before its layout is changed; a backup that fails is logged and does not keep the store shut. */
export function backUpBeforeMigration(store: Store): void {
  const dataFolder = dirname(store.file);
  const madeAt = new Date().toISOString();
  try {
    mkdirSync(backupFolder(dataFolder), { recursive: true, mode: 0o700 });
    const target = backupFile(dataFolder, madeAt);
    const keysFile = keysFileBeside(store.file);
    const job = { storeFile: store.file, keysFile, deviceKey: deviceKeyOf(store), target, madeAt };
    copyToArchive(job, keyOf(store));
    removeOldBackups(dataFolder, target);
  } catch (thrown) {
    logError(dataFolder, {
      at: madeAt,
      request: "backup-before-migration",
      code: "internal",
      errorId: v7().slice(-8),
      stack: framesOf(thrown),
    });
  }
}
