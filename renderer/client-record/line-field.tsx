import { type ChangeEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { cleanText, countCharacters, hasDoubleQuotes } from "../../shared/text.ts";
import { FieldProblem } from "../ui/field-problem.tsx";

interface LineFieldProps {
  readonly id: string;
  /** The accessible name. */
  readonly label: string;
  readonly value: string;
  readonly limit: number;
  readonly isNumeric?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** Takes the focus when its dialog opens. */
  readonly autoFocus?: boolean | undefined;
  readonly onChange: (text: string) => void;
  readonly onLeave?: (() => void) | undefined;
}

/**
 * A field of one line with a limit: typing stops at the limit, a longer paste is refused whole, and double quotation
 * marks become single ones with a note (TX-3, AP-8, AP-9).
 */
export function LineField(props: LineFieldProps) {
  const { id, label, value, limit, isNumeric, hint, problem, autoFocus, onLeave } = props;
  const ids = useId();
  const field = useLineText(props);
  const note = field.note ?? hint;
  return (
    <div className="stack">
      <input
        ref={field.input}
        id={id}
        className={problem ? "in is-error" : "in"}
        type="text"
        inputMode={isNumeric ? "numeric" : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={field.composed ?? value}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${ids}-problem ${ids}-note`}
        data-autofocus={autoFocus || undefined}
        onChange={field.change}
        onCompositionStart={(event) => field.compose(event.currentTarget.value)}
        onCompositionEnd={(event) => field.endComposing(event.currentTarget)}
        onBlur={onLeave}
      />
      <FieldProblem id={`${ids}-problem`} problem={problem} />
      {note && (
        <span className="why" id={`${ids}-note`}>
          {note}
        </span>
      )}
      <span className="sr" role="status">
        {field.note}
      </span>
      <span className="sr">{limit < SHORT ? `${limit} characters at most` : ""}</span>
    </div>
  );
}

/** A field that holds less says so to those who cannot see its size. */
const SHORT = 20;

function useLineText({ value, limit, onChange }: LineFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  // While an input method composes a letter, the half-made text stays as the method made it; the rules come after.
  const [composed, setComposed] = useState<string | null>(null);
  const [note, setNote] = useState<string>();
  const accept = (element: HTMLInputElement) => {
    const typed = cleanText(element.value.replaceAll("\n", " "));
    const over = countCharacters(typed) - limit;
    if (over > 0 && typed.length > value.length) {
      caret.current = Math.min(element.selectionStart ?? 0, value.length);
      setNote(typed.length - value.length === 1 ? `The field is full: ${limit} characters.` : refusal(over));
      return;
    }
    if (typed !== element.value) caret.current = element.selectionStart;
    setNote(hasDoubleQuotes(element.value) ? QUOTES_NOTE : undefined);
    onChange(typed);
  };
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return {
    input,
    composed,
    note,
    compose: setComposed,
    change: ({ target }: ChangeEvent<HTMLInputElement>) => {
      if (composed === null) return accept(target);
      setComposed(target.value);
      // Told already, so that a Save in the midst of it loses nothing.
      if (countCharacters(cleanText(target.value)) <= limit) onChange(cleanText(target.value));
    },
    endComposing: (element: HTMLInputElement) => {
      setComposed(null);
      accept(element);
    },
  };
}

const QUOTES_NOTE = "Double quotation marks become single ones: they corrupt the record at a provider.";

function refusal(over: number): string {
  return `Not pasted: that is ${over} ${over === 1 ? "character" : "characters"} more than fits. Nothing was changed.`;
}
