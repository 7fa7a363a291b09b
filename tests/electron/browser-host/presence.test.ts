import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endWhenNobodyIsThere } from "../../../electron/browser-host/run.ts";

let tell: (count: number) => void;
let ends: string[];

beforeEach(() => {
  vi.useFakeTimers();
  ends = [];
  const streams = {
    count: 0,
    onChange(listener: (count: number) => void) {
      tell = listener;
    },
  };
  endWhenNobodyIsThere(streams, { end: (reason) => void ends.push(reason) });
});

afterEach(() => {
  vi.useRealTimers();
});

test("the host ends ten seconds after the last page went", () => {
  tell(1);
  tell(0);
  vi.advanceTimersByTime(9_999);
  expect(ends).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(ends).toEqual(["nobody there"]);
});

test("a page that is loaded again within ten seconds keeps the host", () => {
  tell(1);
  tell(0);
  vi.advanceTimersByTime(9_000);
  tell(1);
  vi.advanceTimersByTime(3_600_000);
  expect(ends).toEqual([]);
});

test("the first page may take a minute to come", () => {
  vi.advanceTimersByTime(59_999);
  expect(ends).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(ends).toEqual(["nobody there"]);
});
