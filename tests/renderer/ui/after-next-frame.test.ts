import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterFramesSpaced } from "../../../renderer/ui/after-next-frame.ts";

const SPACE = 200;
const FRAME = 16;

beforeEach(() => {
  vi.useFakeTimers();
  // A frame is drawn 16 ms after it was asked for.
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, FRAME));
  vi.stubGlobal("cancelAnimationFrame", clearTimeout);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("the first run comes after the next frame, and the next one not before its space is over", () => {
  const later = afterFramesSpaced(SPACE);
  const ran: number[] = [];
  const start = performance.now();
  const run = () => ran.push(performance.now() - start);
  later(run);
  vi.advanceTimersByTime(FRAME + 1);
  expect(ran).toHaveLength(1);
  later(run);
  vi.advanceTimersByTime(SPACE - 1);
  expect(ran).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(ran).toHaveLength(2);
});

test("after a rest the run comes after the next frame again, and a cancelled one never comes", () => {
  const later = afterFramesSpaced(SPACE);
  let runs = 0;
  const run = () => {
    runs += 1;
  };
  later(run);
  vi.advanceTimersByTime(FRAME + SPACE + 1);
  later(run);
  vi.advanceTimersByTime(FRAME + 1);
  expect(runs).toBe(2);
  later(run)();
  vi.advanceTimersByTime(10 * SPACE);
  expect(runs).toBe(2);
});
