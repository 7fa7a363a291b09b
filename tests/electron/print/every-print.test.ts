import { afterAll, describe, expect, test } from "vitest";
import type { PrintJob } from "../../../electron/print/print-job.ts";
import { createPrintRenderer } from "../../../electron/print/renderer.ts";
import type { Plan } from "../../../shared/action-plan/action-plan.ts";
import { printOptionSchema, printStyleSchema } from "../../../shared/print/print-options.ts";
import { AGNES, ALEXANDRA, DILIP, MARIA, openTraining } from "../services/training-app.ts";
import { aJob } from "./print-fixtures.ts";
import { type PdfLine, type PdfText, readPdf, withoutSpaces } from "./read-pdf.ts";

const NAMES = {
  [MARIA]: "Maria Gallagher",
  [DILIP]: "Dilip Rao",
  [AGNES]: "Agnes Oyelaran",
  [ALEXANDRA]: "Alexandra Smythe",
};
const NINOS = [MARIA, DILIP, AGNES, ALEXANDRA] as const;
const HEADINGS = ["Aims", "Employment history", "Personal circumstances", "Qualifications", "Other information"];
const FOOTER_LINES = { plain: 1, large: 2 } as const;
const SIZES = ["plain", "large"] as const;

const EVERY_PRINT = NINOS.flatMap((nino) =>
  printOptionSchema.options.flatMap((option) =>
    printStyleSchema.options.flatMap((style) => SIZES.map((size) => ({ nino, option, style, size }))),
  ),
);

describe("every option and style of four clients, plain and large", () => {
  const renderer = createPrintRenderer();
  let read: Promise<Map<string, Plan>> | undefined;
  afterAll(() => renderer.close());

  test.each(EVERY_PRINT)("$nino: $option, $style, $size", async ({ nino, option, style, size }) => {
    read ??= readPlans();
    const plan = (await read).get(nino);
    if (!plan) throw new Error("no plan");
    const [forenames = "", surname = ""] = NAMES[nino].split(" ");
    const isLarge = size === "large";
    const job = aJob({ plan, option, style, isLarge, client: { nino, forenames, surname } });
    const rendered = await renderer.render(job);
    if (!rendered.ok) throw new Error(rendered.error.code);
    const pdf = await readPdf(rendered.value.bytes);

    expect(headersOf(pdf)).toEqual(pdf.pages.map(() => withoutSpaces(`${forenames}${surname}${nino}`)));
    expect(pagesOf(pdf)).toEqual(pdf.pages.map((_, index) => `Page${index + 1}of${pdf.pages.length}`));
    const body = bodyOf(pdf, FOOTER_LINES[size]);
    expect(body.map(({ text }) => text).filter((text) => HEADINGS.includes(text))).toEqual(headingsOf(plan));
    expect(body.flatMap(({ text }) => (withoutSpaces(text) === "" ? [text] : []))).toEqual([]);
    expectInOrder(withoutSpaces(body.map(({ text }) => text).join("")), job);
    if (isLarge) expect(pdf.pages.flat().filter((line) => line.size < 18)).toEqual([]);
  });
});

/** The plans of the training store, which lives no longer than the test that opens it. */
async function readPlans(): Promise<Map<string, Plan>> {
  const app = openTraining();
  const plans = new Map<string, Plan>();
  for (const nino of NINOS) plans.set(nino, firstOf(await app.plan(nino)));
  return plans;
}

/** A plan with few enough items and reviews to be made many times. */
function firstOf(plan: Plan): Plan {
  const items = plan.items.slice(0, 5).map((item) => ({ ...item, reviews: item.reviews.slice(0, 2) }));
  return { ...plan, items };
}

function headersOf(pdf: PdfText): string[] {
  return pdf.pages.map(([first]) => withoutSpaces(first?.text ?? ""));
}

function pagesOf(pdf: PdfText): string[] {
  return pdf.pages.map((lines) => withoutSpaces(lines.at(-1)?.text ?? "").match(/Page\d+of\d+$/)?.[0] ?? "");
}

function bodyOf(pdf: PdfText, footerLines: number): PdfLine[] {
  return pdf.pages.flatMap((lines) => lines.slice(1, -footerLines));
}

/** The sections that have anything in them, read from the plan by other means than the print's. */
function headingsOf({ pulled, texts }: Plan): string[] {
  const { jobPreferences, preferredHours } = pulled.aims;
  const isTold = (value: unknown): boolean =>
    Array.isArray(value) ? value.some(isTold) : ![null, "", "N/K", 0].includes(value as string | number | null);
  const told = [
    [texts.aims, preferredHours, jobPreferences.flatMap(Object.values)],
    [texts.employment, pulled.employment.lastJobs.flatMap(Object.values)],
    [Object.values(pulled.circumstances)],
    [texts.qualifications, pulled.qualifications.flatMap(Object.values)],
    [texts.info],
  ];
  return HEADINGS.filter((_, index) => isTold(told[index]));
}

function expectInOrder(body: string, { plan, option, style }: PrintJob): void {
  const isAll = option === "all" || option === "all-reviews";
  const hasReviews = option === "open-reviews" || option === "all-reviews";
  const items = plan.items.filter(({ dateClosed }) => isAll || dateClosed === null);
  const reviews = hasReviews ? items.map((item) => item.reviews.map(({ text }) => text)) : [];
  const expected = [
    style === "standard" ? "ActionPlan" : "NewDealActionPlan",
    ...items.flatMap(({ text }, index) => [text, ...(reviews[index] ?? [])]),
    "Declaration",
    "CustomerDate",
    "AdviserDate",
  ].map(withoutSpaces);
  let place = 0;
  for (const text of expected) {
    const found = body.indexOf(text, place);
    expect(found, text).toBeGreaterThanOrEqual(place);
    place = found + text.length;
  }
  const left = plan.items.filter((item) => !items.includes(item)).map(({ text }) => text);
  const unwanted = hasReviews ? left : [...left, ...plan.items.flatMap((item) => item.reviews.map(({ text }) => text))];
  expect(unwanted.filter((text) => body.includes(withoutSpaces(text)))).toEqual([]);
}
