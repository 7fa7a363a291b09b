import { type ChangeEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { cleanText, countCharacters, hasDoubleQuotes } from "../../shared/text.ts";
import { FieldProblem } from "./field-problem.tsx";

interface TextBoxProps {
  readonly id: string;
  /** The accessible name. */
  readonly label: string;
  /** What stands above the box; left out where a caption stands there already. */
  readonly caption?: ReactNode;
  readonly value: string;
  readonly limit: number;
  /** Lead: an Action Item's larger words. Grow: takes the height that is left. */
  readonly look?: "lead" | "grow" | "plain";
  readonly problem?: string | undefined;
  /** Takes the focus when its dialog opens. */
  readonly autoFocus?: boolean | undefined;
  /** Lies over the box and marks words in it; its element stays the same while nothing but a key changes. */
  readonly marks?: ReactNode;
  readonly onChange: (text: string) => void;
}

/** From so few characters left the counter is spoken too. */
const SPOKEN_AT = [50, 20, 10, 5, 0];

/**
 * A box for text with a limit: what is left is counted as a person counts, typing stops at the limit, a longer paste is
 * refused whole, and double quotation marks become single ones with a note (TX-3, AP-8, AP-9).
 */
export function TextBox({
  id,
  label,
  caption,
  value,
  limit,
  look = "plain",
  problem,
  autoFocus,
  marks,
  onChange,
}: TextBoxProps) {
  const ids = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { shown, note, change, startComposing, endComposing } = useLimitedText(box, { value, limit, onChange });
  const left = limit - countCharacters(shown);
  const lookClass = look === "plain" ? "" : ` ${look}`;
  return (
    <div className={look === "grow" ? "textblock" : "textfield"}>
      <div className={caption ? "label" : "label bare"}>
        {caption ? <label htmlFor={id}>{caption}</label> : <span />}
        <span className="counter" id={`${ids}-left`}>
          {left < 0 ? `${-left} over ${limit}` : `${left} left of ${limit}`}
        </span>
      </div>
      <textarea
        ref={box}
        id={id}
        className={`box${lookClass}${problem ? " is-error" : ""}`}
        aria-label={label}
        aria-describedby={`${ids}-left ${ids}-problem`}
        aria-invalid={problem ? true : undefined}
        data-autofocus={autoFocus || undefined}
        spellCheck={false}
        value={shown}
        onChange={change}
        onCompositionStart={startComposing}
        onCompositionEnd={endComposing}
      />
      {marks}
      <FieldProblem id={`${ids}-problem`} problem={problem} />
      {note && <p className="why">{note}</p>}
      <span className="sr" role="status">
        {note ?? (SPOKEN_AT.includes(left) ? `${left} characters left` : "")}
      </span>
    </div>
  );
}

interface LimitedText {
  readonly value: string;
  readonly limit: number;
  readonly onChange: (text: string) => void;
}

type Box = React.RefObject<HTMLTextAreaElement | null>;

function useLimitedText(box: Box, { value: given, limit, onChange }: LimitedText) {
  const [value, setValue] = useOwnText(given);
  // While an input method composes a letter, the half-made text stays as the method made it; the rules come after.
  const [composed, setComposed] = useState<string | null>(null);
  const beforeComposing = useRef(given);
  const [note, setNote] = useState<string>();
  const caret = useRef<number | null>(null);
  const take = (text: string) => {
    setValue(text);
    onChange(text);
  };
  const accept = (element: HTMLTextAreaElement, before = value) => {
    const cleaned = cleanText(element.value);
    const over = countCharacters(cleaned) - limit;
    if (over > 0 && countCharacters(cleaned) > countCharacters(before)) {
      setNote(refusal(over));
      return take(before);
    }
    if (cleaned !== element.value) {
      caret.current = cleanText(element.value.slice(0, element.selectionStart)).length;
      setNote(hasDoubleQuotes(element.value) ? QUOTES_NOTE : undefined);
    }
    take(cleaned);
  };
  const compose = (text: string) => {
    setComposed(text);
    const cleaned = cleanText(text);
    // Told already, so that a Save in the midst of it loses nothing.
    if (countCharacters(cleaned) <= limit) onChange(cleaned);
  };
  useBeforeInput(box, (event) => {
    const inserted = event.data ?? (event.inputType === "insertLineBreak" ? "\n" : null);
    if (event.isComposing || inserted === null || !box.current) return;
    const outcome = judgeInsertion(box.current, value, inserted, limit);
    setNote(outcome.note);
    if (outcome.insert === inserted) return;
    // Inserting through the editing command keeps the browser's own undo; where it is refused, what comes is cleaned.
    const isDone = outcome.insert === "" || document.execCommand("insertText", false, outcome.insert);
    if (!isDone) return;
    event.preventDefault();
    // The input event may come only after the next drawing, which would put the old text back.
    accept(box.current);
  });
  useLayoutEffect(() => {
    if (caret.current !== null) box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return {
    shown: composed ?? value,
    note,
    change: (event: ChangeEvent<HTMLTextAreaElement>) =>
      composed === null ? accept(event.target) : compose(event.target.value),
    startComposing: (event: React.CompositionEvent<HTMLTextAreaElement>) => {
      beforeComposing.current = event.currentTarget.value;
      setComposed(event.currentTarget.value);
    },
    endComposing: (event: React.CompositionEvent<HTMLTextAreaElement>) => {
      setComposed(null);
      accept(event.currentTarget, beforeComposing.current);
    },
  };
}

/** The text as the box has it: its own, so that a key draws nothing else, until another is given from outside. */
function useOwnText(given: string) {
  const [text, setText] = useState(given);
  const [last, setLast] = useState(given);
  if (given !== last) {
    setLast(given);
    setText(given);
  }
  return [given === last ? text : given, setText] as const;
}

const QUOTES_NOTE = "Double quotation marks become single ones: they corrupt the record at a provider.";

function refusal(over: number): string {
  return `Not pasted: that is ${over} ${over === 1 ? "character" : "characters"} more than fits. Nothing was changed.`;
}

/** What to do with a text about to be typed or pasted over the selection. */
function judgeInsertion(element: HTMLTextAreaElement, value: string, inserted: string, limit: number) {
  const insert = cleanText(inserted);
  const after = value.slice(0, element.selectionStart) + insert + value.slice(element.selectionEnd);
  const count = countCharacters(after.normalize("NFC"));
  if (count > limit && count > countCharacters(value)) {
    const isTyped = countCharacters(insert) === 1;
    return { insert: "", note: isTyped ? `The box is full: ${limit} characters.` : refusal(count - limit) };
  }
  return { insert, note: hasDoubleQuotes(inserted) ? QUOTES_NOTE : undefined };
}

function useBeforeInput(box: Box, handle: (event: InputEvent) => void) {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const element = box.current;
    // React's own onBeforeInput carries neither the kind of input nor what is pasted.
    const listen = (event: InputEvent) => latest.current(event);
    element?.addEventListener("beforeinput", listen);
    return () => element?.removeEventListener("beforeinput", listen);
  }, [box]);
}
