import pdfmake from "pdfmake";
import type { Typefaces } from "./document/characters.ts";
import type { DocumentDefinition } from "./document/definition.ts";
import { createTypefaces } from "./typefaces.ts";

/** A finished document; only one for paper has pages. */
export interface Rendered {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number | null;
}

/** Makes PDFs from document definitions, with the print's own fonts and with no way to read anything else. */
export interface PdfEngine {
  readonly faces: Typefaces;
  /** Tells meanwhile which part of the pages is drawn, from 0 to 1. */
  makePdf(definition: DocumentDefinition, onProgress?: (part: number) => void): Promise<Rendered>;
}

/** Loads the main face, which every document uses; a face that a document needs beside it is loaded then. */
export function createPdfEngine(): PdfEngine {
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const faces = createTypefaces((name, files, bytesOf) => {
    for (const file of new Set(Object.values(files))) pdfmake.virtualfs.writeFileSync(file, bytesOf(file));
    pdfmake.addFonts({ [name]: { ...files } });
  });
  return { faces, makePdf };
}

async function makePdf(definition: DocumentDefinition, onProgress?: (part: number) => void): Promise<Rendered> {
  let pages = 1;
  const footer = (page: number, all: number) => {
    pages = all;
    return definition.footer?.(page, all) ?? [];
  };
  pdfmake.setProgressCallback(onProgress);
  const buffer = await pdfmake.createPdf({ ...definition, footer }).getBuffer();
  return { bytes: new Uint8Array(buffer), pages };
}
