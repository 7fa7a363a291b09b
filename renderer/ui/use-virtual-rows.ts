import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

/** Rows drawn above and below what is seen, so that a turn of the wheel shows no gap. */
const BESIDES = 6;
/** Browsers end every box at some 33 million pixels; a longer list scrolls faster than its rows are high. */
const MOST_PIXELS = 15_000_000;

/** The part of a long table that is drawn. */
export interface VirtualRows {
  readonly box: RefObject<(HTMLDivElement & HTMLElement) | null>;
  readonly onScroll: () => void;
  /** The first row to draw, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** The room that the rows take which are not drawn, in pixels. */
  readonly before: number;
  readonly after: number;
  readonly rowHeight: number;
  /** Scrolls no further than needed to have a row in sight. */
  readonly show: (index: number) => void;
}

interface View {
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly headHeight: number;
}

/** Draws only the rows that are in sight of a table in a scrolling box; rows are so many rem high, the head 1.75 rem. */
export function useVirtualRows(count: number, rowRem: number): VirtualRows {
  const box = useRef<HTMLDivElement & HTMLElement>(null);
  const [view, setView] = useState<View>({ top: 0, height: 480, rowHeight: rowRem * 16, headHeight: 28 });
  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const { scrollTop: top, clientHeight: height } = element;
    setView({ top, height, rowHeight: rowRem * rem, headHeight: HEAD_REM * rem });
  }, [rowRem]);
  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [measure]);
  const place = placeRows(count, view);
  // The same function throughout: only another row to show may scroll, and not the scrolling itself.
  const latest = useRef({ count, view });
  useLayoutEffect(() => {
    latest.current = { count, view };
  });
  const show = useCallback((index: number) => {
    const element = box.current;
    if (!element) return;
    const { rowHeight, ...rest } = latest.current.view;
    const { offset, seen, stretch } = placeRows(latest.current.count, { ...rest, rowHeight, top: element.scrollTop });
    const [from, to] = [index * rowHeight, (index + 1) * rowHeight];
    if (from < offset) element.scrollTop = from / stretch;
    else if (to > offset + seen) element.scrollTop = (to - seen) / stretch;
  }, []);
  return { box, onScroll: measure, rowHeight: view.rowHeight, show, ...place };
}

const HEAD_REM = 1.75;

/** Which rows are in sight, where the whole list would be so many pixels high, and how far down it they are. */
export function placeRows(count: number, { top, height, rowHeight, headHeight }: View) {
  const seen = Math.max(rowHeight, height - headHeight);
  const whole = count * rowHeight;
  const drawn = Math.min(whole, MOST_PIXELS);
  const stretch = drawn > seen ? (whole - seen) / (drawn - seen) : 1;
  const offset = Math.max(0, Math.min(top * stretch, whole - seen));
  const first = Math.max(0, Math.floor(offset / rowHeight) - BESIDES);
  const end = Math.min(count, Math.ceil((offset + seen) / rowHeight) + BESIDES);
  const before = Math.max(0, first * rowHeight - offset + Math.min(top, drawn));
  const after = Math.max(0, drawn - before - (end - first) * rowHeight);
  return { offset, seen, stretch, first, end, before, after };
}
