import { describe, expect, it } from "vitest";
import { countPoints, hasInk, inkPath, MOST_POINTS, simplifyStrokes } from "../../../shared/jets/ink.ts";
import { newStrokesSchema, type Strokes } from "../../../shared/jets/signature.ts";

/** A long scribble of waves, as many points as a fast pen gives. */
function scribble(points: number): Strokes {
  return [
    Array.from({ length: points }, (_, index) => [index % 300, 30 + 25 * Math.sin(index / 3)] as [number, number]),
  ];
}

describe("A drawn signature", () => {
  const drawings: readonly (readonly [string, Strokes, boolean])[] = [
    ["nothing", [], false],
    ["a dot", [[[20, 20]]], false],
    [
      "a dot pressed for long",
      [
        [
          [20, 20],
          [20.4, 20.2],
          [20, 20.1],
        ],
      ],
      false,
    ],
    ["two dots far apart", [[[20, 20]], [[200, 40]]], false],
    [
      "a slip of the hand",
      [
        [
          [20, 20],
          [32, 24],
        ],
      ],
      false,
    ],
    [
      "a cross",
      [
        [
          [20, 20],
          [36, 40],
        ],
        [
          [36, 20],
          [20, 40],
        ],
      ],
      true,
    ],
    [
      "a name",
      [
        [
          [6, 20],
          [40, 10],
          [60, 30],
          [120, 18],
        ],
      ],
      true,
    ],
  ];
  it.each(drawings)("4.05 is made of ink: %s", (_, strokes, isInk) => {
    expect(hasInk(strokes)).toBe(isInk);
  });

  it("keeps what can be seen and leaves out points on a straight line", () => {
    const straight: Strokes = [
      [
        [0, 0],
        [10, 0.1],
        [20, 0],
        [30, 0.1],
        [30, 30],
      ],
    ];
    expect(simplifyStrokes(straight)).toEqual([
      [
        [0, 0],
        [30, 0.1],
        [30, 30],
      ],
    ]);
  });

  it("lies inside its box, with tenths of a pixel", () => {
    expect(
      simplifyStrokes([
        [
          [-4, 12.34567],
          [310, 71],
        ],
      ]),
    ).toEqual([
      [
        [0, 12.3],
        [300, 60],
      ],
    ]);
  });

  it("never has more points than are kept, however long it was drawn", () => {
    for (const strokes of [scribble(6_000), Array.from({ length: 1_600 }, () => scribble(3)[0] ?? [])]) {
      const simpler = simplifyStrokes(strokes);
      expect(countPoints(simpler)).toBeLessThanOrEqual(MOST_POINTS);
      expect(newStrokesSchema.safeParse(simpler).success).toBe(true);
    }
  });

  it("becomes a path of the same points, and a dot of a single one", () => {
    expect(
      inkPath([
        [
          [6, 20],
          [40.5, 10],
        ],
        [[70, 8]],
      ]),
    ).toBe("M6 20L40.5 10M70 8L70 8");
  });

  it.each([
    ["no stroke", []],
    ["a stroke without points", [[]]],
    [
      "a point beside the box",
      [
        [
          [301, 20],
          [20, 20],
        ],
      ],
    ],
    [
      "a point above it",
      [
        [
          [20, -1],
          [20, 20],
        ],
      ],
    ],
    ["too many points", scribble(MOST_POINTS + 1)],
  ])("is refused at the contract with %s", (_, strokes) => {
    expect(newStrokesSchema.safeParse(strokes).success).toBe(false);
  });
});
