import { text as textOf } from "node:stream/consumers";
import type { AppError } from "../../shared/errors.ts";
import { ok, type Result } from "../../shared/result.ts";
import { createPlainSpelling, type SuggestedFinding, spellText } from "../services/spelling.ts";
import type { ExitCode, Output } from "./output.ts";

/** Reads the text that is to be checked, to its end. */
export type ReadInput = () => Promise<string>;

/** What is piped, or typed, into the command line. */
export const standardInput: ReadInput = () => textOf(process.stdin);

/**
 * Checks the spelling of a text against UK English and the trade's words. It opens no store: the words of an office lie
 * behind a passphrase, which nobody can be asked for while the text comes in.
 */
export async function runSpell(
  { isJson }: { readonly isJson: boolean },
  readInput: ReadInput,
  output: Output,
): Promise<Result<ExitCode, AppError>> {
  const text = (await readInput()).replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const spelling = createPlainSpelling();
  try {
    const found = await spellText(spelling, text);
    if (!found.ok) return found;
    const placeOf = places(text);
    const forms = found.value.map((finding) => spellForm(finding, placeOf(finding.start)));
    output.result(isJson ? JSON.stringify(forms, null, 2) : forms.map(spellLine).join("\n"));
    return ok(0);
  } finally {
    await spelling.close();
  }
}

/** Where a word stands, both from 1; columns are counted in characters as a person sees them. */
interface Place {
  readonly line: number;
  readonly column: number;
}

interface SpellForm extends Place {
  readonly word: string;
  readonly suggestions: readonly string[];
}

const graphemes = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** Finds the places of offsets that are asked for from the first to the last. */
function places(text: string): (offset: number) => Place {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let end = text.indexOf("\n", lineStart); end >= 0 && end < offset; end = text.indexOf("\n", lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    return { line, column: [...graphemes.segment(text.slice(lineStart, offset))].length + 1 };
  };
}

function spellForm({ word, suggestions }: SuggestedFinding, place: Place): SpellForm {
  return { word, ...place, suggestions };
}

function spellLine({ word, line, column, suggestions }: SpellForm): string {
  const meant = suggestions.length > 0 ? `: ${suggestions.join(", ")}` : "";
  return `Line ${line}, column ${column}: ${word}${meant}`;
}
