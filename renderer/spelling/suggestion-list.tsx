import { type KeyboardEvent, useEffect, useId, useRef } from "react";

interface SuggestionListProps {
  readonly labelledBy: string;
  readonly suggestions: readonly string[];
  /** The index of the chosen one; -1 where none is. */
  readonly chosen: number;
  /** What stands there while there is nothing to choose. */
  readonly empty: string;
  readonly onChoose: (index: number) => void;
  /** Enter, or a double click. */
  readonly onTake: () => void;
}

/** The suggestions for a word, one of them chosen: arrow keys, Home and End. */
export function SuggestionList(props: SuggestionListProps) {
  const { labelledBy, suggestions, chosen, empty, onChoose, onTake } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const option = chosen < 0 ? null : list.current?.querySelectorAll('[role="option"]')[chosen];
    option?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const keyDown = (event: KeyboardEvent) => {
    const last = suggestions.length - 1;
    const target = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: last }[event.key];
    if (event.key === "Enter") onTake();
    else if (target !== undefined && last >= 0) onChoose(Math.max(0, Math.min(last, target)));
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="sugs"
      role="listbox"
      aria-labelledby={labelledBy}
      aria-activedescendant={chosen < 0 ? undefined : `${id}-${chosen}`}
      tabIndex={0}
      data-autofocus
      ref={list}
      onKeyDown={keyDown}
    >
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names its active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list listens to the keys
        <div
          key={suggestion}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          onClick={() => onChoose(index)}
          onDoubleClick={onTake}
        >
          {suggestion}
        </div>
      ))}
      {suggestions.length === 0 && (
        // biome-ignore lint/a11y/useFocusableInteractive: it is no choice, only why there is none
        <div role="option" aria-selected={false} aria-disabled className="quiet">
          {empty}
        </div>
      )}
    </div>
  );
}
