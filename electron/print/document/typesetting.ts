import { clusterRuns, isInMainFace, joinRuns, type Typefaces, withPrintableCharacters } from "./characters.ts";
import type { TextPiece } from "./definition.ts";
import { FONT, type Sheet, TEXT_WIDTH } from "./page-layout.ts";
import { orderedPieces, runsRightToLeft } from "./right-to-left.ts";

/** Turns texts into what pdfmake can print of them, on one kind of sheet. */
export interface Typesetting {
  readonly sheet: Sheet;
  /** A text with the characters that no face has as their codes; what is estimated and measured. */
  printable(text: string): string;
  /** Text of many words at the size of text. */
  running(text: string, width?: number): TextPiece[];
  /** A name, a label or a value, of one direction with what stands beside it. */
  short(text: string, look?: ShortLook): string | TextPiece[];
}

/** How a short text looks where it differs from plain text. */
export interface ShortLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly width?: number;
}

/** Marks and letters from right to left may be in the main face, and yet need looking at. */
const NEEDS_CARE = /\p{Mark}/u;

const AFTER_SPACE = /(?<= )/;

function isPlain(text: string, faces: Typefaces): boolean {
  return isInMainFace(text, faces) && !NEEDS_CARE.test(text) && !runsRightToLeft(text);
}

/** Typesetting with the faces there are. */
export function createTypesetting(sheet: Sheet, faces: Typefaces): Typesetting {
  const look = runningLook(sheet.size.text);
  return {
    sheet,
    printable: (text) => withPrintableCharacters(text, faces),
    running: (text, width = TEXT_WIDTH) => {
      if (isPlain(text, faces)) return [{ text, ...look }];
      if (runsRightToLeft(text)) {
        return orderedPieces(text, { size: sheet.size.text, bold: false, width, direction: "by-letter" }, faces);
      }
      return pieces(text, false, faces).map((piece) => ({ ...look, ...piece }));
    },
    short: (text, { size = sheet.size.text, bold = false, width } = {}) => {
      if (isPlain(text, faces)) return text;
      if (runsRightToLeft(text)) {
        const broken = width === undefined ? {} : { width };
        return orderedPieces(text, { size, bold, direction: "left-to-right", ...broken }, faces);
      }
      return pieces(text, bold, faces);
    },
  };
}

function pieces(text: string, isBold: boolean, faces: Typefaces): TextPiece[] {
  return joinRuns(clusterRuns(text, faces)).flatMap((run) => {
    const { fontFeatures } = faces.shapingOf(run.text, run.face, isBold).safely;
    const words = fontFeatures ? run.text.split(AFTER_SPACE) : [run.text];
    return words.map((word) => ({ text: word, font: run.face, ...faces.shapingOf(word, run.face, isBold).safely }));
  });
}

/**
 * The look of running text spelt out down to what pdfmake takes by default.
 * pdfmake asks for each property of each word; one that is not on the text itself it searches through every level above.
 */
function runningLook(fontSize: number) {
  return {
    font: FONT,
    fontSize,
    bold: false,
    italics: false,
    alignment: "left",
    color: "black",
    lineHeight: 1,
    characterSpacing: 0,
    opacity: 1,
    sup: false,
    sub: false,
    noWrap: false,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: false,
  } as const;
}
