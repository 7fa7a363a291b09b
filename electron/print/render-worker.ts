import { parentPort } from "node:worker_threads";
import { clericalForm } from "./document/clerical-form.ts";
import { printDocument } from "./document/print-document.ts";
import { createPdfEngine, type Pdf } from "./pdf-engine.ts";
import type { ClericalJob, PrintJob } from "./print-job.ts";

/** What the worker answers to a job: the document, or the error that kept it from being made. */
export type RenderAnswer = { readonly pdf: Pdf } | { readonly error: Error };

const engine = createPdfEngine();

parentPort?.on("message", async (job: PrintJob | ClericalJob) => {
  try {
    const { isCovered } = engine;
    const definition = "kind" in job ? clericalForm(job, isCovered) : printDocument(job, isCovered);
    const pdf = await engine.makePdf(definition);
    parentPort?.postMessage({ pdf } satisfies RenderAnswer, [pdf.bytes.buffer]);
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    parentPort?.postMessage({ error } satisfies RenderAnswer);
  }
});
