/** A point of the drawing, on a square of 64 by 64. */
export type Point = readonly [x: number, y: number];

/** What the icon is made of, the lowest part first. */
export type Shape =
  | {
      readonly kind: "box";
      readonly from: Point;
      readonly to: Point;
      readonly radius: number;
      readonly colour: string;
    }
  | { readonly kind: "line"; readonly points: readonly Point[]; readonly width: number; readonly colour: string };

/** The side of the square on which the drawing is described. */
export const SIDE = 64;

const ACCENT = "#1b4f8f";
const PAPER = "#ffffff";
const DONE = "#13623a";
const WORDS = "#6f7b8b";

/** The product's icon: a sheet with three agreed steps, each ticked. */
export const drawing: readonly Shape[] = [
  { kind: "box", from: [2, 2], to: [62, 62], radius: 12, colour: ACCENT },
  { kind: "box", from: [14, 9], to: [50, 55], radius: 4, colour: PAPER },
  ...[20, 32, 44].flatMap((y): Shape[] => [
    {
      kind: "line",
      points: [
        [19, y],
        [22, y + 3],
        [27, y - 3],
      ],
      width: 3,
      colour: DONE,
    },
    {
      kind: "line",
      points: [
        [33, y],
        [44, y],
      ],
      width: 3,
      colour: WORDS,
    },
  ]),
];

/** The drawing as an SVG file. */
export function drawSvg(shapes: readonly Shape[]): string {
  const parts = shapes.map((shape) => `  ${shape.kind === "box" ? boxElement(shape) : lineElement(shape)}`);
  const start = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">`;
  return [start, "  <title>Action Plan</title>", ...parts, "</svg>", ""].join("\n");
}

function boxElement({ from: [x, y], to, radius, colour }: Extract<Shape, { kind: "box" }>): string {
  return `<rect x="${x}" y="${y}" width="${to[0] - x}" height="${to[1] - y}" rx="${radius}" fill="${colour}"/>`;
}

function lineElement({ points, width, colour }: Extract<Shape, { kind: "line" }>): string {
  const path = points.map((point) => point.join(",")).join(" ");
  const ends = 'fill="none" stroke-linecap="round" stroke-linejoin="round"';
  return `<polyline points="${path}" stroke="${colour}" stroke-width="${width}" ${ends}/>`;
}
