import type { z } from "zod";
import { type Answer, type AppEvent, isRequestName, type RequestName, requests } from "../shared/contract.ts";
import type { AppError } from "../shared/errors.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { handlers } from "./handlers.ts";
import { type OpenOffice, type OpenOptions, openOffice, removeStore } from "./office.ts";
import { framesOf, logError } from "./platform/error-log.ts";
import { type FolderHold, holdFolder } from "./store/hold-folder.ts";
import { storeError } from "./store/store-errors.ts";

/** The application as a host sees it: it answers requests and tells events, and knows no host. */
export interface App {
  /** Answers one request; never throws. */
  answer(name: string, payload: unknown): Promise<Answer<RequestName>>;
  /** Calls the listener for every event until the returned function is called. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  close(): void;
}

/** Opens the application for one start, which holds the data folder until it is closed. */
export function openApp(options: OpenOptions): Result<App, AppError> {
  const hold = holdFolder(options.dataFolder, `process ${process.pid}, started ${new Date().toISOString()}`);
  if (!hold.ok) return hold;
  const listeners = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };
  if (options.reset) removeStore(options.dataFolder);
  const office = openOffice(options, emit);
  if (!office.ok) {
    hold.value.release();
    return office;
  }
  return ok(createApp(office.value, options, listeners, hold.value));
}

function createApp(
  office: OpenOffice,
  { dataFolder, isTraining }: OpenOptions,
  listeners: Set<(event: AppEvent) => void>,
  hold: FolderHold,
): App {
  const handle = handlers(office, isTraining);
  return {
    async answer(name, payload) {
      if (!isRequestName(name)) return err({ code: "unknown-request", name: name.slice(0, 64) });
      const input = requests[name].input.safeParse(payload);
      if (!input.success) return err({ code: "invalid-request", fields: input.error.issues.map(pathOf) });
      try {
        return await handle(name, input.data);
      } catch (thrown) {
        return err(refusalOf(thrown, office, dataFolder, name));
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      void office.close();
      hold.release();
    },
  };
}

function refusalOf(thrown: unknown, { context }: OpenOffice, dataFolder: string, request: RequestName): AppError {
  const known = storeError(thrown, context.store.file);
  if (known) return known;
  const errorId = context.newId().slice(-8);
  logError(dataFolder, { at: context.clock.now(), request, code: "internal", errorId, stack: framesOf(thrown) });
  return { code: "internal", errorId };
}

function pathOf(issue: z.core.$ZodIssue): string {
  return issue.path.join(".");
}
