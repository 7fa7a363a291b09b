import {
  createContext,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { FieldName } from "../../shared/action-plan/problems.ts";
import { findVagueWords } from "../../shared/coach/find-vague-words.ts";
import type { Finding } from "../../shared/spelling/spelling.ts";
import { fieldId } from "../action-plan/field-ids.ts";
import { type Mark, markAt } from "./marks-layer.ts";
import { layOver, TextMarks } from "./text-marks.tsx";
import { type Hit, openUnderlines, type Underlines } from "./underlines.ts";
import { WordMenu, type WordMenuAt } from "./word-menu.tsx";

const NONE = openUnderlines({ read: () => [], check: async () => [], onFound: () => undefined });

/** Brings what is known of the spelling to the fields of the window. */
export const UnderlinesContext = createContext<Underlines>(NONE);

interface WordMarksProps {
  readonly field: FieldName;
  readonly text: string;
  readonly look?: "lead";
  /** True where vague words are dotted too. */
  readonly isCoachOn?: boolean;
}

/** Marks the words of a field: unknown ones wavy, vague ones dotted, the one that is asked about filled. */
export function WordMarks({ field, text, look, isCoachOn = false }: WordMarksProps) {
  const underlines = useContext(UnderlinesContext);
  const findings = useSyncExternalStore(underlines.subscribe, () => underlines.of(field, text));
  const hit = useSyncExternalStore(underlines.subscribe, () => underlines.hitIn(field));
  const vague = useMemo(() => (isCoachOn ? findVagueWords(text, "") : []), [isCoachOn, text]);
  const overlay = useRef<HTMLDivElement>(null);
  const boxId = fieldId(field);
  const { menu, close } = useWordMenu({ boxId, overlay, findings, text });
  useEffect(() => underlines.changed(), [underlines]);
  useShownHit(boxId, overlay, hit);
  const marks = useMemo(
    () => [
      ...vague.map(({ start, end }): Mark => ({ start, end, look: "vague" })),
      ...findings.map(({ start, end }): Mark => ({ start, end, look: "misspelt" })),
      ...(hit ? [{ start: hit.start, end: hit.end, look: "hit" as const }] : []),
    ],
    [vague, findings, hit],
  );
  if (marks.length === 0) return null;
  return (
    <>
      <TextMarks {...{ boxId, text, marks, look, overlay }} />
      {menu && <WordMenu {...menu} boxId={boxId} underlines={underlines} onClose={close} />}
    </>
  );
}

/** Selects the word that is asked about in its box, and brings it into sight. */
function useShownHit(boxId: string, overlay: RefObject<HTMLDivElement | null>, hit: Hit | null): void {
  useEffect(() => {
    const box = document.getElementById(boxId);
    if (!hit || !(box instanceof HTMLTextAreaElement)) return;
    box.setSelectionRange(hit.start, hit.end);
    box.scrollIntoView({ block: "nearest" });
    if (overlay.current) layOver(overlay.current, box);
    const word = overlay.current?.querySelector<HTMLElement>(".hit");
    if (word) box.scrollTop = Math.max(0, word.offsetTop - box.clientHeight / 2);
  }, [boxId, overlay, hit]);
}

interface MenuParts {
  readonly boxId: string;
  readonly overlay: RefObject<HTMLDivElement | null>;
  readonly findings: readonly Finding[];
  readonly text: string;
}

/** Opens the suggestions at an unknown word, by a right click on it or by Shift+F10 with the cursor in it. */
function useWordMenu({ boxId, overlay, findings, text }: MenuParts) {
  const [menu, setMenu] = useState<Omit<WordMenuAt, "underlines" | "boxId"> | null>(null);
  const latest = useRef({ findings, text });
  useEffect(() => {
    latest.current = { findings, text };
  });
  useEffect(() => {
    const box = document.getElementById(boxId);
    if (!(box instanceof HTMLTextAreaElement)) return undefined;
    const open = (event: Event, finding: Finding | undefined) => {
      const word = finding && markAt(overlay.current, finding.start);
      if (!finding || !word || box.value !== latest.current.text) return;
      event.preventDefault();
      const { left, top, bottom } = word.getBoundingClientRect();
      setMenu({ finding, at: { left, top, bottom } });
    };
    const atCursor = () => {
      const { selectionStart: from, selectionEnd: to } = box;
      return latest.current.findings.find(({ start, end }) => start <= from && to <= end);
    };
    const onMenu = (event: MouseEvent) => {
      const isByMouse = event.button === 2;
      open(event, isByMouse ? findingAt(event, overlay.current, latest.current.findings) : atCursor());
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "F10" && event.shiftKey) open(event, atCursor());
    };
    box.addEventListener("contextmenu", onMenu);
    box.addEventListener("keydown", onKey);
    return () => {
      box.removeEventListener("contextmenu", onMenu);
      box.removeEventListener("keydown", onKey);
    };
  }, [boxId, overlay]);
  return { menu, close: () => setMenu(null) };
}

/** The finding whose word is drawn where the pointer is. */
function findingAt(event: MouseEvent, over: HTMLElement | null, findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ start }) => {
    const rects = [...(markAt(over, start)?.getClientRects() ?? [])];
    return rects.some((rect) => isInside(event, rect));
  });
}

function isInside({ clientX, clientY }: MouseEvent, { left, right, top, bottom }: DOMRect): boolean {
  return left <= clientX && clientX <= right && top - 2 <= clientY && clientY <= bottom + 2;
}
