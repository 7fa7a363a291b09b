import { type RefObject, useLayoutEffect, useRef } from "react";
import { type Mark, type MarksLayer, openMarksLayer } from "./marks-layer.ts";

interface TextMarksProps {
  /** The text box that the marks lie over, which stands in the same positioned element. */
  readonly boxId: string;
  /** The text that is marked; where the box has another by now, the marks move along. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly look?: "lead" | "plain" | undefined;
  /** The drawing itself, for whoever looks for a word in it. */
  readonly overlay: RefObject<HTMLDivElement | null>;
}

/** Marks words of a text box by an overlay of the same words; it only draws. */
export function TextMarks({ boxId, text, marks, look = "plain", overlay }: TextMarksProps) {
  const layer = useRef<MarksLayer>(null);
  useLayoutEffect(() => {
    const box = document.getElementById(boxId);
    const over = overlay.current;
    if (!(box instanceof HTMLTextAreaElement) || !over) return undefined;
    const opened = openMarksLayer(over, box);
    layer.current = opened;
    // Nothing is measured in a key's path: the observer is told after the layout that the frame needs anyway. The box
    // may lie elsewhere because of what stands above it, or have less room beside its scroll bar.
    const observer = new ResizeObserver(() => layOver(over, box));
    observer.observe(box);
    if (box.parentElement) observer.observe(box.parentElement);
    const scrolled = () => layOver(over, box);
    box.addEventListener("scroll", scrolled, { passive: true });
    // On the document, so that React has put into the box by then what may stand in it.
    const typed = ({ target }: Event) => target === box && opened.follow();
    document.addEventListener("input", typed);
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", scrolled);
      document.removeEventListener("input", typed);
    };
  }, [boxId, overlay]);
  useLayoutEffect(() => layer.current?.draw(text, marks), [text, marks]);
  return <div className={look === "lead" ? "box lead marks" : "box marks"} aria-hidden="true" ref={overlay} />;
}

/** Lays the drawing over its box, scrolled as the box is. */
export function layOver(over: HTMLElement, box: HTMLElement): void {
  over.style.top = `${box.offsetTop + box.clientTop}px`;
  over.style.left = `${box.offsetLeft + box.clientLeft}px`;
  over.style.width = `${box.clientWidth}px`;
  over.style.height = `${box.clientHeight}px`;
  over.scrollTop = box.scrollTop;
}
