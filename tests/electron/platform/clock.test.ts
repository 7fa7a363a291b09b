import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClock } from "../../../electron/platform/clock.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("an office's clock is the machine's", () => {
  vi.setSystemTime("2026-07-01T23:30:00.250Z");
  const clock = createClock();
  expect([clock.now(), clock.today()]).toEqual(["2026-07-01T23:30:00.250Z", "2026-07-02"]);
});

test("on a fixed day the time of day in London is the machine's, whichever of both is in summer time", () => {
  const clock = createClock("2012-04-16");
  for (let quarter = 0; quarter < 4 * 24 * 3; quarter += 1) {
    const at = Date.UTC(2026, 9, 24) + quarter * 15 * 60_000;
    vi.setSystemTime(at);
    const machine = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("Europe/London");
    const fixed = Temporal.Instant.from(clock.now()).toZonedDateTimeISO("Europe/London");
    expect([fixed.toPlainDate().toString(), fixed.toPlainTime().toString()]).toEqual([
      "2012-04-16",
      machine.toPlainTime().toString(),
    ]);
  }
});
