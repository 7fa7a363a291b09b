import { v7 } from "uuid";
import type { OpenOffice } from "./office.ts";
import { framesOf, logError } from "./platform/error-log.ts";
import { isBackupDue } from "./services/backups.ts";
import { ON_SCREEN_MILLISECONDS, purgeClosedItems } from "./services/purge.ts";
import { type BackupTask, makeBackup, quickCheckStore } from "./store/backups.ts";

const DAY = 86_400_000;
/** How long the first window takes from its session until it is painted; a check meanwhile would hold it up. */
const PAINTED_WITHIN_MILLISECONDS = 500;

/** What an open store needs besides being answered from: its check, its purge and its daily backup. */
export interface Upkeep {
  /** True once a check found the store's file damaged. */
  readonly isStoreDamaged: boolean;
  /** Begins, once the first window has what it needs to be painted; called again, it does nothing. */
  afterFirstWindow(): void;
  /** Notes that a client's plan was opened on screen. */
  noteOpenPlan(clientId: string): void;
  /** Stops; the promise is fulfilled once nothing of it has the store open any more. */
  close(): Promise<void>;
}

/** Looks after an open store until it is closed. Whatever fails in here is logged and harms nothing else. */
export function createUpkeep(
  { context }: Pick<OpenOffice, "context">,
  { dataFolder, isTraining }: { readonly dataFolder: string; readonly isTraining: boolean },
): Upkeep {
  const { store, clock } = context;
  const opened = new Map<string, number>();
  const ending = new AbortController();
  let daily: NodeJS.Timeout | undefined;
  let first: NodeJS.Timeout | undefined;
  let hasBegun = false;
  let isStoreDamaged = false;
  let running: Promise<void> = Promise.resolve();
  const isOnScreen = (clientId: string) => {
    const at = opened.get(clientId);
    return at !== undefined && clock.monotonic() - at < ON_SCREEN_MILLISECONDS;
  };

  /** Does one piece of work; that it failed keeps nothing after it from being done. */
  async function attempt(request: string, work: () => unknown): Promise<void> {
    if (ending.signal.aborted) return;
    try {
      await work();
    } catch (thrown) {
      if (ending.signal.aborted) return;
      const errorId = v7().slice(-8);
      logError(dataFolder, { at: clock.now(), request, code: "internal", errorId, stack: framesOf(thrown) });
    }
  }

  async function check(task: BackupTask): Promise<void> {
    const checked = await quickCheckStore(task);
    const isSound = checked.ok ? checked.value.length === 0 : checked.error.code !== "store-damaged";
    if (isSound || isStoreDamaged) return;
    isStoreDamaged = true;
    context.emit({ event: "store-damaged" });
  }

  async function eachDay(): Promise<void> {
    const task = { store, dataFolder, now: clock.now(), signal: ending.signal };
    await attempt("quick-check", () => check(task));
    // A damaged store is neither written to unasked, nor copied over a backup from when it was sound.
    if (isStoreDamaged) return;
    await attempt("purge", () => purgeClosedItems(context, { isConfirmed: false, isOnScreen }));
    // In a training store there is nothing to lose.
    if (!isTraining) await attempt("backup", () => isBackupDue({ dataFolder, clock }) && makeBackup(task));
  }

  return {
    get isStoreDamaged() {
      return isStoreDamaged;
    },
    afterFirstWindow() {
      if (hasBegun) return;
      hasBegun = true;
      const begin = () => {
        if (!ending.signal.aborted) running = eachDay();
      };
      daily = setInterval(begin, DAY).unref();
      first = setTimeout(begin, PAINTED_WITHIN_MILLISECONDS).unref();
    },
    noteOpenPlan: (clientId) => void opened.set(clientId, clock.monotonic()),
    close() {
      clearInterval(daily);
      clearTimeout(first);
      ending.abort();
      return running;
    },
  };
}
