import type { FieldName } from "../../shared/action-plan/problems.ts";
import { moveFindings } from "../../shared/spelling/move-findings.ts";
import type { Finding } from "../../shared/spelling/spelling.ts";
import { plainWord } from "../../shared/spelling/tokens.ts";

/** A field with the text that stands in it. */
export interface FieldText {
  readonly field: FieldName;
  readonly text: string;
}

/** The word that the Spelling window asks about, in the field where it stands. */
export interface Hit {
  readonly field: FieldName;
  readonly start: number;
  readonly end: number;
}

/** What is known of the spelling of the fields on screen, and the word that is shown there. */
export interface Underlines {
  /** What is wrong in a field's text, as well as it is known now; the same list until another is known. */
  readonly of: (field: FieldName, text: string) => readonly Finding[];
  readonly hitIn: (field: FieldName) => Hit | null;
  /** Shows a word in its field, or none. */
  readonly show: (hit: Hit | null) => void;
  /** Has the fields checked once nothing has changed for a while. */
  readonly changed: () => void;
  /** Leaves a word alone until the window closes. */
  readonly ignore: (word: string) => void;
  readonly isIgnored: (word: string) => boolean;
  /** The dictionary is another now: everything is checked anew. */
  readonly forget: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

interface UnderlinesParts {
  /** The fields on screen; undefined while a key is on its way, of which it is told afterwards. */
  readonly read: () => readonly FieldText[] | undefined;
  /** What is wrong in each text; undefined where it cannot be told now. */
  readonly check: (texts: readonly string[]) => Promise<readonly (readonly Finding[])[] | undefined>;
  /** Told of the words that came to be underlined in a field. */
  readonly onFound: (field: FieldName, words: readonly string[]) => void;
}

interface Checked {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** What was found in a field's text, and the same as it stands in the text that was asked about last. */
interface Known extends Checked {
  moved?: Checked;
}

/** So long after the last key the text is checked. */
export const REST_MILLISECONDS = 300;
const MOST_KEPT = 200;
const NOTHING: readonly Finding[] = [];

/** Watches over the spelling of what is typed, away from the key's path; a newer text overtakes an older one. */
export function openUnderlines({ read, check, onFound }: UnderlinesParts): Underlines {
  const listeners = new Set<() => void>();
  const kept = new Map<string, readonly Finding[]>();
  const ignored = new Set<string>();
  let known: ReadonlyMap<FieldName, Known> = new Map();
  let hit: Hit | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const isIgnored = (word: string) => ignored.has(plainWord(word).toLowerCase());

  function publish(fields: readonly FieldText[]): void {
    const before = known;
    known = new Map(
      fields.map(({ field, text }) => {
        const findings = (kept.get(text) ?? NOTHING).filter(({ word }) => !isIgnored(word));
        return [field, { text, findings }];
      }),
    );
    tell();
    for (const [field, { findings }] of known) {
      const old = new Set(before.get(field)?.findings.map(({ word }) => word));
      const words = [...new Set(findings.map(({ word }) => word))].filter((word) => !old.has(word));
      if (words.length > 0) onFound(field, words);
    }
  }

  async function look(): Promise<void> {
    turn += 1;
    const ours = turn;
    const fields = read();
    if (!fields) return;
    const missing = [...new Set(fields.map(({ text }) => text))].filter((text) => text !== "" && !kept.has(text));
    if (missing.length > 0) {
      const found = await check(missing);
      if (!found || ours !== turn) return;
      if (kept.size > MOST_KEPT) kept.clear();
      for (const [index, text] of missing.entries()) kept.set(text, found[index] ?? NOTHING);
    }
    publish(fields);
  }

  function changed(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), REST_MILLISECONDS);
  }

  return {
    of(field, text) {
      const last = known.get(field);
      if (!last || last.findings.length === 0) return NOTHING;
      if (last.text === text) return last.findings;
      // Until a newer answer is there, what is known moves along with the text.
      if (last.moved?.text !== text) last.moved = { text, findings: moveFindings(last.findings, last.text, text) };
      return last.moved.findings;
    },
    hitIn: (field) => (hit?.field === field ? hit : null),
    show(next) {
      hit = next;
      tell();
    },
    changed,
    ignore(word) {
      ignored.add(plainWord(word).toLowerCase());
      publish(read() ?? []);
    },
    isIgnored,
    forget() {
      kept.clear();
      turn += 1;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      clearTimeout(timer);
      turn += 1;
    },
  };
}
