import { type RefObject, useEffect, useRef, useState } from "react";
import { type OpenDocument, textOf } from "./open-document.ts";

/** A page's width and height on paper, in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

interface SheetProps {
  readonly document: OpenDocument;
  readonly number: number;
  readonly size: PageSize;
  /** CSS pixels for each point. */
  readonly scale: number;
  /** What the sheets scroll in. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** One page of the preview: drawn while it is near what is seen, and in words for those who hear it. */
export function Sheet({ document, number, size, scale, scroller }: SheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useNearness(sheet, scroller);
  const [text, setText] = useState("");
  useEffect(() => {
    const target = canvas.current;
    if (isNear && target) return draw(document, number, scale, target, setText);
  }, [isNear, document, number, scale]);
  return (
    <article
      ref={sheet}
      className="sheet"
      aria-label={`Page ${number} of ${document.pageCount}`}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      <canvas ref={canvas} />
      <p className="sr">{text}</p>
    </article>
  );
}

/** A long plan has more pages than the memory of a desktop has room for at once. */
function useNearness(sheet: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (!sheet.current) return;
    const watch = new IntersectionObserver(
      (entries) => setIsNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { root: scroller.current, rootMargin: "50%" },
    );
    watch.observe(sheet.current);
    return () => watch.disconnect();
  }, [sheet, scroller]);
  return isNear;
}

/** Small letters are drawn larger than they are shown, or they would stand unevenly. */
const FINE = 2;

/** Draws a page and tells its text; returns how to stop and give the canvas's memory back. */
function draw(
  document: OpenDocument,
  number: number,
  scale: number,
  canvas: HTMLCanvasElement,
  onText: (text: string) => void,
): () => void {
  let stop: () => void = () => undefined;
  let isStopped = false;
  const begin = async () => {
    const page = await document.page(number);
    if (isStopped) return;
    const viewport = page.getViewport({ scale: scale * Math.max(FINE, window.devicePixelRatio) });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    const task = page.render({ canvas, viewport });
    stop = () => task.cancel();
    const [lines] = await Promise.all([textOf(page), task.promise]);
    if (isStopped) return;
    canvas.dataset.drawn = String(number);
    onText(lines.join("\n"));
  };
  // A page that is no longer wanted ends with an error, which says nothing new.
  begin().catch(() => undefined);
  return () => {
    isStopped = true;
    stop();
    canvas.width = 0;
    delete canvas.dataset.drawn;
  };
}
