import { readdirSync } from "node:fs";
import type { App } from "../../electron/app.ts";
import type { OpenOptions } from "../../electron/office.ts";
import type { AppEvent } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { record } from "./record.ts";

/** What the host did with the application. */
export const fakeApp = {
  refusal: undefined as AppError | undefined,
  options: [] as OpenOptions[],
  /** What lay in the data folder when it was opened. */
  found: [] as string[][],
  asked: [] as unknown[][],
  areKeysSealed: false,
  restored: [] as string[],
  restoreRefusal: undefined as AppError | undefined,
  listeners: new Set<(event: AppEvent) => void>(),
  closings: 0,
  /** What an answer waits for. */
  answers: Promise.resolve() as Promise<void>,
};

/** Tells what the check says of the keys. */
export function areKeysSealed(): boolean {
  return fakeApp.areKeysSealed;
}

/** Puts right what the start was refused for, unless the restore is refused itself. */
export function restoreUnopened(_dataFolder: string, file: string): Result<Record<string, never>, AppError> {
  fakeApp.restored.push(file);
  if (fakeApp.restoreRefusal) return err(fakeApp.restoreRefusal);
  fakeApp.refusal = undefined;
  return ok({});
}

/** Stands in for the application, so that the host alone is looked at. */
export function openApp(options: OpenOptions): Result<App, AppError> {
  record.calls.push("openApp");
  fakeApp.options.push(options);
  fakeApp.found.push(readdirSync(options.dataFolder));
  if (fakeApp.refusal) return err(fakeApp.refusal);
  return ok({
    async answer(...question) {
      fakeApp.asked.push(question);
      await fakeApp.answers;
      return ok({}) as Awaited<ReturnType<App["answer"]>>;
    },
    subscribe(listener) {
      fakeApp.listeners.add(listener);
      return () => void fakeApp.listeners.delete(listener);
    },
    close() {
      fakeApp.closings += 1;
      record.calls.push("application closed");
    },
  });
}
