import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { OfficeWord } from "../../shared/spelling/spelling.ts";

interface WordListProps {
  readonly words: readonly OfficeWord[];
  readonly chosenId: string | null;
  /** What stands there while there is no word. */
  readonly empty: string;
  readonly onChoose: (id: string) => void;
}

/** A row's height in rem, as the style has it. */
const ROW_REM = 2;
/** Rows that are drawn above and below those in sight. */
const SPARE = 8;

/** The office's words, one of them chosen; only the rows in sight are drawn, however many there are. */
export function WordList({ words, chosenId, empty, onChoose }: WordListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, count: 8 });
  const chosen = words.findIndex((word) => word.id === chosenId);
  const look = () => {
    const box = list.current;
    if (box)
      setView({ first: Math.floor(box.scrollTop / rowHeight()), count: Math.ceil(box.clientHeight / rowHeight()) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list may be shorter than what was scrolled
  useEffect(look, [words]);
  useEffect(() => {
    if (chosen >= 0 && list.current) bringIntoSight(list.current, chosen);
  }, [chosen]);
  const keyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, view.count - 1);
    const steps = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, PageDown: chosen + page, PageUp: chosen - page };
    const target = { ...steps, Home: 0, End: words.length - 1 }[event.key];
    const word = target === undefined ? undefined : words[Math.max(0, Math.min(words.length - 1, target))];
    if (!word) return;
    event.preventDefault();
    onChoose(word.id);
  };
  const first = Math.max(0, view.first - SPARE);
  const shown = words.slice(first, view.first + view.count + SPARE);
  const isChosenShown = chosen >= first && chosen < first + shown.length;
  return (
    <div
      className="word-list"
      role="listbox"
      aria-label="Words"
      aria-activedescendant={isChosenShown ? `${id}-${chosen}` : undefined}
      tabIndex={0}
      ref={list}
      onScroll={look}
      onKeyDown={keyDown}
    >
      <div role="presentation" style={{ height: `${words.length * ROW_REM}rem` }} />
      {shown.map(({ id: wordId, word, addedBy }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names its active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list listens to the keys
        <div
          key={wordId}
          id={`${id}-${first + index}`}
          role="option"
          aria-selected={wordId === chosenId}
          aria-setsize={words.length}
          aria-posinset={first + index + 1}
          style={{ top: `${(first + index) * ROW_REM}rem` }}
          onClick={() => onChoose(wordId)}
        >
          <span>{word}</span>
          <span className="quiet">{addedBy}</span>
        </div>
      ))}
      {words.length === 0 && (
        // biome-ignore lint/a11y/useFocusableInteractive: it is no choice, only why there is none
        <div role="option" aria-selected={false} aria-disabled>
          {empty}
        </div>
      )}
    </div>
  );
}

function rowHeight(): number {
  return ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function bringIntoSight(list: HTMLElement, index: number): void {
  const top = index * rowHeight();
  if (top < list.scrollTop) list.scrollTop = top;
  const bottom = top + rowHeight();
  if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}
