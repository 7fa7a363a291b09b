import { parentPort } from "node:worker_threads";
import type { PrintJob } from "../../../electron/print/print-job.ts";

// Heard before the product's own listener, which the import below adds.
parentPort?.on("message", (job: PrintJob) => {
  if (job.documentCode === "exit") process.exit(3);
  if (job.documentCode === "throw") throw new Error("the worker fell over");
});

await import("../../../electron/print/render-worker.ts");
