import { describe, expect, test } from "vitest";
import { clericalForm } from "../../../electron/print/document/clerical-form.ts";
import { createPdfEngine } from "../../../electron/print/pdf-engine.ts";
import type { ClericalSheet } from "../../../electron/print/print-job.ts";
import { anItem, aPlan, aReview, FULL_DETAILS, runningText } from "./print-fixtures.ts";
import { type PdfText, readPdf } from "./read-pdf.ts";

const engine = createPdfEngine();
const BLANK: ClericalSheet = { serial: "0042-17K", client: null, plan: null };
const CLIENT = { nino: "QQ100002A", surname: "Gallagher", forenames: "Maria" };

async function make(...forms: ClericalSheet[]): Promise<PdfText> {
  const job = { kind: "clerical", issuedAt: "2012-04-16T09:00:00.000Z", forms } as const;
  const { bytes } = await engine.makePdf(clericalForm(job, engine.faces));
  return readPdf(bytes);
}

/** A page's text without the line that says which page and whose copy it is; and that line. */
function pageOf(pdf: PdfText, index: number) {
  const [mark, ...rest] = pdf.pages[index] ?? [];
  return { mark: mark?.text, rest };
}

const SECTIONS = ["Aims", "Employment history", "Personal circumstances", "Qualifications", "Other information"];
const PARTS = ["New Action Items", "Reviews", "Declaration"];

describe("a blank clerical form (¶123)", async () => {
  const pdf = await make(BLANK);

  test("has four pages, each marked with its number, the serial number and whose copy it is (¶124, ¶125)", () => {
    expect(pdf.pages.map((_, index) => pageOf(pdf, index).mark)).toEqual([
      "Clerical form 0042-17K Page 1: Customer's copy",
      "Clerical form 0042-17K Page 2: Adviser's copy: use to update LMS",
      "Clerical form 0042-17K Page 3: Customer's copy",
      "Clerical form 0042-17K Page 4: Adviser's copy: use to update LMS",
    ]);
  });

  test("has pages 1 and 2 the same but for the mark, and 3 and 4 too", () => {
    expect(pageOf(pdf, 0).rest).toEqual(pageOf(pdf, 1).rest);
    expect(pageOf(pdf, 2).rest).toEqual(pageOf(pdf, 3).rest);
    expect(pageOf(pdf, 0).rest).not.toEqual(pageOf(pdf, 2).rest);
  });

  test("asks for each of the tabs, then for items, reviews, declaration and signatures", () => {
    const headings = (index: number, all: readonly string[]) =>
      all.filter((heading) => pageOf(pdf, index).rest.some(({ text }) => text.startsWith(heading)));
    expect(headings(0, SECTIONS)).toEqual(SECTIONS);
    expect(headings(2, PARTS)).toEqual(PARTS);
  });
});

describe("a clerical form filled from a saved plan", () => {
  const long = aPlan({
    pulled: FULL_DETAILS,
    texts: { aims: "Care work.", employment: "", qualifications: "", info: runningText("info", 2_000, 1) },
    items: [
      anItem({ text: "Ask for the bus pass form", reviews: [aReview({ text: "She has the form" })] }),
      anItem({ text: "Closed long ago", dateClosed: "2012-03-01" }),
      ...Array.from({ length: 12 }, (_, index) => anItem({ text: runningText(`item ${index}`, 700, index) })),
    ],
  });

  test("of a usual length keeps to its four pages", async () => {
    const items = [anItem({ reviews: [aReview()] }), anItem({ text: "Ring Brae House." })];
    const texts = { aims: "Work in care.", employment: "", qualifications: "", info: "Mornings suit her best." };
    const pdf = await make({ serial: "0042-18H", client: CLIENT, plan: aPlan({ pulled: FULL_DETAILS, texts, items }) });
    expect(pdf.pages).toHaveLength(4);
  });

  test("that needs more room goes on on further sheets, in both copies alike", async () => {
    const pdf = await make({ serial: "0042-18H", client: CLIENT, plan: long });
    const sheets = (number: number) =>
      pdf.pages.map((_, index) => pageOf(pdf, index)).filter(({ mark }) => mark?.includes(`Page ${number}`));
    expect(sheets(1).length).toBeGreaterThan(1);
    expect(sheets(3).length).toBeGreaterThan(1);
    expect(sheets(1).map(({ rest }) => rest)).toEqual(sheets(2).map(({ rest }) => rest));
    expect(sheets(3).map(({ rest }) => rest)).toEqual(sheets(4).map(({ rest }) => rest));
    expect(sheets(1).map(({ mark }) => mark)).toContain("Clerical form 0042-18H Page 1, sheet 2: Customer's copy");
    expect(sheets(1).length * 2 + sheets(3).length * 2).toBe(pdf.pages.length);
  });

  test("has the open items with their reviews, and no closed one", async () => {
    const pdf = await make({ serial: "0042-18H", client: CLIENT, plan: { ...long, items: long.items.slice(0, 2) } });
    const lines = pdf.pages.flat().map(({ text }) => text);
    expect(lines.filter((text) => text === "Ask for the bus pass form")).toHaveLength(2);
    expect(lines.filter((text) => text === "She has the form")).toHaveLength(2);
    expect(lines.filter((text) => text === "Closed long ago")).toEqual([]);
  });
});

test("a name of several lines pushes the text of every page down, and is printed whole", async () => {
  const client = { ...CLIENT, surname: "Cholmondeley ".repeat(8).trim() };
  const [short, long] = await Promise.all([CLIENT, client].map((of) => make({ ...BLANK, client: of })));
  const topOf = (pdf: PdfText | undefined) =>
    pdf?.pages.map((page) => page.find(({ text }) => /^Action (Plan|Items)$/.test(text))?.top ?? 0) ?? [];
  expect(topOf(short).map((top, page) => (topOf(long)[page] ?? 0) - top)).toEqual(Array(4).fill(expect.closeTo(30, 0)));
  const first = (long?.pages[0] ?? []).map(({ text }) => text).join(" ");
  expect(first.match(/Cholmondeley/g)).toHaveLength(8);
});

test("several forms in one document are each marked with their own number and customer", async () => {
  const pdf = await make(BLANK, { serial: "0042-18H", client: CLIENT, plan: null });
  const serials = pdf.pages.map((page) => page[0]?.text.slice("Clerical form ".length).slice(0, 8));
  expect(serials).toEqual([...Array(4).fill("0042-17K"), ...Array(4).fill("0042-18H")]);
  const named = pdf.pages.map((page) => page.some(({ text }) => text.includes("Maria Gallagher")));
  expect(named).toEqual([...Array(4).fill(false), ...Array(4).fill(true)]);
});
