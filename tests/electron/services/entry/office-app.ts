import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { type App, openApp } from "../../../../electron/app.ts";
import { type Clock, createClock } from "../../../../electron/platform/clock.ts";
import type { DeviceKey } from "../../../../electron/store/keys/device-seal.ts";
import type { KeyCost } from "../../../../electron/store/keys/seal.ts";
import {
  type Answer,
  type AppEvent,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  requests,
} from "../../../../shared/contract.ts";
import { type AppError, appErrorSchema } from "../../../../shared/errors.ts";

/** What trying a passphrase costs in tests that try many. */
export const LIGHT: KeyCost = { N: 2 ** 4, r: 8, p: 1 };

export const PASSPHRASE = "four words nobody says";
export const NEW_PASSPHRASE = "four others, never said";

/** What the set-up window sends. */
export const SET_UP: RequestInput<"set-up"> = {
  office: { name: "Kelbridge Jobcentre", nation: "SCT", soc: "2010", plans: "both" },
  adviser: { name: "Ada Fenwick", staffNumber: "70412" },
  passphrase: PASSPHRASE,
};

/** A clock that moves only when it is told to. */
export interface HandClock extends Clock {
  /** Both the day's clock and the one that never goes back. */
  pass(seconds: number): void;
  /** Moves the day's clock alone. */
  set(moment: string): void;
}

/** A clock that stands at a Monday morning. */
export function handClock(): HandClock {
  let now = Date.parse("2012-04-16T09:00:00.000Z");
  let ticks = 1_000;
  return {
    today: () => new Date(now).toISOString().slice(0, 10),
    now: () => new Date(now).toISOString(),
    monotonic: () => ticks,
    pass(seconds) {
      now += seconds * 1_000;
      ticks += seconds * 1_000;
    },
    set(moment) {
      now = Date.parse(moment);
    },
  };
}

/** The application on an office's data folder, with the questions that tests ask. */
export interface OfficeApp {
  readonly app: App;
  readonly folder: string;
  readonly events: AppEvent[];
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>>;
  granted<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>;
  refused<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<AppError>;
  state(): Promise<string>;
  close(): void;
}

/** An empty folder that goes when the test ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "action-plan-office-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the application on an office's folder, an empty one unless it is named. */
export function openOfficeApp(
  options: { folder?: string; clock?: Clock; keyCost?: KeyCost; deviceKey?: DeviceKey } = {},
): OfficeApp {
  const { folder = emptyFolder(), clock = createClock(), keyCost = LIGHT, deviceKey } = options;
  const opened = openApp({ dataFolder: folder, isTraining: false, clock, keyCost, deviceKey });
  if (!opened.ok) throw new Error(`The application was refused: ${opened.error.code}`);
  const app = opened.value;
  const events: AppEvent[] = [];
  app.subscribe((event) => events.push(event));
  onTestFinished(() => app.close());
  const asking = questions(app);
  return { app, folder, events, ...asking, close: () => app.close() };
}

function questions(app: App): Pick<OfficeApp, "ask" | "granted" | "refused" | "state"> {
  async function ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>> {
    const answer = await app.answer(name, input);
    if (answer.ok) expect(answer.value).toEqual(requests[name].output.parse(answer.value));
    else expect(answer.error).toEqual(appErrorSchema.parse(answer.error));
    return answer as Answer<Name>;
  }
  async function granted<Name extends RequestName>(name: Name, input: RequestInput<Name>) {
    const answer = await ask(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
    return answer.value as RequestOutput<Name>;
  }
  async function refused<Name extends RequestName>(name: Name, input: RequestInput<Name>) {
    const answer = await ask(name, input);
    if (answer.ok) throw new Error(`${name} was granted`);
    return answer.error;
  }
  return { ask, granted, refused, state: async () => (await granted("entry", {})).state };
}

/** An office that was set up, its recovery key confirmed, and its first adviser signed in. */
export async function setUpOffice(
  options: Parameters<typeof openOfficeApp>[0] = {},
): Promise<OfficeApp & { readonly recoveryKey: string; readonly adaId: string }> {
  const office = openOfficeApp(options);
  const { recoveryKey } = await office.granted("set-up", SET_UP);
  await office.granted("confirm-recovery-key", { lastGroup: recoveryKey.slice(-5) });
  const { advisers } = await office.granted("entry", {});
  return { ...office, recoveryKey, adaId: advisers[0]?.id ?? "" };
}
