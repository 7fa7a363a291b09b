import type { Block, DocumentDefinition } from "../../electron/print/document/definition.ts";
import { FONT } from "../../electron/print/document/page-layout.ts";
import { createPdfEngine } from "../../electron/print/pdf-engine.ts";
import type { PrintJob } from "../../electron/print/print-job.ts";
import { createPrintRenderer } from "../../electron/print/renderer.ts";
import { formatDate } from "../../shared/dates.ts";
import { aJob, fullPlan } from "../electron/print/print-fixtures.ts";
import type { BenchRow } from "./bench-row.ts";
import { median, timed } from "./timing.ts";

const WARM_UPS = 3;
const RUNS = 9;
const GOAL = 1.2;

/** Times the full plan with all reviews, through the worker, against a bare pdfmake document of the same text. */
export async function measurePrint(): Promise<BenchRow> {
  const job = aJob({ plan: fullPlan(), option: "all-reviews" });
  const engine = createPdfEngine();
  const renderer = createPrintRenderer();
  const times: number[] = [];
  const floorTimes: number[] = [];
  try {
    for (let run = 0; run < WARM_UPS + RUNS; run++) {
      const floor = await timed(() => engine.makePdf(bareDocument(job)));
      const printed = await timed(() => renderer.render(job));
      if (run >= WARM_UPS) {
        floorTimes.push(floor);
        times.push(printed);
      }
    }
  } finally {
    await renderer.close();
  }
  const milliseconds = median(times);
  const floorMilliseconds = median(floorTimes);
  return {
    operation: "print the full plan with reviews to PDF, Latin text",
    size: "100 items, 1,000 reviews",
    statistic: "median",
    milliseconds,
    floor: {
      milliseconds: floorMilliseconds,
      includes: "a bare pdfmake document with the same text, one paragraph for each text, on the calling thread",
    },
    goal: `≤ ${GOAL} ×`,
    isMet: milliseconds <= GOAL * floorMilliseconds,
  };
}

/** The same words in the same font and sizes with nothing else: no header, footer, lines, or keeping together. */
function bareDocument(job: PrintJob): DocumentDefinition {
  const { plan } = job;
  const content: Block[] = Object.values(plan.texts).map((text) => ({ text }));
  for (const item of plan.items) {
    const facts = `Assigned to ${item.assignedTo}   Target date ${formatDate(item.targetDate)}   Created ${formatDate(item.dateCreated)}, ${item.createdBy}`;
    content.push({ text: item.text }, { text: facts });
    for (const review of item.reviews) {
      content.push(
        { text: `${formatDate(review.dateCreated)}, ${review.createdBy}`, bold: true },
        { text: review.text },
      );
    }
  }
  return {
    pageSize: "A4",
    pageMargins: [44, 64, 44, 58],
    version: "1.7",
    language: "en-GB",
    displayTitle: true,
    info: { title: "Bare", creationDate: new Date(job.printedAt) },
    defaultStyle: { font: FONT, fontSize: 11, preserveLeadingSpaces: false },
    content,
  };
}
