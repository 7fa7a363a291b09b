import { cleanText } from "../text.ts";
import { moveFindings } from "./move-findings.ts";
import type { Finding } from "./spelling.ts";
import { plainWord } from "./tokens.ts";

/** A text that is gone through, under a name of its own. */
export interface RunText {
  readonly id: string;
  readonly text: string;
}

/** What the check found, with the text it is in. */
export type RunFinding = Finding & { readonly id: string };

/** Where a run through unknown words stands; the first finding that is left is the one asked about (¶112). */
export interface SpellingRun {
  readonly texts: readonly RunText[];
  readonly left: readonly RunFinding[];
  /** How many words have been settled, one by one or at once with others. */
  readonly settled: number;
  /** The states to which Undo goes back, the newest last. */
  readonly past: readonly PastStep[];
}

/** A state before an answer, and what the answer did outside the run: the word that was added. */
interface PastStep {
  readonly run: Omit<SpellingRun, "past">;
  readonly addedWordId: string | null;
}

/** Begins with everything that the check found, text by text. */
export function startRun(texts: readonly RunText[], findings: readonly RunFinding[]): SpellingRun {
  const order = new Map(texts.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: RunFinding) => order.get(id) ?? texts.length;
  const left = [...findings].sort((a, b) => placeOf(a) - placeOf(b) || a.start - b.start);
  return { texts, left, settled: 0, past: [] };
}

/** The word that is asked about; undefined once every word is settled. */
export function currentFinding({ left }: SpellingRun): RunFinding | undefined {
  return left[0];
}

/** Ignore: this one word, here. */
export function ignore(run: SpellingRun): SpellingRun {
  return settle(run, run.texts, run.left.slice(1));
}

/** Ignore All: every further one of this word in the run, however it is capitalised. */
export function ignoreAll(run: SpellingRun): SpellingRun {
  return settle(run, run.texts, othersThan(run, isSameWord));
}

/** Add to Dictionary, once the word has been added: it is right wherever it stands. */
export function wordAdded(run: SpellingRun, addedWordId: string): SpellingRun {
  return settle(run, run.texts, othersThan(run, isSameWord), addedWordId);
}

/** Change with a suggestion: the word gives way to it, and a repeated word goes with the white space before it. */
export function change(run: SpellingRun, replacement: string): SpellingRun {
  const [current] = run.left;
  return current ? replaceAll(run, [current], replacement) : run;
}

/** Change All: every further one of this word that is written the same. */
export function changeAll(run: SpellingRun, replacement: string): SpellingRun {
  const [current] = run.left;
  if (!current) return run;
  const same = run.left.filter(({ kind, word }) => kind === current.kind && word === current.word);
  return replaceAll(run, same, replacement);
}

/** Change with a sentence that was typed over: whatever stood where it differs is settled. */
export function changeSentence(run: SpellingRun, typed: string): SpellingRun {
  const [current, ...rest] = run.left;
  if (!current) return run;
  const { id, sentence, sentenceStart } = current;
  const before = textOf(run, id);
  const after = splice(before, sentenceStart, sentenceStart + sentence.length, cleanText(typed));
  return settle(run, withText(run.texts, id, after), moveIn(rest, id, before, after));
}

/** Undo: the state before the last answer, and the word to be taken out of the dictionary again, if one was added. */
export function undo(run: SpellingRun): { readonly run: SpellingRun; readonly addedWordId: string | null } {
  const step = run.past.at(-1);
  if (!step) return { run, addedWordId: null };
  return { run: { ...step.run, past: run.past.slice(0, -1) }, addedWordId: step.addedWordId };
}

/** Takes a text as it was changed elsewhere, undefined where it is gone; Undo does not lead back behind that. */
export function textChanged(run: SpellingRun, id: string, after: string | undefined): SpellingRun {
  const before = textOf(run, id);
  if (after === before) return run;
  if (after === undefined) {
    const texts = run.texts.filter((text) => text.id !== id);
    return { ...run, texts, left: run.left.filter((finding) => finding.id !== id), past: [] };
  }
  return { ...run, texts: withText(run.texts, id, after), left: moveIn(run.left, id, before, after), past: [] };
}

function settle(
  run: SpellingRun,
  texts: readonly RunText[],
  left: readonly RunFinding[],
  addedWordId: string | null = null,
): SpellingRun {
  const { past, ...before } = run;
  const settled = run.settled + run.left.length - left.length;
  return { texts, left, settled, past: [...past, { run: before, addedWordId }] };
}

function isSameWord(a: RunFinding, b: RunFinding): boolean {
  return a.kind === b.kind && plainWord(a.word).toLowerCase() === plainWord(b.word).toLowerCase();
}

function othersThan(run: SpellingRun, isSame: typeof isSameWord): readonly RunFinding[] {
  const [current] = run.left;
  return current ? run.left.filter((finding) => !isSame(finding, current)) : run.left;
}

/** Replaces from the last to the first, so that those before keep their places meanwhile. */
function replaceAll(run: SpellingRun, replaced: readonly RunFinding[], replacement: string): SpellingRun {
  let texts = run.texts;
  let left: readonly RunFinding[] = run.left.filter((finding) => !replaced.includes(finding));
  for (const finding of [...replaced].reverse()) {
    const before = texts.find(({ id }) => id === finding.id)?.text ?? "";
    const [from, put] =
      finding.kind === "repeated" ? [endOfWords(before, finding.start), ""] : [finding.start, replacement];
    const after = splice(before, from, finding.end, cleanText(put));
    texts = withText(texts, finding.id, after);
    left = moveIn(left, finding.id, before, after, { start: from, end: finding.end });
  }
  return settle(run, texts, left);
}

/** Where the white space before a place begins. */
function endOfWords(text: string, start: number): number {
  return text.slice(0, start).trimEnd().length;
}

function moveIn(
  findings: readonly RunFinding[],
  id: string,
  before: string,
  after: string,
  changed?: { readonly start: number; readonly end: number },
): readonly RunFinding[] {
  const moved = moveFindings(
    findings.filter((finding) => finding.id === id),
    before,
    after,
    changed,
  );
  const first = findings.findIndex((finding) => finding.id === id);
  if (first === -1) return findings;
  const others = findings.filter((finding) => finding.id !== id);
  const place = findings.slice(0, first).filter((finding) => finding.id !== id).length;
  return [...others.slice(0, place), ...moved, ...others.slice(place)];
}

function textOf({ texts }: SpellingRun, id: string): string {
  return texts.find((text) => text.id === id)?.text ?? "";
}

function withText(texts: readonly RunText[], id: string, text: string): readonly RunText[] {
  return texts.map((one) => (one.id === id ? { id, text } : one));
}

function splice(text: string, start: number, end: number, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}
