import { createPrintRenderer } from "../../../electron/print/renderer.ts";
import { aJob } from "./print-fixtures.ts";

// A process that has nothing to do but wait for the end of its renderers, each of which has an answer on its way.

const WORKER = `
  import { parentPort } from "node:worker_threads";
  const rendered = { bytes: new Uint8Array(), pages: 1 };
  parentPort.on("message", () => parentPort.postMessage({ rendered }));
`;
const RENDERERS = 5;
const UNTIL_ANSWERED = 100;

for (let count = 0; count < RENDERERS; count += 1) {
  const renderer = createPrintRenderer({ workerModule: new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`) });
  await renderer.render(aJob());
  void renderer.render(aJob());
  // The job is posted in a microtask; then this thread hears nothing until the answer is there.
  await new Promise((resolve) => process.nextTick(resolve));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, UNTIL_ANSWERED);
  await renderer.close();
}
console.log("closed");
