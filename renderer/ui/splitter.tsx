import type { KeyboardEvent, PointerEvent } from "react";

interface SplitterProps {
  readonly label: string;
  /** The upper half's share in percent. */
  readonly value: number;
  readonly onChange: (percent: number) => void;
}

const LEAST = 20;
const MOST = 80;
const STEP = 5;

/** A divider between two halves, moved by the pointer, the arrow keys, Home and End. */
export function Splitter({ label, value, onChange }: SplitterProps) {
  const moveTo = (percent: number) => onChange(Math.round(Math.min(MOST, Math.max(LEAST, percent))));
  const keyDown = (event: KeyboardEvent) => {
    const targets: Record<string, number> = {
      ArrowUp: value - STEP,
      ArrowDown: value + STEP,
      Home: LEAST,
      End: MOST,
    };
    const target = targets[event.key];
    if (target === undefined) return;
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
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}
