import { foldName } from "../text.ts";
import { type Finding, type IsWord, LONGEST_WORD } from "./spelling.ts";
import { hyphenParts, plainWord, tokenise } from "./tokens.ts";

/** What stands only before a hyphen, as in re-apply, and is no word alone. */
const BEFORE_HYPHEN = new Set(
  "anti auto bi co counter cross de dis e ex extra hyper infra inter intra mid mini mis multi non pan post pre pro pseudo re semi sub super tele trans tri un uni".split(
    " ",
  ),
);
/** Up to five capitals, as LMS's abbreviations are; more than one of what they stand for may have an s. */
const CAPITALS = /^\p{Lu}{1,5}(?:s|'s)?$/u;

/** White space with one line end at most: an empty line ends what was being said. */
const SAME_PARAGRAPH = /^[^\S\n]*(?:[^\S\n]|\n)[^\S\n]*$/u;

/** The parts of people's names in the form in which checkText knows them again. */
export function namesOf(people: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of people.flatMap((name) => plainWord(name).split(/[\s-]+/u))) {
    const plain = part.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
    if (plain === "") continue;
    names.add(plain.toLowerCase());
    // Written without its diacritics, which many keyboards lack.
    names.add(foldName(plain));
  }
  return names;
}

/** Every word of a text that is not known, and every one that stands twice in a row (¶111), in the text's order. */
export function checkText(text: string, isWord: IsWord, names: ReadonlySet<string>): Finding[] {
  const wrong: Pick<Finding, "kind" | "word" | "start" | "end">[] = [];
  let last: { readonly word: string; readonly end: number } | undefined;
  for (const { kind, text: written, start } of tokenise(text)) {
    if (kind === "between") continue;
    if (kind === "exempt") {
      last = undefined;
      continue;
    }
    const end = start + written.length;
    const word = plainWord(written).toLowerCase();
    if (last?.word === word && SAME_PARAGRAPH.test(text.slice(last.end, start))) {
      wrong.push({ kind: "repeated", word: written, start, end });
    } else {
      for (const part of unknownParts(written, isWord, names)) {
        const from = start + part.start;
        wrong.push({ kind: "unknown", word: part.text, start: from, end: from + part.text.length });
      }
    }
    last = { word, end };
  }
  return wrong.length === 0 ? [] : withSentences(text, wrong);
}

/** The part of a word that is not known: none, the word, or of a word with hyphens the parts that are wrong. */
function unknownParts(written: string, isWord: IsWord, names: ReadonlySet<string>) {
  if (isRight(plainWord(written), isWord, names)) return [];
  const parts = hyphenParts(written);
  if (parts.length === 1) return [{ text: written, start: 0 }];
  return parts.filter(({ text }, index) => {
    if (text === "") return false;
    const plain = plainWord(text);
    const isLast = index === parts.length - 1;
    return !(isRight(plain, isWord, names) || (!isLast && BEFORE_HYPHEN.has(plain.toLowerCase())));
  });
}

function isRight(word: string, isWord: IsWord, names: ReadonlySet<string>): boolean {
  if (word.length > LONGEST_WORD) return false;
  // A single letter numbers a point, or is what an abbreviation such as e.g. is made of.
  if (word.length === 1 || CAPITALS.test(word) || isWord(word)) return true;
  const small = word.toLowerCase();
  if (names.has(small)) return true;
  if (!small.endsWith("'s")) return false;
  const base = word.slice(0, -2);
  return CAPITALS.test(base) || isWord(base) || names.has(small.slice(0, -2));
}

const sentences = new Intl.Segmenter("en-GB", { granularity: "sentence" });

function withSentences(text: string, wrong: readonly Pick<Finding, "kind" | "word" | "start" | "end">[]): Finding[] {
  const found: Finding[] = [];
  let next = 0;
  for (const { segment, index } of sentences.segment(text)) {
    const end = index + segment.length;
    for (let one = wrong[next]; one && one.start < end; one = wrong[next]) {
      const lead = segment.length - segment.trimStart().length;
      found.push({ ...one, sentence: segment.trim(), sentenceStart: index + lead });
      next += 1;
    }
    if (next === wrong.length) break;
  }
  return found;
}
