import { useLayoutEffect, useMemo, useRef } from "react";
import { findVagueWords, type VagueWord } from "../../shared/coach/find-vague-words.ts";

interface CoachMarksProps {
  /** The text box that the marks lie over, which stands in the same positioned element. */
  readonly boxId: string;
  /** As it was last told; a key that is still on its way is marked with the next telling. */
  readonly text: string;
}

/** Dots the vague words of a text box; it only draws, and the words themselves are named in the coach's panel. */
export function CoachMarks({ boxId, text }: CoachMarksProps) {
  const words = useMemo(() => findVagueWords(text, ""), [text]);
  return words.length === 0 ? null : <Marks boxId={boxId} text={text} words={words} />;
}

function Marks({ boxId, text, words }: CoachMarksProps & { readonly words: readonly VagueWord[] }) {
  const marks = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = document.getElementById(boxId);
    const over = marks.current;
    if (!box || !over) return undefined;
    const follow = () => layOver(over, box);
    const observer = new ResizeObserver(follow);
    observer.observe(box);
    box.addEventListener("scroll", follow, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", follow);
    };
  }, [boxId]);
  // A text that is longer may scroll, and then the box has less room beside its bar.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another text is drawn
  useLayoutEffect(() => {
    const box = document.getElementById(boxId);
    if (box && marks.current) layOver(marks.current, box);
  }, [boxId, text]);
  return (
    <div className="box lead marks" aria-hidden="true" ref={marks}>
      {piecesOf(text, words)}
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

function piecesOf(text: string, words: readonly VagueWord[]) {
  return words.flatMap(({ start, end, words: vague }, index) => [
    text.slice(words[index - 1]?.end ?? 0, start),
    <span key={start} className="vague">
      {vague}
    </span>,
    index === words.length - 1 ? text.slice(end) : "",
  ]);
}
