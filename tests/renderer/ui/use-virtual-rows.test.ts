import fc from "fast-check";
import { expect, test } from "vitest";
import { placeRows } from "../../../renderer/ui/use-virtual-rows.ts";

const VIEW = { height: 500, rowHeight: 32, headHeight: 28 };
/** What a browser takes as the height of a box. */
const MOST = 33_000_000;

function scrollable(count: number): number {
  const { before, after, first, end } = placeRows(count, { ...VIEW, top: 0 });
  return before + after + (end - first) * VIEW.rowHeight;
}

test.each([0, 1, 15, 100, 12_345, 1_000_000, 5_000_000])("of %i rows, the first and the last are reached", (count) => {
  const whole = scrollable(count);
  expect(whole).toBeLessThanOrEqual(MOST);
  expect(placeRows(count, { ...VIEW, top: 0 }).first).toBe(0);
  const bottom = Math.max(0, whole - (VIEW.height - VIEW.headHeight));
  expect(placeRows(count, { ...VIEW, top: bottom }).end).toBe(count);
});

test("wherever a list is scrolled to, the rows drawn cover what is seen, are few, and stand where they are seen", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, part) => {
      const seen = VIEW.height - VIEW.headHeight;
      const top = part * Math.max(0, scrollable(count) - seen);
      const { first, end, before } = placeRows(count, { ...VIEW, top });
      expect(end - first).toBeLessThan(40);
      expect(before).toBeLessThanOrEqual(top + 1);
      const drawnTo = before + (end - first) * VIEW.rowHeight;
      if (end < count) expect(drawnTo).toBeGreaterThanOrEqual(top + seen - 1);
    }),
  );
});
