import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Strokes } from "../../../shared/jets/signature.ts";

type PathArguments = readonly [number, readonly [Float32Array | null]];

/** The lines through points that a PDF draws, each from its own first point, in points of the page. */
export async function drawnLines(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const lines: number[][][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
    for (const [index, operation] of fnArray.entries()) {
      // The path of a clipping is null.
      const path = operation === OPS.constructPath ? (argsArray[index] as PathArguments)[1][0] : null;
      if (path) lines.push(pointsOf(path));
    }
  }
  await task.destroy();
  return lines.map(fromFirst);
}

/** How strokes look on paper at a scale, each from its own first point. */
export function onPaper(strokes: Strokes, scale: number): string[] {
  return strokes.map((stroke) => fromFirst(stroke.map((point) => point.map((number) => number * scale))));
}

/** In tenths of a point, which nobody sees. */
function fromFirst(points: readonly (readonly number[])[]): string {
  const [x0 = 0, y0 = 0] = points[0] ?? [];
  return points.map(([x = 0, y = 0]) => `${tidy(x - x0)} ${tidy(y - y0)}`).join(", ");
}

function tidy(length: number): string {
  return Math.abs(length) < 0.05 ? "0.0" : length.toFixed(1);
}

/** Moves and lines stand in a path as a code and a point; closing it is a code alone. */
function pointsOf(path: Float32Array): number[][] {
  const points: number[][] = [];
  for (let at = 0; at < path.length; at += (path[at] ?? 0) < 2 ? 3 : 1) {
    if ((path[at] ?? 0) < 2) points.push([path[at + 1] ?? 0, path[at + 2] ?? 0]);
  }
  return points;
}
