import { Fragment, type ReactNode, type RefObject, useLayoutEffect } from "react";

/** A part of a text that is marked. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly look: "vague" | "misspelt" | "hit";
}

interface TextMarksProps {
  /** The text box that the marks lie over, which stands in the same positioned element. */
  readonly boxId: string;
  /** As it was last told; a key that is still on its way is marked with the next telling. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly look?: "lead" | "plain" | undefined;
  /** The drawing itself, for whoever looks for a word in it. */
  readonly overlay: RefObject<HTMLDivElement | null>;
}

/** Marks words of a text box by an overlay of the same words; it only draws. */
export function TextMarks({ boxId, text, marks, look = "plain", overlay }: TextMarksProps) {
  useLayoutEffect(() => {
    const box = document.getElementById(boxId);
    const over = overlay.current;
    if (!box || !over) return undefined;
    const follow = () => layOver(over, box);
    const observer = new ResizeObserver(follow);
    observer.observe(box);
    box.addEventListener("scroll", follow, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", follow);
    };
  }, [boxId, overlay]);
  // A text that is longer may scroll, and then the box has less room beside its bar.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another text is drawn
  useLayoutEffect(() => {
    const box = document.getElementById(boxId);
    if (box && overlay.current) layOver(overlay.current, box);
  }, [boxId, text]);
  return (
    <div className={look === "lead" ? "box lead marks" : "box marks"} aria-hidden="true" ref={overlay}>
      {piecesOf(text, marks)}
      {/* A last line feed counts as a line of its own only with something behind it. */}
      {"\u200B"}
    </div>
  );
}

function layOver(over: HTMLElement, box: HTMLElement): void {
  over.style.top = `${box.offsetTop + box.clientTop}px`;
  over.style.left = `${box.offsetLeft + box.clientLeft}px`;
  over.style.width = `${box.clientWidth}px`;
  over.style.height = `${box.clientHeight}px`;
  over.scrollTop = box.scrollTop;
}

/** The text in pieces, each inside as many marks as lie over it. */
function piecesOf(text: string, marks: readonly Mark[]): ReactNode[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const inOrder = [...marks].sort((a, b) => a.start - b.start);
  let first = 0;
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? text.length;
    while ((inOrder[first]?.end ?? Number.POSITIVE_INFINITY) <= from) first += 1;
    let piece: ReactNode = text.slice(from, to);
    for (let next = first; (inOrder[next]?.start ?? to) < to; next += 1) {
      const mark = inOrder[next];
      if (!mark || mark.end <= from) continue;
      piece = (
        <span className={mark.look} data-start={mark.start}>
          {piece}
        </span>
      );
    }
    return <Fragment key={from}>{piece}</Fragment>;
  });
}
