import { useEffect, useId, useRef, useState } from "react";
import type { ActionItem } from "../../shared/action-plan/action-plan.ts";
import { formatDate } from "../../shared/dates.ts";
import { Icon } from "../ui/icons.tsx";

interface WithoutReviewProps {
  readonly items: readonly ActionItem[];
  readonly onShowItem: (itemId: string) => void;
}

/** Beside End: how many open items have no review in this interview, and which (¶103). It blocks nothing. */
export function WithoutReview({ items, onShowItem }: WithoutReviewProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [region, button] = useCloseOutside(isOpen, () => setIsOpen(false));
  if (items.length === 0) return null;
  const count = items.length === 1 ? "1 open item without review" : `${items.length} open items without review`;
  return (
    <div className="without-review" ref={region}>
      <button
        type="button"
        className="without num"
        ref={button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {count}
        <Icon name="down" size="small" />
      </button>
      {isOpen && (
        <ul id={id} aria-label="Open items without review in this interview">
          {items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                onClick={() => {
                  setIsOpen(false);
                  onShowItem(item.id);
                }}
              >
                <span className="num">{formatDate(item.targetDate)}</span>
                <span>{item.text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Esc closes what is open and goes back to its button; a press or the focus elsewhere closes it. */
function useCloseOutside(isOpen: boolean, close: () => void) {
  const region = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOpen) return;
    const onOutside = (event: Event) => {
      if (event.target instanceof Node && !region.current?.contains(event.target)) latest.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // The window's own Esc would close it.
      event.stopPropagation();
      latest.current();
      button.current?.focus();
    };
    window.addEventListener("pointerdown", onOutside, true);
    window.addEventListener("focusin", onOutside, true);
    window.addEventListener("keydown", onKey, true);
    return () => {
      window.removeEventListener("pointerdown", onOutside, true);
      window.removeEventListener("focusin", onOutside, true);
      window.removeEventListener("keydown", onKey, true);
    };
  }, [isOpen]);
  return [region, button] as const;
}
