import { type KeyboardEvent, type PointerEvent, useRef } from "react";

interface SplitterProps {
  readonly label: string;
  /** The upper half's share in percent. */
  readonly value: number;
  readonly onChange: (percent: number) => void;
  /** A move by pointer or keys has ended; what is shown now is what is wanted. */
  readonly onEnd: (percent: number) => void;
  /** Back to the usual share. */
  readonly onReset: () => void;
}

const LEAST = 20;
const MOST = 80;
const STEP = 5;

/** A divider between two halves, moved by the pointer, the arrow keys, Home and End; a double click puts it back. */
export function Splitter({ label, value, onChange, onEnd, onReset }: SplitterProps) {
  /** Where a move that is under way has come to. */
  const moved = useRef<number | null>(null);
  const moveTo = (percent: number) => {
    moved.current = Math.round(Math.min(MOST, Math.max(LEAST, percent)));
    onChange(moved.current);
  };
  const end = () => {
    if (moved.current !== null) onEnd(moved.current);
    moved.current = null;
  };
  const keyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, value);
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    moveTo(target);
  };
  const drag = (event: PointerEvent<HTMLHRElement>) => {
    const halves = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!halves || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    moveTo(((event.clientY - halves.top) / halves.height) * 100);
  };
  return (
    <hr
      className="splitter"
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={value}
      tabIndex={0}
      onKeyDown={keyDown}
      onKeyUp={end}
      onBlur={end}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onLostPointerCapture={end}
      onDoubleClick={onReset}
    />
  );
}

function targetOf(key: string, value: number): number | undefined {
  if (key === "ArrowUp") return value - STEP;
  if (key === "ArrowDown") return value + STEP;
  if (key === "Home") return LEAST;
  return key === "End" ? MOST : undefined;
}
