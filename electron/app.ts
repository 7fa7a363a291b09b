import { join } from "node:path";
import { v7 } from "uuid";
import type { z } from "zod";
import { type Answer, type AppEvent, isRequestName, type RequestName, requests } from "../shared/contract.ts";
import type { AppError } from "../shared/errors.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { type Front, openOfficeFront, openTrainingFront } from "./entry.ts";
import type { OpenOptions } from "./office.ts";
import { createClock } from "./platform/clock.ts";
import { framesOf, logError } from "./platform/error-log.ts";
import { restoreBackup } from "./services/backups.ts";
import { finishRestore } from "./store/backups.ts";
import { type FolderHold, holdFolder } from "./store/hold-folder.ts";
import { storeFile } from "./store/keys/key-file.ts";
import { fileError, storeError } from "./store/store-errors.ts";

export { areKeysSealed } from "./store/keys/key-file.ts";

/** The application as a host sees it: it answers requests and tells events, and knows no host. */
export interface App {
  /** Answers one request; never throws. */
  answer(name: string, payload: unknown): Promise<Answer<RequestName>>;
  /** Calls the listener for every event until the returned function is called. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  close(): void;
}

/** What a start has in its hands: a data folder that it holds, and what answers from it. */
interface Held {
  readonly front: Front;
  readonly hold: FolderHold;
}

type Emit = (event: AppEvent) => void;

/** Opens the application for one start, which holds the data folder until it is closed. */
export function openApp(options: OpenOptions): Result<App, AppError> {
  const listeners = new Set<Emit>();
  const emit: Emit = (event) => {
    for (const listener of listeners) listener(event);
  };
  const held = openHeld(options, emit);
  return held.ok ? ok(createApp(held.value, options, listeners, emit)) : held;
}

/** Puts a backup in the place of an office that does not open; what it replaces is kept. */
export function restoreUnopened(dataFolder: string, file: string): Result<Record<string, never>, AppError> {
  const hold = holdFolder(dataFolder, `process ${process.pid}, restoring a backup`);
  if (!hold.ok) return hold;
  try {
    return restoreBackup({ file, dataFolder, hold: hold.value, clock: createClock(), key: undefined });
  } finally {
    hold.value.release();
  }
}

function openHeld(options: OpenOptions, emit: Emit): Result<Held, AppError> {
  const hold = holdFolder(options.dataFolder, `process ${process.pid}, started ${new Date().toISOString()}`);
  if (!hold.ok) return hold;
  const front = openFront(options, hold.value, emit);
  if (front.ok) return ok({ front: front.value, hold: hold.value });
  hold.value.release();
  return front;
}

function openFront(options: OpenOptions, hold: FolderHold, emit: Emit): Result<Front, AppError> {
  try {
    finishRestore(options.dataFolder, hold);
  } catch (thrown) {
    const refusal = fileError(thrown);
    if (!refusal) throw thrown;
    return err(refusal);
  }
  return options.isTraining ? openTrainingFront(options, emit) : openOfficeFront(options, hold, emit);
}

function createApp(first: Held, options: OpenOptions, listeners: Set<Emit>, emit: Emit): App {
  let held = first;
  const openTraining = (): Answer<"open-training"> => {
    const dataFolder = options.trainingFolder ?? join(options.dataFolder, "training");
    const training = openHeld({ dataFolder, isTraining: true }, emit);
    if (!training.ok) return training;
    letGo(held);
    held = training.value;
    emit({ event: "entry-changed" });
    return ok({});
  };
  return {
    async answer(name, payload) {
      if (!isRequestName(name)) return err({ code: "unknown-request", name: name.slice(0, 64) });
      const input = requests[name].input.safeParse(payload);
      if (!input.success) return err({ code: "invalid-request", fields: input.error.issues.map(pathOf) });
      const { front } = held;
      try {
        if (name === "open-training" && front.isNew()) return openTraining();
        return await front.answer(name, input.data);
      } catch (thrown) {
        return err(refusalOf(thrown, front, name));
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      letGo(held);
    },
  };
}

function letGo({ front, hold }: Held): void {
  front.close();
  hold.release();
}

function refusalOf(thrown: unknown, { dataFolder, clock }: Front, request: RequestName): AppError {
  const known = storeError(thrown, storeFile(dataFolder)) ?? fileError(thrown);
  if (known) return known;
  const errorId = v7().slice(-8);
  logError(dataFolder, { at: clock.now(), request, code: "internal", errorId, stack: framesOf(thrown) });
  return { code: "internal", errorId };
}

function pathOf(issue: z.core.$ZodIssue): string {
  return issue.path.join(".");
}
