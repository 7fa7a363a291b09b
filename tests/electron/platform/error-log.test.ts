import { describe, expect, test } from "vitest";
import { framesOf } from "../../../electron/platform/error-log.ts";

describe("of an error that nobody foresaw, the log has the name and the frames", () => {
  test("and they are where it was thrown", () => {
    const [name, first] = framesOf(new TypeError("Zenobia")).split("\n");
    expect(name).toBe("TypeError");
    expect(first).toMatch(/^\s+at .*error-log\.test\.ts:\d+:\d+\)?$/);
  });

  test.each([
    "Zenobia of 17 Marmalade Lane",
    "Zenobia\n    at Marmalade Lane",
    "Zenobia\n    at Marmalade Lane (flat:17:3)",
    "\n    at Zenobia (<anonymous>)\n",
  ])("and nothing of the message %j, even where a line of it looks like a frame", (message) => {
    const frames = framesOf(new Error(message));
    expect(frames.split("\n").length).toBeGreaterThan(1);
    expect(frames).not.toMatch(/Zenobia|Marmalade/);
  });

  test("and nothing of a message that was changed afterwards but what looks like a place in a file", () => {
    const error = new Error("Zenobia\n    at Marmalade Lane");
    error.message = "another";
    expect(framesOf(error)).not.toMatch(/Zenobia|Marmalade/);
  });

  test("and of what is no error its type alone", () => {
    expect(framesOf("Zenobia")).toBe("string");
  });
});
