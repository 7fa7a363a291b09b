import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "fontkit";
import pdfmake from "pdfmake";
import type { Coverage } from "./document/characters.ts";
import type { DocumentDefinition } from "./document/definition.ts";
import { FONT } from "./document/page-layout.ts";

/** A finished document. */
export interface Pdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

/** Makes PDFs from document definitions, with the print's own fonts and with no way to read anything else. */
export interface PdfEngine {
  readonly isCovered: Coverage;
  makePdf(definition: DocumentDefinition): Promise<Pdf>;
}

const FONT_FILES = {
  normal: "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
} as const;

/** Loads the fonts, which every later document uses. */
export function createPdfEngine(): PdfEngine {
  const require = createRequire(import.meta.url);
  const fonts = Object.values(FONT_FILES).map((name) => ({ name, bytes: readFileSync(require.resolve(name)) }));
  for (const { name, bytes } of fonts) pdfmake.virtualfs.writeFileSync(name, bytes);
  pdfmake.setFonts({ [FONT]: FONT_FILES });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return { isCovered: coverageOf(fonts.map(({ bytes }) => bytes)), makePdf };
}

/** A character counts as covered when every weight has it: a name prints in both. */
function coverageOf(fonts: readonly Uint8Array[]): Coverage {
  const sets = fonts.map((bytes) => new Set(create(bytes).characterSet));
  return (codePoint) => sets.every((set) => set.has(codePoint));
}

async function makePdf(definition: DocumentDefinition): Promise<Pdf> {
  let pages = 1;
  const footer = (page: number, all: number) => {
    pages = all;
    return definition.footer?.(page, all) ?? [];
  };
  const buffer = await pdfmake.createPdf({ ...definition, footer }).getBuffer();
  return { bytes: new Uint8Array(buffer), pages };
}
