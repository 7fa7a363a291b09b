import { SAY_OF_GAP, VAGUE_RULES } from "./vague-words.ts";

/** Vague words where they stand in the text, and what to say instead. */
export interface VagueWord {
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
  /** As they are typed. */
  readonly words: string;
  readonly advice: string;
}

const ADVICE = new Map(VAGUE_RULES.flatMap(({ phrases, say }) => phrases.map((phrase) => [phrase, say] as const)));

const VAGUE = vaguePattern();

/** Finds the vague words of a text in their order, and the gaps in square brackets that are still to be filled in. */
export function findVagueWords(text: string, actor: string): readonly VagueWord[] {
  return [...text.matchAll(VAGUE)].map(({ 0: words, index: start }) => {
    const say = ADVICE.get(words.toLowerCase().replace(/\s+/g, " ")) ?? SAY_OF_GAP;
    return { start, end: start + words.length, words, advice: say.replaceAll("{name}", () => actor) };
  });
}

function vaguePattern(): RegExp {
  const phrases = [...ADVICE.keys()].sort((a, b) => b.length - a.length);
  const written = phrases.map((phrase) => phrase.replaceAll(".", "\\.").replaceAll(" ", "\\s+"));
  return new RegExp(`\\[[^[\\]\\n]{1,60}\\]|(?<![\\p{L}\\p{N}'’-])(?:${written.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}
