/** The box that a signature is drawn in, in logical pixels. */
export const SIGNING_BOX = { width: 300, height: 60 } as const;

/** Points that one drawn signature has at most: many more than a hand needs. */
export const MOST_POINTS = 1_500;

/** A signature has at least so much ink, in pixels of its box: a dot or a slip of the hand has less, a cross has more. */
export const LEAST_INK = 20;

/** A place in the box: x and y. */
type Point = [number, number];
/** A drawing: strokes of points. */
type Strokes = Point[][];

/** Tells whether what was drawn can be a signature, and is not merely a dot. */
export function hasInk(strokes: Strokes): boolean {
  return strokes.reduce((length, stroke) => length + lengthOf(stroke), 0) >= LEAST_INK;
}

/** How many points a drawing has. */
export function countPoints(strokes: Strokes): number {
  return strokes.reduce((count, stroke) => count + stroke.length, 0);
}

/** How far, in pixels of the box, a point may lie from the line that is kept instead of it. */
const TOLERANCES = [0.2, 0.4, 0.8, 1.6, 3.2];

/** A drawing as it is kept: inside its box, without the points that nobody could see were gone, and never too many. */
export function simplifyStrokes(strokes: Strokes): Strokes {
  const inside = strokes.map((stroke) => stroke.map(intoBox)).filter((stroke) => stroke.length > 0);
  for (const tolerance of TOLERANCES) {
    const simpler = inside.map((stroke) => withoutNeedless(stroke, tolerance));
    if (countPoints(simpler) <= MOST_POINTS) return simpler;
  }
  return endsOnly(inside);
}

/** A drawing as the path of an SVG, which every picture of it is made from; a single point becomes a dot. */
export function inkPath(strokes: Strokes): string {
  return strokes
    .map((stroke) => {
      const [first, ...rest] = stroke.map(([x, y]) => `${x} ${y}`);
      return `M${first}${(rest.length > 0 ? rest : [first]).map((point) => `L${point}`).join("")}`;
    })
    .join("");
}

function lengthOf(stroke: readonly Point[]): number {
  let length = 0;
  for (const [index, [x, y]] of stroke.entries()) {
    const before = stroke[index - 1];
    if (before) length += Math.hypot(x - before[0], y - before[1]);
  }
  return length;
}

function intoBox([x, y]: Point): Point {
  return [within(x, SIGNING_BOX.width), within(y, SIGNING_BOX.height)];
}

function within(value: number, end: number): number {
  return Math.round(Math.min(Math.max(value, 0), end) * 10) / 10;
}

/** Keeps the ends of a line and whatever lies far enough from it, part by part; without recursion, as strokes are long. */
function withoutNeedless(stroke: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, stroke.length - 1]);
  const spans: [number, number][] = [[0, stroke.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const farthest = farthestFrom(stroke, from, to);
    if (farthest === undefined || farthest.distance <= tolerance) continue;
    kept.add(farthest.index);
    spans.push([from, farthest.index], [farthest.index, to]);
  }
  return stroke.filter((_point, index) => kept.has(index));
}

function farthestFrom(stroke: readonly Point[], from: number, to: number) {
  let farthest: { index: number; distance: number } | undefined;
  const [start, end] = [stroke[from], stroke[to]];
  if (!start || !end) return undefined;
  for (let index = from + 1; index < to; index += 1) {
    const point = stroke[index];
    const distance = point ? distanceToLine(point, start, end) : 0;
    if (!farthest || distance > farthest.distance) farthest = { index, distance };
  }
  return farthest;
}

/** The distance of a point to the piece of line between two others. */
function distanceToLine([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / squared));
  return Math.hypot(x - (x1 + along * dx), y - (y1 + along * dy));
}

/** So many strokes that even their ends are too many: the first ones are kept. */
function endsOnly(strokes: Strokes): Strokes {
  return strokes
    .slice(0, MOST_POINTS / 2)
    .map((stroke) => stroke.filter((_point, index) => index === 0 || index === stroke.length - 1));
}
