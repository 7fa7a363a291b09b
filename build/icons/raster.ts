import { type Point, type Shape, SIDE } from "./drawing.ts";

/** A square picture: four bytes a pixel (red, green, blue, opacity), row by row. */
export interface Picture {
  readonly side: number;
  readonly bytes: Uint8Array;
}

/** The drawing at the given number of pixels a side, its edges smooth. */
export function rasterise(shapes: readonly Shape[], side: number): Picture {
  const bytes = new Uint8Array(side * side * 4);
  for (const shape of shapes) {
    const colour = [1, 3, 5].map((start) => Number.parseInt(shape.colour.slice(start, start + 2), 16));
    for (let index = 0; index < side * side; index++) {
      const point: Point = [toDrawing(index % side, side), toDrawing(Math.floor(index / side), side)];
      const coverage = Math.min(1, Math.max(0, 0.5 - (distance(shape, point) * side) / SIDE));
      if (coverage > 0) blend(bytes, index * 4, colour, coverage);
    }
  }
  return { side, bytes };
}

/** The middle of a pixel, on the square of the drawing. */
function toDrawing(pixel: number, side: number): number {
  return ((pixel + 0.5) * SIDE) / side;
}

/** Lays a colour over what stands there, in proportion to how much of the pixel it covers. */
function blend(bytes: Uint8Array, start: number, colour: readonly number[], coverage: number): void {
  const below = (bytes[start + 3] ?? 0) / 255;
  const opacity = coverage + below * (1 - coverage);
  for (const [channel, value] of colour.entries()) {
    const old = bytes[start + channel] ?? 0;
    bytes[start + channel] = Math.round((value * coverage + old * below * (1 - coverage)) / opacity);
  }
  bytes[start + 3] = Math.round(opacity * 255);
}

/** How far the point is from the shape's edge: negative inside. */
function distance(shape: Shape, point: Point): number {
  if (shape.kind === "box") return distanceToBox(shape, point);
  const legs = shape.points.slice(1).map((end, index) => distanceToLeg(shape.points[index] ?? end, end, point));
  return Math.min(...legs) - shape.width / 2;
}

function distanceToBox({ from, to, radius }: Extract<Shape, { kind: "box" }>, [x, y]: Point): number {
  const across = Math.abs(x - (from[0] + to[0]) / 2) - (to[0] - from[0]) / 2 + radius;
  const down = Math.abs(y - (from[1] + to[1]) / 2) - (to[1] - from[1]) / 2 + radius;
  return Math.hypot(Math.max(across, 0), Math.max(down, 0)) + Math.min(Math.max(across, down), 0) - radius;
}

function distanceToLeg(from: Point, to: Point, [x, y]: Point): number {
  const [across, down] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * across + (y - from[1]) * down) / (across * across + down * down);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from[0] - part * across, y - from[1] - part * down);
}
