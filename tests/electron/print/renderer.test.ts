import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import {
  createPrintRenderer,
  type PrintRenderer,
  type PrintRendererOptions,
} from "../../../electron/print/renderer.ts";
import { aJob, anItem, aPlan } from "./print-fixtures.ts";
import { bodyLines, readPdf } from "./read-pdf.ts";

const refused = { ok: false, error: { code: "print-failed" } };
let renderer: PrintRenderer | undefined;

function start(options: PrintRendererOptions = {}): PrintRenderer {
  renderer = createPrintRenderer(options);
  return renderer;
}

function startFragile(failures: string[] = []): PrintRenderer {
  return start({
    workerModule: new URL("./fragile-worker.ts", import.meta.url),
    onFailure: (error) => failures.push(error.message),
  });
}

afterEach(() => renderer?.close());

test("a job comes back as a PDF with its number of pages", async () => {
  const items = Array.from({ length: 40 }, () => anItem());
  const rendered = await start().render(aJob({ plan: aPlan({ items }) }));
  if (!rendered.ok) throw new Error("not rendered");
  const pdf = await readPdf(rendered.value.bytes);
  expect(pdf.pages.length).toBe(rendered.value.pages);
  expect(bodyLines(pdf)[0]).toBe("Action Plan");
});

test("jobs asked for together are each rendered", async () => {
  const printing = start();
  const rendered = await Promise.all(
    ["A-1", "B-2", "C-3"].map((documentCode) => printing.render(aJob({ documentCode }))),
  );
  const footers = await Promise.all(
    rendered.map(async (result) =>
      result.ok ? (await readPdf(result.value.bytes)).pages[0]?.at(-1)?.text : "refused",
    ),
  );
  expect(footers.map((footer) => footer?.match(/[ABC]-\d/)?.[0])).toEqual(["A-1", "B-2", "C-3"]);
});

test.each(["exit", "throw"])("a worker that dies (%s) costs its own job and no other", async (documentCode) => {
  const printing = startFragile();
  const codes = ["before", documentCode, "after", "later"];
  const rendered = await Promise.all(codes.map((code) => printing.render(aJob({ documentCode: code }))));
  expect(rendered.map(({ ok }) => ok)).toEqual([true, false, true, true]);
  expect(rendered[1]).toEqual(refused);
});

test("a job that cannot be laid out is refused with its reason told, and the worker goes on", async () => {
  const failures: string[] = [];
  const printing = startFragile(failures);
  const broken = aJob({ printedAt: "not a moment" });
  expect(await printing.render(broken)).toEqual(refused);
  expect((await printing.render(aJob())).ok).toBe(true);
  expect(failures.length).toBe(1);
});

test("a job that is cancelled while it is rendered is refused, and the jobs after it are rendered", async () => {
  const failures: string[] = [];
  const printing = start({ onFailure: (error) => failures.push(error.message) });
  await printing.render(aJob());
  const cancelling = new AbortController();
  const items = Array.from({ length: 40 }, () => anItem());
  const long = printing.render(aJob({ plan: aPlan({ items }) }), {
    signal: cancelling.signal,
    onProgress: () => cancelling.abort(),
  });
  const next = printing.render(aJob());
  expect(await long).toEqual({ ok: false, error: { code: "print-cancelled" } });
  expect((await next).ok).toBe(true);
  expect(failures).toEqual([]);
});

test("a job that was cancelled before its turn is not begun", async () => {
  expect(await start().render(aJob(), { signal: AbortSignal.abort() })).toEqual({
    ok: false,
    error: { code: "print-cancelled" },
  });
});

test("how far a document has come is told in order, and ends with the whole of it", async () => {
  const told: number[] = [];
  const items = Array.from({ length: 40 }, () => anItem());
  await start().render(aJob({ plan: aPlan({ items }) }), { onProgress: (part) => told.push(part) });
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

test("after closing, a job is refused", async () => {
  const printing = start();
  const underWay = printing.render(aJob());
  await printing.close();
  expect([await underWay, await printing.render(aJob())]).toEqual([refused, refused]);
});

test("closing waits for the worker's end even when an answer is still on its way and nothing else goes on", () => {
  const script = join(import.meta.dirname, "close-alone.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "closed\n", stderr: "" });
});
