import { describe, expect, test } from "vitest";
import type { Plan } from "../../../shared/action-plan/action-plan.ts";
import { bodyLines, bodyText, type PdfText, readPdf, withoutSpaces } from "../print/read-pdf.ts";
import { AGNES, aNewItem, openTraining, type TrainingApp } from "./training-app.ts";

/** Alex Smith: every field of the record empty. */
const ALEX = "QQ100007A";

async function printed(app: TrainingApp, nino: string): Promise<PdfText> {
  const asked = { clientId: app.clientId(nino), option: "all-reviews", style: "standard" } as const;
  const { document } = await app.granted("make-print", asked);
  return readPdf(new Uint8Array(Buffer.from(document, "base64")));
}

function textsOf(plan: Plan): string[] {
  return plan.items.flatMap((item) => [item.text, ...item.reviews.map((review) => review.text)]);
}

describe("the print of the full plan of the caseload", async () => {
  test("has its 100 items and 1,000 reviews, every line of them, in the window's order", async () => {
    const app = openTraining();
    const plan = await app.plan(AGNES);
    expect([plan.items.length, plan.items.flatMap(({ reviews }) => reviews).length]).toEqual([100, 1_000]);
    const pdf = await printed(app, AGNES);
    const body = bodyText(pdf);
    let place = 0;
    for (const text of textsOf(plan)) {
      const found = body.indexOf(withoutSpaces(text), place);
      expect(found, text).toBeGreaterThanOrEqual(place);
      place = found + withoutSpaces(text).length;
    }
    expect(pdf.pages.map(([header]) => withoutSpaces(header?.text ?? ""))).toEqual(
      pdf.pages.map(() => "AgnesOyelaranQQ100004A"),
    );
  });
});

test("an item of 750 line feeds, written and saved like any other, prints whole", async () => {
  const app = openTraining();
  await app.start(ALEX);
  const lines = Array.from({ length: 375 }, (_, index) => String(index % 10));
  await app.save(ALEX, { newItems: [aNewItem({ text: lines.join("\n") })] });
  const pdf = await printed(app, ALEX);
  expect(bodyText(pdf)).toContain(lines.join(""));
  expect(bodyLines(pdf).filter((line) => /^\d$/.test(line))).toEqual(lines);
});

test("an item of 748 line feeds between two letters keeps its height over the pages it takes", async () => {
  const app = openTraining();
  await app.start(ALEX);
  await app.save(ALEX, { newItems: [aNewItem({ text: `A${"\n".repeat(748)}Z` })] });
  const pdf = await printed(app, ALEX);
  expect(bodyLines(pdf).filter((line) => line === "A" || line === "Z")).toEqual(["A", "Z"]);
  expect(pdf.pages.length).toBeGreaterThan(10);
});

test("a client whose record is empty gets no empty headings", async () => {
  const app = openTraining();
  await app.start(ALEX);
  await app.save(ALEX, { newItems: [aNewItem({ text: "Ask at the library." })] });
  const lines = bodyLines(await printed(app, ALEX)).map(withoutSpaces);
  const headings = ["Aims", "Employmenthistory", "Personalcircumstances", "Qualifications", "Otherinformation"];
  expect(lines.filter((line) => headings.includes(line))).toEqual(["Personalcircumstances"]);
  expect(lines).toContain("DPNoCarOwnerNo");
});
