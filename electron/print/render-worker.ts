import { parentPort } from "node:worker_threads";
import { printDocument } from "./document/print-document.ts";
import { createPdfEngine, type Pdf } from "./pdf-engine.ts";
import type { PrintJob } from "./print-job.ts";

/** What the worker answers to a job: the document, or the error that kept it from being made. */
export type RenderAnswer = { readonly pdf: Pdf } | { readonly error: Error };

const engine = createPdfEngine();

parentPort?.on("message", async (job: PrintJob) => {
  try {
    const pdf = await engine.makePdf(printDocument(job, engine.isCovered));
    parentPort?.postMessage({ pdf } satisfies RenderAnswer, [pdf.bytes.buffer]);
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    parentPort?.postMessage({ error } satisfies RenderAnswer);
  }
});
