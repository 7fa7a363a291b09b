import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A line of text as it stands on a page, measured from the page's top in points. */
export interface PdfLine {
  readonly text: string;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  /** The smallest type size on the line, in points. */
  readonly size: number;
}

/** A document read back: its pages' lines from top to bottom, and its properties. */
export interface PdfText {
  readonly pages: readonly (readonly PdfLine[])[];
  readonly title: string;
  readonly language: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The names of the bookmarks, those under another after it. */
  readonly bookmarks: readonly string[];
}

/** Space of a page that belongs to the header and the footer. */
const HEADER_BOTTOM = 52;
const FOOTER_TOP = 790;

/** Reads a PDF back as a reader of it would. */
export async function readPdf(bytes: Uint8Array, password?: string): Promise<PdfText> {
  const options = { data: bytes.slice(), verbosity: 0, useSystemFonts: false };
  const task = getDocument(password === undefined ? options : { ...options, password });
  const document = await task.promise;
  const pages: PdfLine[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await linesOf(page));
  }
  const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
  const bookmarks = namesOf((await document.getOutline()) ?? []);
  await task.destroy();
  return {
    bookmarks,
    pages,
    title: String(info.Title),
    language: (info.Language as string | null) ?? null,
    properties: info,
  };
}

/** The lines of all pages between header and footer, in order. */
export function bodyLines(pdf: PdfText): string[] {
  return pdf.pages
    .flat()
    .filter(({ top }) => top > HEADER_BOTTOM && top < FOOTER_TOP)
    .map(({ text }) => text);
}

/** All that stands between headers and footers, without the white space that wrapping changes. */
export function bodyText(pdf: PdfText): string {
  return withoutSpaces(bodyLines(pdf).join(""));
}

/** A text without any white space. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, "");
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

function namesOf(bookmarks: readonly Bookmark[]): string[] {
  return bookmarks.flatMap(({ title, items }) => [title, ...namesOf(items)]);
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>;

async function linesOf(page: Page): Promise<PdfLine[]> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  const height = page.view[3] ?? 0;
  const lines = new Map<number, { text: string; left: number; right: number; size: number }>();
  for (const item of items) {
    if (!("str" in item) || item.str === "") continue;
    const [, , , size = 0, left = 0, bottom = 0] = item.transform as number[];
    const top = Math.round(height - bottom);
    const line = lines.get(top) ?? { text: "", left, right: left, size };
    lines.set(top, {
      text: line.text + item.str,
      left: line.left,
      right: Math.max(line.right, left + item.width),
      size: Math.min(line.size, size),
    });
  }
  return [...lines].map(([top, line]) => ({ ...line, top })).sort((a, b) => a.top - b.top);
}
