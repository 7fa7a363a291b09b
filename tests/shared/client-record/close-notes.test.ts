import { describe, expect, test } from "vitest";
import { appearsAtInterview } from "../../../shared/client-record/close-notes.ts";

const START = "2012-04-16T10:05:00.000Z";

describe("AI-5 a note to close appears when the next interview starts", () => {
  test.each([
    { written: "days before", createdAt: "2012-04-10T14:20:00.000Z", isItemOpen: true, appears: true },
    { written: "a millisecond before", createdAt: "2012-04-16T10:04:59.999Z", isItemOpen: true, appears: true },
    { written: "at the start", createdAt: START, isItemOpen: true, appears: false },
    { written: "in the interview", createdAt: "2012-04-16T10:20:00.000Z", isItemOpen: true, appears: false },
    { written: "days before", createdAt: "2012-04-10T14:20:00.000Z", isItemOpen: false, appears: false },
    { written: "in the interview", createdAt: "2012-04-16T10:20:00.000Z", isItemOpen: false, appears: false },
    { written: "before, with an offset", createdAt: "2012-04-16T11:04:00.000+01:00", isItemOpen: true, appears: true },
  ])("written $written, item open: $isItemOpen → $appears", ({ createdAt, isItemOpen, appears }) => {
    expect(appearsAtInterview({ createdAt, isItemOpen }, START)).toBe(appears);
  });
});
