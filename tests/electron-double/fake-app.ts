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
  asked: [] as unknown[][],
  listeners: new Set<(event: AppEvent) => void>(),
  closings: 0,
};

/** Stands in for the application, so that the host alone is looked at. */
export function openApp(options: OpenOptions): Result<App, AppError> {
  record.calls.push("openApp");
  fakeApp.options.push(options);
  if (fakeApp.refusal) return err(fakeApp.refusal);
  return ok({
    async answer(...question) {
      fakeApp.asked.push(question);
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
