import { describe, expect, test } from "vitest";
import { htmlDocument } from "../../../electron/print/document/html.ts";
import { printContent } from "../../../electron/print/document/print-content.ts";
import { printDocument } from "../../../electron/print/document/print-document.ts";
import { createPdfEngine } from "../../../electron/print/pdf-engine.ts";
import type { PrintJob } from "../../../electron/print/print-job.ts";
import { contractTermsSchema } from "../../../shared/jets/contract-terms.ts";
import { aJob, anItem, aPlan, aReview } from "./print-fixtures.ts";
import { bodyLines, readPdf } from "./read-pdf.ts";

const TERMS = contractTermsSchema.parse({
  ...{ code: "kelbridge", name: "Kelbridge Steps", nation: "SCT", shownFromDay: 6, annotations: [] },
  fullPlan: { workingDays: 10, from: "start", paragraph: "" },
  planReview: { workingDays: 10, paragraph: "" },
  words: { tab: "KEL", plan: "KEL AP", client: "Participant", pa: "Provider", item: "Activity", items: "Activities" },
});

const DETAILS = {
  itemId: "item-1",
  what: { text: "A one-page CV", understoodOn: "2012-04-10" },
  why: { text: "Employers see <recent> work", understoodOn: null },
  when: { text: " ", understoodOn: null },
  considered: "Met in the quiet room.",
  smart: { specific: "One page", measurable: "", achievable: "", realistic: "", timeBound: "" },
};

const items = [anItem({ reviews: [aReview()] }), anItem({ id: "item-2", assignedTo: "pa" })];
const JOB: PrintJob = aJob({
  plan: aPlan({ kind: "jets", items }),
  style: "new-deal",
  contract: { terms: TERMS, details: [DETAILS] },
});

describe("the print of a plan under a contract", () => {
  test("is headed, declared and signed in the contract's words, whatever the style", () => {
    const { template, printed } = printContent(JOB);
    expect({ template, printed }).toEqual({
      template: {
        title: "KEL Action Plan",
        linesToFillIn: [],
        declaration:
          "I have talked this plan through with my provider. I agree to take the activities that are assigned to me by the dates shown.",
        signatures: ["Participant", "Provider"],
      },
      printed: expect.stringMatching(/^All Activities & Reviews\. Printed /),
    });
  });

  test("has What, Why and When under each activity where they are recorded, and nothing of SMART", () => {
    const [first, second] = printContent(JOB).items;
    expect(first?.asked).toEqual([
      { label: "What", value: "A one-page CV" },
      { label: "Why", value: "Employers see <recent> work" },
    ]);
    expect([first?.facts[0], second?.facts[0], second?.asked]).toEqual([
      { label: "Assigned to", value: "Participant" },
      { label: "Assigned to", value: "Provider" },
      [],
    ]);
  });

  test("says the same on paper", async () => {
    const engine = createPdfEngine();
    const { bytes } = await engine.makePdf(printDocument(JOB, engine.faces));
    const pdf = await readPdf(bytes);
    const text = bodyLines(pdf).join("\n");
    expect(pdf.bookmarks.slice(-4)).toEqual(["Activities", "Activity 1", "Activity 2", "Declaration"]);
    for (const said of ["KEL Action Plan", "Activities", "What: A one-page CV", "my provider", "Participant"]) {
      expect(text).toContain(said);
    }
    expect(text).not.toMatch(/Action Item|New Deal|Adviser|Customer|One page\b/);
  });

  test("says the same as a web page, as text and never as markup", () => {
    const html = htmlDocument(JOB);
    expect([...html.matchAll(/<h[1-3][^>]*>([^<]*)/g)].map(([, heading]) => heading)).toEqual([
      ...["KEL Action Plan", "Activities", "Activity 1", "Activity 2", "Declaration"],
    ]);
    expect(html).toContain("Employers see &lt;recent&gt; work");
    expect(html).toContain('aria-label="Reviews of activity 1"');
  });
});

describe("the print of a Labour Market System plan", () => {
  test("keeps its words", () => {
    const { template, words, items: printed } = printContent(aJob({ plan: aPlan({ items }), style: "new-deal" }));
    expect([template.title, words.items, printed[0]?.asked, printed[0]?.facts[0]?.value]).toEqual([
      ...["New Deal Action Plan", "Action Items", [], "Client"],
    ]);
  });
});
