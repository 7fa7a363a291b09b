import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDictionary } from "../../electron/spelling/dictionary.ts";

/** A misspelling of a public list, with the words that its makers say were wanted. */
export interface Misspelling {
  readonly typed: string;
  readonly wanted: readonly string[];
}

/** One half was used to find the weights of the ranking, the other is what is reported. */
export type Half = "tuned-on" | "reported";

const FOLDER = join(import.meta.dirname, "..", "..", "node_modules", "@cspell", "dict-en-common-misspellings", "dict");
const FILES = ["dict-en.json", "dict-en-gb.json"];

interface ListFile {
  readonly dictionaryDefinitions: readonly {
    readonly flagWords?: readonly string[];
    readonly suggestWords?: readonly string[];
  }[];
}

/** So many misspellings of one half of the list, spread over all of it and the same in every run. */
export function readMisspellings(half: Half, count: number): Misspelling[] {
  const dictionary = readDictionary();
  const rightWords = (words: string) => words.split(" ").every((word) => dictionary.isWord(word));
  const remainder = half === "tuned-on" ? 0 : 1;
  return [...new Set(FILES.flatMap(entriesOf))]
    .map((entry) => ({ entry, order: orderOf(entry.split("->")[0] ?? "") }))
    .filter(({ order }) => order % 2 === remainder)
    .sort((a, b) => a.order - b.order)
    .map(({ entry }) => {
      const [typed = "", wanted = ""] = entry.split("->");
      return { typed, wanted: wanted.split(/, */).filter((word) => word !== "" && rightWords(word)) };
    })
    .filter(({ typed, wanted }) => wanted.length > 0 && /^[a-z']+$/i.test(typed) && !dictionary.isWord(typed))
    .slice(0, count);
}

function entriesOf(file: string): string[] {
  const { dictionaryDefinitions } = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as ListFile;
  return dictionaryDefinitions.flatMap(({ flagWords = [], suggestWords = [] }) => [...flagWords, ...suggestWords]);
}

function orderOf(typed: string): number {
  return Number.parseInt(hash("sha256", typed).slice(0, 8), 16);
}
