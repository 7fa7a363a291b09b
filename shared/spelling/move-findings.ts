import type { Finding } from "./spelling.ts";

/** A part of a text, by code unit. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Findings of a text as they stand in what became of it: those behind the change move, those that it touches go. What
 * was changed is found by comparing, unless it is known.
 */
export function moveFindings<Found extends Finding>(
  findings: readonly Found[],
  before: string,
  after: string,
  changed: Span = changedSpan(before, after),
): Found[] {
  const shift = after.length - before.length;
  return moveSpans(findings, before, after, changed).map((finding) => {
    const { sentenceStart, sentence } = finding;
    const sentenceEnd = sentenceStart + sentence.length;
    const newStart =
      sentenceStart >= changed.end && sentenceStart > changed.start ? sentenceStart + shift : sentenceStart;
    const newEnd = sentenceEnd >= changed.end ? sentenceEnd + shift : sentenceEnd;
    return { ...finding, sentenceStart: newStart, sentence: after.slice(newStart, Math.max(newStart, newEnd)) };
  });
}

/** Words of a text as they stand in what became of it: those behind the change move, those that it touches go. */
export function moveSpans<Part extends Span>(
  spans: readonly Part[],
  before: string,
  after: string,
  changed: Span = changedSpan(before, after),
): Part[] {
  const shift = after.length - before.length;
  return spans.flatMap((span) => {
    const { start, end } = span;
    const isBehind = start >= changed.end;
    const isBefore = end <= changed.start;
    const isTouched = isBehind
      ? start === changed.end && WORD_AT_END.test(after.slice(0, start + shift))
      : end === changed.start && WORD_AT_START.test(after.slice(end));
    if (isTouched || !(isBehind || isBefore)) return [];
    return [isBehind ? { ...span, start: start + shift, end: end + shift } : span];
  });
}

/** Letters put right beside a word make it another word. */
const WORD_AT_START = /^[\p{L}\p{M}\p{N}'\u2019-]/u;
const WORD_AT_END = /[\p{L}\p{M}\p{N}'\u2019-]$/u;

/** The part of a text that another does not have in common with it, from the front and then from the back. */
export function changedSpan(before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { start, end: before.length - tail };
}
