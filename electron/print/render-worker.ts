import { parentPort } from "node:worker_threads";
import { clericalForm } from "./document/clerical-form.ts";
import { complianceDocument } from "./document/compliance-document.ts";
import type { DocumentDefinition } from "./document/definition.ts";
import { htmlDocument } from "./document/html.ts";
import { printDocument } from "./document/print-document.ts";
import { createPdfEngine, type Rendered } from "./pdf-engine.ts";
import type { DocumentJob, PrintJob } from "./print-job.ts";

/** What the worker answers to a job: the document, or the error that kept it from being made. */
export type RenderAnswer = { readonly rendered: Rendered } | { readonly error: Error };

/** What the worker says: the answer, and before it which part of the pages is drawn, from 0 to 1. */
export type FromWorker = RenderAnswer | { readonly part: number };

/** A part is told of so many times in a document, and no more: each time costs a message. */
const STEPS = 20;
const engine = createPdfEngine();

parentPort?.on("message", async (job: DocumentJob) => {
  try {
    const rendered = await render(job);
    parentPort?.postMessage({ rendered } satisfies FromWorker, [rendered.bytes.buffer]);
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    parentPort?.postMessage({ error } satisfies FromWorker);
  }
});

function render(job: DocumentJob): Rendered | Promise<Rendered> {
  if ("kind" in job) {
    return renderPdf(job.kind === "clerical" ? clericalForm(job, engine.faces) : complianceDocument(job, engine.faces));
  }
  return job.format === "html" ? renderHtml(job) : renderPdf(printDocument(job, engine.faces));
}

function renderHtml(job: PrintJob): Rendered {
  return { bytes: new TextEncoder().encode(htmlDocument(job)), pages: null };
}

function renderPdf(definition: DocumentDefinition): Promise<Rendered> {
  let told = 0;
  return engine.makePdf(definition, (part) => {
    const step = Math.floor(part * STEPS);
    if (step > told) parentPort?.postMessage({ part } satisfies FromWorker);
    told = step;
  });
}
