import { useEffect, useRef } from "react";
import SignaturePad, { type PointGroup } from "signature_pad";
import { SIGNING_BOX } from "../../shared/jets/ink.ts";
import type { Strokes } from "../../shared/jets/signature.ts";

interface InkPadProps {
  readonly label: string;
  /** What is drawn: the pad shows it whenever it is made anew, and an empty drawing clears it. */
  readonly strokes: Strokes;
  readonly onChange: (strokes: Strokes) => void;
}

/** How thick the ink is, in pixels of the screen. */
const PEN = { minWidth: 1, maxWidth: 2.5, dotSize: 2 } as const;
const LEAST_DISTANCE = 2;

/** A box to sign in by pen, mouse or finger; it keeps what is drawn when its size or the colours change. */
export function InkPad({ label, strokes, onChange }: InkPadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ strokes, onChange });
  const clear = useRef<() => void>(undefined);
  useEffect(() => {
    latest.current = { strokes, onChange };
  });
  // Only when it becomes empty: a first stroke that is under way is not in the drawing yet.
  useEffect(() => {
    if (strokes.length === 0) clear.current?.();
  }, [strokes]);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const pad = openPad(canvas.current, latest.current.strokes, (drawn) => latest.current.onChange(drawn));
    clear.current = pad.clear;
    return pad.close;
  }, []);
  return <canvas ref={canvas} className="ink-pad" role="img" aria-label={label} />;
}

/** Makes a canvas a pad, until it is closed. */
function openPad(canvas: HTMLCanvasElement, strokes: Strokes, onDrawn: (strokes: Strokes) => void) {
  const pad = new SignaturePad(canvas, { ...PEN, minDistance: LEAST_DISTANCE, penColor: colourOf(canvas) });
  let drawn = strokes;
  let scale = 0;
  // A stroke under way is in the pad alone, and must outlive a change of size too.
  const current = () => (scale > 0 ? strokesOf(pad.toData(), scale) : drawn);
  const draw = () => {
    drawn = current();
    const { width, height } = canvas.getBoundingClientRect();
    if (width === 0) return;
    scale = width / SIGNING_BOX.width;
    const ratio = Math.max(window.devicePixelRatio, 1);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.getContext("2d")?.scale(ratio, ratio);
    pad.penColor = colourOf(canvas);
    pad.fromData(groupsOf(drawn, scale, pad.penColor));
  };
  const ended = () => onDrawn(current());
  pad.addEventListener("endStroke", ended);
  const sizes = new ResizeObserver(draw);
  sizes.observe(canvas);
  const colours = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
  for (const query of colours) query.addEventListener("change", draw);
  draw();
  return {
    clear: () => {
      if (!pad.isEmpty()) pad.clear();
    },
    close: () => {
      pad.removeEventListener("endStroke", ended);
      pad.off();
      sizes.disconnect();
      for (const query of colours) query.removeEventListener("change", draw);
    },
  };
}

function colourOf(canvas: HTMLCanvasElement): string {
  return getComputedStyle(canvas).color;
}

function strokesOf(groups: readonly PointGroup[], scale: number): Strokes {
  return groups.map(({ points }) => points.map(({ x, y }): [number, number] => [x / scale, y / scale]));
}

function groupsOf(strokes: Strokes, scale: number, penColor: string): PointGroup[] {
  return strokes.map((stroke) => ({
    ...PEN,
    penColor,
    velocityFilterWeight: 0.7,
    compositeOperation: "source-over",
    // No speed is kept, so that a drawing that is shown again has one thickness.
    points: stroke.map(([x, y], index) => ({ x: x * scale, y: y * scale, time: index * EVEN_MS, pressure: 0.5 })),
  }));
}

const EVEN_MS = 20;
