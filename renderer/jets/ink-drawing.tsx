import { inkPath, SIGNING_BOX } from "../../shared/jets/ink.ts";
import type { Strokes } from "../../shared/jets/signature.ts";

/** A drawn signature as it was drawn. */
export function InkDrawing({ strokes, name }: { readonly strokes: Strokes; readonly name: string }) {
  return (
    <svg
      className="ink"
      viewBox={`0 0 ${SIGNING_BOX.width} ${SIGNING_BOX.height}`}
      role="img"
      aria-label={`Signature of ${name}`}
    >
      <path d={inkPath(strokes)} />
    </svg>
  );
}
