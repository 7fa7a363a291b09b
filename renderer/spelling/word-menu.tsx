import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import type { Finding } from "../../shared/spelling/spelling.ts";
import { ask, useRequest } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import type { Underlines } from "./underlines.ts";

/** An unknown word, and where it stands on the screen. */
export interface WordMenuAt {
  readonly finding: Finding;
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly boxId: string;
  readonly underlines: Underlines;
}

/** So many suggestions are offered; the Spelling window has them all. */
const MOST_SUGGESTIONS = 5;

interface Entry {
  readonly label: string;
  readonly isApart?: boolean;
  readonly act: () => void;
}

/** The suggestions at an unknown word, and what else can be done about it. */
export function WordMenu({ finding, at, boxId, underlines, onClose }: WordMenuAt & { readonly onClose: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const isRepeated = finding.kind === "repeated";
  const { data, error } = useRequest("suggest-spelling", { word: finding.word }, { isOff: isRepeated });
  const isReady = isRepeated || data !== undefined || error !== null;
  const leave = () => {
    onClose();
    document.getElementById(boxId)?.focus();
  };
  const put = (word: string) => () => replaceInBox(boxId, finding, word);
  const suggestions = (data?.suggestions ?? []).slice(0, MOST_SUGGESTIONS);
  const entries: Entry[] = [
    ...suggestions.map((label) => ({ label, act: put(label) })),
    ...(isRepeated ? [{ label: "Remove the repeated word", act: put("") }] : []),
    { label: "Ignore", isApart: true, act: () => underlines.ignore(finding.word) },
    ...(isRepeated ? [] : [{ label: "Add to Dictionary", act: () => void addWord(finding.word, underlines) }]),
  ];
  useCloseOutside(list, onClose);
  useInSight(list, at, isReady);
  useEffect(() => {
    if (isReady) list.current?.querySelector<HTMLElement>("button")?.focus();
    else list.current?.focus();
  }, [isReady]);
  const keyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const current = buttons.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") leave();
    else if (target === undefined) return;
    else buttons.at(target % Math.max(1, buttons.length))?.focus();
    event.preventDefault();
  };
  return createPortal(
    <div
      className="menu at-word"
      role="menu"
      aria-label={`Suggestions for ${finding.word}`}
      aria-busy={!isReady}
      tabIndex={-1}
      ref={list}
      onKeyDown={keyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {isReady &&
        entries.map(({ label, isApart, act }) => (
          <button
            key={`${label}${isApart}`}
            type="button"
            role="menuitem"
            className={isApart ? "apart" : undefined}
            onClick={() => {
              leave();
              act();
            }}
          >
            <span>{label}</span>
          </button>
        ))}
    </div>,
    document.querySelector("main") ?? document.body,
  );
}

/** Writes over the word as if it were typed, so that the box's own rules and the browser's undo hold. */
function replaceInBox(boxId: string, { kind, start, end }: Finding, word: string): void {
  const box = document.getElementById(boxId);
  if (!(box instanceof HTMLTextAreaElement)) return;
  box.focus();
  const from = kind === "repeated" ? box.value.slice(0, start).trimEnd().length : start;
  box.setSelectionRange(from, end);
  if (word === "") document.execCommand("delete");
  else document.execCommand("insertText", false, word);
}

async function addWord(word: string, underlines: Underlines): Promise<void> {
  const answer = await ask("add-word", { word });
  announce(answer.ok ? `Added to the dictionary: ${answer.value.word}` : inWords(answer.error));
  if (answer.ok) underlines.forget();
}

function inWords(error: AppError): string {
  const { text, whatToDo } = errorMessage(error);
  return `${text} ${whatToDo}`;
}

function useInSight(list: React.RefObject<HTMLElement | null>, at: WordMenuAt["at"], isReady: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with its entries the menu has another size
  useLayoutEffect(() => {
    const menu = list.current;
    if (!menu) return;
    const { offsetWidth, offsetHeight } = menu;
    const isBelow = at.bottom + offsetHeight <= window.innerHeight;
    menu.style.left = `${Math.max(0, Math.min(at.left, window.innerWidth - offsetWidth))}px`;
    menu.style.top = `${isBelow ? at.bottom : Math.max(0, at.top - offsetHeight)}px`;
  }, [at, list, isReady]);
}

function useCloseOutside(list: React.RefObject<HTMLElement | null>, onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !list.current?.contains(event.target)) latest.current();
    };
    window.addEventListener("pointerdown", onPointerDown, true);
    return () => window.removeEventListener("pointerdown", onPointerDown, true);
  }, [list]);
}
