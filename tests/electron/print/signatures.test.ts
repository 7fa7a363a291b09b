import { describe, expect, test } from "vitest";
import { htmlDocument } from "../../../electron/print/document/html.ts";
import { printContent } from "../../../electron/print/document/print-content.ts";
import { printDocument } from "../../../electron/print/document/print-document.ts";
import type { PrintedSignatures } from "../../../electron/print/document/signatures.ts";
import { createPdfEngine } from "../../../electron/print/pdf-engine.ts";
import type { PrintJob } from "../../../electron/print/print-job.ts";
import { contractTermsSchema } from "../../../shared/jets/contract-terms.ts";
import { inkPath } from "../../../shared/jets/ink.ts";
import type { Signature, Strokes } from "../../../shared/jets/signature.ts";
import type { PartyStanding, SigningState } from "../../../shared/jets/signing-state.ts";
import { drawnLines, onPaper } from "./drawn-lines.ts";
import { aJob, anItem, aPlan } from "./print-fixtures.ts";
import { bodyLines, readPdf } from "./read-pdf.ts";

const engine = createPdfEngine();

const INK: Strokes = [
  [
    [6, 20],
    [40.4, 10.2],
    [90, 33.3],
  ],
  [
    [100, 12],
    [140, 40],
    [180.7, 22],
  ],
  [[200, 8]],
];

const TERMS = contractTermsSchema.parse({
  ...{ code: "kelbridge", name: "Kelbridge Steps", nation: "SCT", shownFromDay: 6, annotations: [] },
  fullPlan: { workingDays: 10, from: "start", paragraph: "" },
  planReview: { workingDays: 10, paragraph: "" },
  words: { tab: "KEL", plan: "KEL AP", client: "Participant", pa: "Provider", item: "Activity", items: "Activities" },
});

function standing(state: SigningState, fields: Partial<Signature> = {}): PartyStanding {
  const party = fields.party ?? "participant";
  if (state === "none") return { party, state, signature: null };
  const signature: Signature = {
    ...{ id: "one", subject: "plan", interactionId: null, party, manner: "drawn", name: "Siobhán O'Neill" },
    ...{ strokes: null, signedOn: "2012-04-10", reason: "", annotation: null, contentHash: "now", planVersion: 1 },
    ...{ recordedAt: "2012-04-10T10:20:00.000Z", recordedBy: "F Drummond" },
    ...fields,
  };
  return { party, state, signature };
}

function signaturesOf(
  participant: PartyStanding,
  provider = standing("none", { party: "provider" }),
): PrintedSignatures {
  return {
    parties: [
      { who: "Participant", standing: participant },
      { who: "Provider", standing: provider },
    ],
    annotations: [
      { code: "covid-19", words: "COVID-19", firstDay: "2020-03-24", lastDay: "2022-04-30", paragraph: "4.04" },
    ],
  };
}

const DRAWN = standing("signed-earlier", { strokes: INK });
const TYPED = standing("signed", { party: "provider", manner: "typed", name: "F Drummond" });

function job(signatures: PrintedSignatures, fields: Partial<PrintJob> = {}): PrintJob {
  return aJob({ plan: aPlan({ items: [anItem()] }), signatures, ...fields });
}

async function pdfOf(printed: PrintJob): Promise<Uint8Array> {
  return (await engine.makePdf(printDocument(printed, engine.faces))).bytes;
}

/** The section's lines, without what stands before and after it. */
async function linesOf(printed: PrintJob): Promise<string[]> {
  const lines = bodyLines(await readPdf(await pdfOf(printed)));
  return lines.slice(lines.indexOf("Signatures") + 1, lines.indexOf("Declaration"));
}

const PAPER = { plain: 0.6, large: 0.9 };

describe("4.03, 4.05 signatures on the printed plan", () => {
  test.each([
    ["plain", false],
    ["large", true],
  ] as const)("a drawn one is the very picture that was drawn: %s print", async (sheet, isLarge) => {
    const lines = await drawnLines(await pdfOf(job(signaturesOf(DRAWN, TYPED), { isLarge })));
    const [first, second] = onPaper(INK, PAPER[sheet]);
    expect(lines.filter((line) => line === first || line === second)).toEqual([first, second]);
  });

  test("says of each party where it stands, who signed, how and when", async () => {
    expect(await linesOf(job(signaturesOf(DRAWN, TYPED)))).toEqual([
      "Participant: Signed for an earlier version",
      "Siobhán O'Neill, drawn 10/04/2012 11:20",
      "Provider: Signed for this version",
      "F Drummond, typed and confirmed 10/04/2012 11:20",
    ]);
  });

  const rows: readonly (readonly [string, PartyStanding, readonly string[]])[] = [
    ["nobody yet", standing("none"), ["Participant: Not signed yet"]],
    [
      "on paper",
      standing("signed", { manner: "paper", signedOn: "2012-04-09" }),
      ["Participant: Signed for this version", "Siobhán O'Neill, on paper 09/04/2012"],
    ],
    [
      "refused",
      standing("not-signed", { manner: "refused", reason: "Wants to think it over" }),
      [
        "Participant: Refused to sign",
        "Siobhán O'Neill, asked and refused 10/04/2012 11:20",
        "Reason: Wants to think it over",
      ],
    ],
    [
      "4.04 could not, with an annotation",
      standing("not-signed", { manner: "could-not", annotation: "covid-19" }),
      ["Participant: Could not sign. COVID-19", "Siobhán O'Neill, could not sign 10/04/2012 11:20"],
    ],
    [
      "refused an earlier version",
      standing("not-signed-earlier", { manner: "refused", reason: "The date" }),
      [
        "Participant: Refused to sign an earlier version",
        "Siobhán O'Neill, asked and refused 10/04/2012 11:20",
        "Reason: The date",
      ],
    ],
  ];
  test.each(rows)("%s", async (_, participant, lines) => {
    expect(await linesOf(job(signaturesOf(participant)))).toEqual([...lines, "Provider: Not signed yet"]);
  });

  const asked: readonly (readonly [string, PrintedSignatures, readonly string[]])[] = [
    ["nobody has signed", signaturesOf(standing("none")), ["Participant", "Provider"]],
    ["one signed an earlier version, the other this", signaturesOf(DRAWN, TYPED), ["Participant"]],
    ["one refused", signaturesOf(standing("not-signed", { manner: "refused" }), TYPED), ["Participant"]],
    ["both have signed this version", signaturesOf(standing("signed", { strokes: INK }), TYPED), []],
  ];
  test.each(asked)("below the declaration sign those who have not signed this version: %s", (_, signatures, who) => {
    const printed = job(signatures, { contract: { terms: TERMS, details: [] } });
    expect(printContent(printed).template.signatures).toEqual(who);
    expect(htmlDocument(printed).match(/<div class="signature">/g) ?? []).toHaveLength(who.length);
  });

  test("without the names of staff the provider's is neither named nor drawn, and the participant's is", async () => {
    const provider = { ...DRAWN, party: "provider", state: "signed" } as const;
    const signature = DRAWN.signature && { ...DRAWN.signature, party: "provider" as const, name: "F Drummond" };
    const printed = job(signaturesOf(DRAWN, { ...provider, signature }), { withoutStaffNames: true });
    expect(await linesOf(printed)).toEqual([
      "Participant: Signed for an earlier version",
      "Siobhán O'Neill, drawn 10/04/2012 11:20",
      "Provider: Signed for this version",
      "Drawn 10/04/2012 11:20",
    ]);
    const [first] = onPaper(INK, PAPER.plain);
    expect((await drawnLines(await pdfOf(printed))).filter((line) => line === first)).toHaveLength(1);
  });

  test("a long reason is printed whole, and a plan without signatures has no such section", async () => {
    const reason = Array.from({ length: 180 }, (_, index) => `n${index}`).join("\n");
    const lines = await linesOf(job(signaturesOf(standing("not-signed", { manner: "refused", reason }))));
    expect(lines.slice(2, -1)).toEqual(`Reason: ${reason}`.split("\n"));
    expect(bodyLines(await readPdf(await pdfOf(aJob())))).not.toContain("Signatures");
  });
});

describe("the HTML copy", () => {
  test("shows the same drawing, and says the same", () => {
    const html = htmlDocument(job(signaturesOf(DRAWN, TYPED)));
    expect(html).toContain(`<path d="${inkPath(INK)}"/>`);
    expect(html).toContain('aria-label="Signature of Siobhán O&#39;Neill"');
    expect(html).toContain('<dt>Participant</dt><dd dir="auto">Signed for an earlier version</dd>');
    expect(html).toContain("F Drummond, typed and confirmed 10/04/2012 11:20");
    const annotated = standing("not-signed", { manner: "could-not", annotation: "covid-19", reason: "At <home>" });
    const copy = htmlDocument(job(signaturesOf(annotated)));
    expect(copy).toContain('<dt>Annotation</dt><dd dir="auto">COVID-19</dd>');
    expect(copy).toContain("Reason: At &lt;home&gt;");
    expect(htmlDocument(aJob())).not.toContain("Signatures");
  });
});
