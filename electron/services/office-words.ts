import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type OfficeWord, tidyWord } from "../../shared/spelling/spelling.ts";
import type { Spelling } from "../spelling/spelling.ts";
import {
  findOfficeWord,
  hasOfficeWord,
  insertOfficeWord,
  listOfficeWords,
  readOfficeWords,
  removeOfficeWord,
} from "../store/repositories/office-words.ts";
import { transaction } from "../store/transaction.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** How many words an office's dictionary holds at most: the spelling check reads all of them at its start. */
export const MOST_WORDS = 20_000;

const inAlphabet = new Intl.Collator("en-GB");

/** The office's own words, in the order of the alphabet. */
export function listWords({ store }: ServiceContext): RequestOutput<"list-words"> {
  return { words: listOfficeWords(store).sort((a, b) => inAlphabet.compare(a.word, b.word)) };
}

/** Adds a word for the whole office (¶110, ¶111); one that is there already stays as it is. */
export function addWord(
  context: ServiceContext,
  spelling: Spelling,
  { word: typed }: RequestInput<"add-word">,
): Result<OfficeWord, AppError> {
  const word = tidyWord(typed);
  if (word === undefined) return err({ code: "not-a-word" });
  const known = findOfficeWord(context.store, word);
  if (known) return ok(known);
  const added = addAll(context, "add-word", [word]);
  if (!added.ok) return added;
  spelling.refreshOwnWords();
  const stored = findOfficeWord(context.store, word);
  return stored ? ok(stored) : err({ code: "word-not-found" });
}

/** Takes a word out of the office's dictionary. */
export function removeWord(
  context: ServiceContext,
  spelling: Spelling,
  { wordId }: RequestInput<"remove-word">,
): Result<Record<string, never>, AppError> {
  const removed = transaction(context.store, auditOf(context, "remove-word"), (writer): Result<null, AppError> => {
    if (!hasOfficeWord(writer, wordId)) return err({ code: "word-not-found" });
    removeOfficeWord(writer, wordId);
    return ok(null);
  });
  if (!removed.ok) return removed;
  spelling.refreshOwnWords();
  return ok({});
}

/** Adds every word of a list with one word a line, in one transaction; empty lines are no words and no mistakes. */
export function importWords(
  context: ServiceContext,
  spelling: Spelling,
  { list }: RequestInput<"import-words">,
): Result<RequestOutput<"import-words">, AppError> {
  const lines = list.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const read = lines.map((line, index) => ({ line: index + 1, isEmpty: line.trim() === "", word: tidyWord(line) }));
  const words = new Set(read.flatMap(({ word }) => word ?? []));
  const linesLeftOut = read.filter(({ isEmpty, word }) => !isEmpty && word === undefined).map(({ line }) => line);
  const before = new Set(readOfficeWords(context.store));
  const fresh = [...words].filter((word) => !before.has(word));
  const answer = { added: fresh.length, known: words.size - fresh.length, linesLeftOut };
  if (fresh.length === 0) return ok(answer);
  const added = addAll(context, "import-words", fresh);
  if (!added.ok) return added;
  spelling.refreshOwnWords();
  return ok(answer);
}

/** The office's own words as a list that can be imported elsewhere. */
export function exportWords(context: ServiceContext): RequestOutput<"export-words"> {
  const { words } = listWords(context);
  return { fileName: "office-words.txt", list: words.map(({ word }) => `${word}\n`).join("") };
}

function addAll(context: ServiceContext, action: string, words: readonly string[]): Result<null, AppError> {
  const audit = auditOf(context, action);
  return transaction(context.store, audit, (writer): Result<null, AppError> => {
    // Another connection may have added some of them meanwhile.
    const known = new Set(readOfficeWords(writer));
    const fresh = words.filter((word) => !known.has(word));
    if (known.size + fresh.length > MOST_WORDS) return err({ code: "too-many-words", limit: MOST_WORDS });
    for (const word of fresh) {
      insertOfficeWord(writer, { id: context.newId(), word, addedAt: audit.at, adviserId: context.adviser.id });
    }
    return ok(null);
  });
}
