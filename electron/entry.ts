import { v7 } from "uuid";
import {
  type Answer,
  type AppEvent,
  type BackupRequestName,
  type EntryRequestName,
  isBackupRequest,
  isEntryRequest,
  type RequestName,
} from "../shared/contract.ts";
import type { AppError } from "../shared/errors.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { answerBackups } from "./backup-requests.ts";
import { type DeskRequestName, handlers } from "./handlers.ts";
import { buildOffice, type OpenOffice, type OpenOptions, openOffice, readPolicy, removeStore } from "./office.ts";
import { type Clock, createClock } from "./platform/clock.ts";
import { createDoor, type Desk, type Door, refusalAtDoor, stateOf } from "./services/entry/door.ts";
import { createTurns, doorHandlers } from "./services/entry/entry.ts";
import { lockWhenIdle } from "./services/entry/idle-lock.ts";
import { readOffice } from "./services/entry/set-up.ts";
import { leave } from "./services/entry/sign-in.ts";
import type { FolderHold } from "./store/hold-folder.ts";
import { sealKeysAtRest } from "./store/keys/key-file.ts";
import { KEY_COST } from "./store/keys/seal.ts";
import { createUpkeep } from "./upkeep.ts";

/** What a start works on: the training store, or an office's store behind its door. */
export interface Front {
  readonly dataFolder: string;
  readonly clock: Clock;
  /** True until the office is set up, while the training store may still be opened instead. */
  isNew(): boolean;
  answer(name: RequestName, input: unknown): Promise<Answer<RequestName>>;
  close(): void;
}

type Emit = (event: AppEvent) => void;

/** Opens the training store, in which its adviser is always signed in. */
export function openTrainingFront(options: OpenOptions, emit: Emit): Result<Front, AppError> {
  if (options.reset) removeStore(options.dataFolder);
  const opened = openOffice(options, emit);
  if (!opened.ok) return opened;
  const office = opened.value;
  const upkeep = createUpkeep(office, options);
  const handle = handlers(office, true, upkeep);
  return ok({
    dataFolder: options.dataFolder,
    clock: office.context.clock,
    isNew: () => false,
    async answer(name, input) {
      if (isEntryRequest(name)) return entryInTraining(office, name);
      return isBackupRequest(name) ? err({ code: "not-in-training" }) : handle(name, input);
    },
    close: () => {
      void upkeep.close();
      void office.close();
    },
  });
}

function entryInTraining({ context, officeName }: OpenOffice, name: EntryRequestName): Answer<RequestName> {
  if (name === "still-here") return ok({});
  if (name !== "entry") return err({ code: "not-in-training" });
  const { id, name: adviser } = context.adviser;
  return ok({
    state: "signed-in",
    isTraining: true,
    office: { name: officeName },
    contractPlans: [],
    advisers: [{ id, name: adviser }],
    lockedAdviserId: null,
    waitSeconds: 0,
  });
}

/** What an adviser works with once they are signed in at the office's door. */
interface OfficeDesk extends Desk {
  handle(name: DeskRequestName, input: unknown): Promise<Answer<RequestName>>;
}

/** Opens an office's door; its store stays closed until somebody signs in. */
export function openOfficeFront(options: OpenOptions, hold: FolderHold, emit: Emit): Result<Front, AppError> {
  const { dataFolder, deviceKey, clock = createClock() } = options;
  const keys = readOffice(dataFolder, deviceKey);
  if (!keys.ok) return keys;
  sealKeysAtRest(dataFolder, deviceKey, clock.now());
  const door = createDoor<OfficeDesk>(
    {
      dataFolder,
      deviceKey,
      clock,
      cost: options.keyCost ?? KEY_COST,
      lockAfterMinutes: readPolicy().lockAfterMinutes,
      newId: () => v7(),
      emit,
      openDesk(store, adviser) {
        const office = buildOffice(
          { store, adviser, dataFolder, clock, ninoRule: "real", spooler: options.spooler },
          emit,
        );
        const upkeep = createUpkeep(office, options);
        return {
          handle: handlers(office, false, upkeep),
          async close() {
            await Promise.all([upkeep.close(), office.close()]);
          },
        };
      },
    },
    keys.value,
  );
  const inTurn = createTurns();
  const atDoor = doorHandlers(door, inTurn);
  return ok({
    dataFolder,
    clock,
    isNew: () => stateOf(door) === "new",
    async answer(name, input) {
      lockWhenIdle(door);
      if (isEntryRequest(name)) return name === "open-training" ? err({ code: "already-set-up" }) : atDoor(name, input);
      const refusal = refusalAtDoor(door);
      if (refusal) return err(refusal);
      if (name === "restore-backup") return inTurn(() => whileSignedIn(door, name, input, hold));
      if (isBackupRequest(name)) return answerBackups(door, hold, name, input);
      const desk = door.signedIn?.desk;
      if (!desk) return err({ code: "signed-out" });
      return answerAtDesk(desk, name, input, () => door.signedIn?.desk === desk);
    },
    close: () => void leave(door),
  });
}

/** When its turn has come, whoever asked may have been signed out. */
async function whileSignedIn(
  door: Door<OfficeDesk>,
  name: BackupRequestName,
  input: unknown,
  hold: FolderHold,
): Promise<Answer<BackupRequestName>> {
  const refusal = refusalAtDoor(door);
  return refusal ? err(refusal) : answerBackups(door, hold, name, input);
}

/** A store that was closed while it was at work fails like a bug of ours, which it is not. */
async function answerAtDesk(
  desk: OfficeDesk,
  name: DeskRequestName,
  input: unknown,
  isStillOpen: () => boolean,
): Promise<Answer<RequestName>> {
  try {
    return await desk.handle(name, input);
  } catch (thrown) {
    if (isStillOpen()) throw thrown;
    return err({ code: "signed-out" });
  }
}
