import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A document whose pages can be drawn. */
export interface OpenDocument {
  readonly pageCount: number;
  page(number: number): Promise<PDFPageProxy>;
  /** Lets its worker go. */
  close(): void;
}

/** Opens a document, given in base64; what draws it is loaded with the first one. */
export async function openDocument(base64: string): Promise<OpenDocument> {
  const { getDocument, PDFWorker } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const port = new Worker(new URL("./preview-worker.ts", import.meta.url), { type: "module" });
  const worker = PDFWorker.create({ port });
  const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const task = getDocument({ data, worker, useSystemFonts: false, useWasm: false, enableXfa: false, verbosity: 0 });
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    const opened: PDFDocumentProxy = await task.promise;
    return { pageCount: opened.numPages, page: (number) => opened.getPage(number), close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

/** What stands on a page, line by line, for those who hear it. */
export async function textOf(page: PDFPageProxy): Promise<string[]> {
  const { items } = await page.getTextContent();
  const lines: string[] = [""];
  for (const item of items) {
    if (!("str" in item)) continue;
    lines[lines.length - 1] += item.str;
    if (item.hasEOL) lines.push("");
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
