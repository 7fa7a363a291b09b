import type { z } from "zod";
import type { Answer, BackupRequestName, Requests } from "../shared/contract.ts";
import { err, ok } from "../shared/result.ts";
import { backUp, backupsOf, isReadableBackup, restoreBackup } from "./services/backups.ts";
import { type Desk, type Door, tellEntryChanged } from "./services/entry/door.ts";
import { leave } from "./services/entry/sign-in.ts";
import type { FolderHold } from "./store/hold-folder.ts";
import { readKeys, sealKeysAtRest } from "./store/keys/key-file.ts";

type Input<Name extends BackupRequestName> = z.output<Requests[Name]["input"]>;
type Handlers = {
  readonly [Name in BackupRequestName]: (input: Input<Name>) => Answer<Name> | Promise<Answer<Name>>;
};

/** Answers a request about the backups of an office in which somebody is signed in. */
export async function answerBackups(
  door: Door<Desk>,
  hold: FolderHold,
  name: BackupRequestName,
  input: unknown,
): Promise<Answer<BackupRequestName>> {
  const { dataFolder, clock } = door.options;
  const byName: Handlers = {
    "back-up": () =>
      door.signedIn ? backUp({ store: door.signedIn.store, clock, dataFolder }) : err({ code: "signed-out" }),
    "list-backups": () => ok(backupsOf(dataFolder)),
    "restore-backup": ({ file }) => restore(door, hold, file),
  };
  const handler = byName[name] as (input: unknown) => ReturnType<Handlers[typeof name]>;
  return handler(input);
}

async function restore(door: Door<Desk>, hold: FolderHold, file: string): Promise<Answer<"restore-backup">> {
  const { dataFolder, deviceKey, clock } = door.options;
  // A file that is no backup is refused before anybody is signed out for it.
  if (!isReadableBackup(dataFolder, file)) return err({ code: "backup-not-readable", file });
  const { signedIn } = door;
  if (!signedIn) return err({ code: "signed-out" });
  // Leaving wipes the key.
  const key = Buffer.from(signedIn.key);
  leave(door);
  await signedIn.desk.close();
  const restored = restoreBackup({ file, dataFolder, hold, clock, key });
  key.fill(0);
  sealKeysAtRest(dataFolder, deviceKey, clock.now());
  const keys = readKeys(dataFolder, deviceKey);
  if (keys.ok) door.keys = keys.value;
  tellEntryChanged(door);
  return restored;
}
