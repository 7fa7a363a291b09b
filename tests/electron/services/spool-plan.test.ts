import { expect, test } from "vitest";
import type { SpoolError } from "../../../electron/print/spoolers/spooler.ts";
import type { RequestInput } from "../../../shared/contract.ts";
import { createPaperDouble, type PaperDouble, ROOM_3 } from "../print/paper-double.ts";
import { readPdf } from "../print/read-pdf.ts";
import { aNewItem, DILIP, JOE, momentLater, openTraining, type TrainingApp } from "./training-app.ts";

const PRINTER = ROOM_3.id;
const CHOICE = { option: "open-reviews", style: "standard" } as const;
const PAPER = { ...CHOICE, copies: 1, printer: PRINTER, tray: "Tray1" } as const;

function openWithPaper(): { app: TrainingApp; paper: PaperDouble } {
  const paper = createPaperDouble();
  return { app: openTraining({ spooler: paper }), paper };
}

function ofDilip(app: TrainingApp, fields: Partial<RequestInput<"print-plan">> = {}): RequestInput<"print-plan"> {
  return { clientId: app.clientId(DILIP), ...PAPER, ...fields };
}

/** An enforced interview in which the plan has just been saved: only the print is still asked. */
async function savedInInterview(app: TrainingApp) {
  const started = await app.start(DILIP, "lp-wfi");
  await app.save(DILIP, { newItems: [aNewItem()] });
  return started;
}

async function isPrinted(app: TrainingApp): Promise<boolean> {
  const { openInterview } = await app.granted("open-client", { clientId: app.clientId(DILIP) });
  return openInterview?.progress.printedAt !== null;
}

test("a print reaches the printer as asked and is recorded with who, version, option, copies, printer and when", async () => {
  const { app, paper } = openWithPaper();
  const { printId, pages } = await app.granted("print-plan", ofDilip(app, { copies: 3, tray: "Tray2" }));
  expect(paper.printed).toEqual([{ printer: PRINTER, tray: "Tray2", copies: 3, bytes: expect.any(Uint8Array) }]);
  const plan = await app.plan(DILIP);
  const { adviser } = await app.granted("session", {});
  expect(
    app.rows(`SELECT id, plan_version, adviser_id, option, style, pages, copies, printer, spooled_at, means,
                     handed_over_at FROM print`),
  ).toEqual([
    {
      id: printId,
      plan_version: plan.version,
      adviser_id: adviser.id,
      ...CHOICE,
      pages,
      copies: 3,
      printer: PRINTER,
      spooled_at: plan.printedAt,
      means: null,
      handed_over_at: null,
    },
  ]);
  expect(app.events).toEqual([{ event: "plan-changed", clientId: app.clientId(DILIP), version: plan.version }]);
});

test("the pages of the preview are the very pages that come out, and a second print has a code of its own", async () => {
  const { app, paper } = openWithPaper();
  const preview = await app.granted("preview-print", { clientId: app.clientId(DILIP), ...CHOICE });
  const { pages } = await app.granted("print-plan", ofDilip(app));
  await app.granted("print-plan", ofDilip(app));
  const [first, second] = paper.printed.map(({ bytes }) => bytes);
  expect(Buffer.from(first ?? []).toString("base64")).toBe(preview.pdf);
  expect(pages).toBe(preview.pages);
  expect(await footerOf(second)).not.toBe(await footerOf(first));
});

test("other choices than those of the preview are printed, not the preview", async () => {
  const { app, paper } = openWithPaper();
  const preview = await app.granted("preview-print", { clientId: app.clientId(DILIP), ...CHOICE });
  await app.granted("print-plan", ofDilip(app, { style: "new-deal" }));
  await app.granted("print-plan", ofDilip(app, { option: "all" }));
  const printed = paper.printed.map(({ bytes }) => Buffer.from(bytes).toString("base64"));
  expect(printed).not.toContain(preview.pdf);
});

const FAILURES: readonly SpoolError[] = [
  { code: "no-spooler" },
  { code: "printer-missing", printer: PRINTER },
  { code: "printer-offline", printer: PRINTER },
  { code: "printer-refused", printer: PRINTER },
  { code: "printer-silent", printer: PRINTER },
];

test("¶101 a print that the printer took lets an enforced interview end", async () => {
  const { app } = openWithPaper();
  const started = await savedInInterview(app);
  expect(await isPrinted(app)).toBe(false);
  await app.granted("print-plan", ofDilip(app));
  expect(await isPrinted(app)).toBe(true);
  await app.end(started);
});

test.each(FAILURES)("¶101 a print that ended with $code does not count, and leaves no record", async (error) => {
  const { app, paper } = openWithPaper();
  const { interview } = await savedInInterview(app);
  paper.failNext(error);
  expect(await app.refused("print-plan", ofDilip(app))).toEqual(error);
  expect(await isPrinted(app)).toBe(false);
  expect(await app.refused("end-interview", { interviewId: interview.id, endAnyway: false })).toMatchObject({
    code: "cannot-end",
  });
  expect(app.rows("SELECT id FROM print")).toEqual([]);
});

test("¶101 a print of an earlier version does not count", async () => {
  const { app } = openWithPaper();
  await app.start(DILIP, "lp-wfi");
  await app.granted("print-plan", ofDilip(app));
  await momentLater();
  await app.save(DILIP, { newItems: [aNewItem()] });
  expect(await isPrinted(app)).toBe(false);
});

test("¶101 a plan saved while the printer takes it was not printed as it is now", async () => {
  const { app, paper } = openWithPaper();
  await savedInInterview(app);
  const { held, letGo } = paper.holdNext();
  const before = await app.plan(DILIP);
  const printing = app.granted("print-plan", ofDilip(app));
  await held;
  await app.save(DILIP, { newItems: [aNewItem({ text: "Ring the college" })] });
  letGo();
  await printing;
  expect(await isPrinted(app)).toBe(false);
  expect(app.rows("SELECT plan_version FROM print")).toEqual([{ plan_version: before.version }]);
});

test("a print under way can be taken back, and then does not count", async () => {
  const { app, paper } = openWithPaper();
  await savedInInterview(app);
  const { held } = paper.holdNext();
  const printing = app.ask("print-plan", ofDilip(app));
  await held;
  await app.granted("cancel-print", { clientId: app.clientId(JOE) });
  await app.granted("cancel-print", { clientId: app.clientId(DILIP) });
  expect(await printing).toEqual({ ok: false, error: { code: "print-cancelled" } });
  expect(paper.printed).toEqual([]);
  expect(await isPrinted(app)).toBe(false);
});

test("the printers are listed as the operating system tells them, or the reason why there are none", async () => {
  const { app, paper } = openWithPaper();
  expect(await app.granted("list-printers", {})).toEqual({ printers: [ROOM_3] });
  paper.remove();
  expect(await app.refused("list-printers", {})).toEqual({ code: "no-spooler" });
});

test("large print and names left off come out and are recorded as chosen", async () => {
  const { app, paper } = openWithPaper();
  const copy = { isLarge: true, withoutStaffNames: true };
  const { pages } = await app.granted("print-plan", ofDilip(app, copy));
  const standard = await app.granted("preview-print", { clientId: app.clientId(DILIP), ...CHOICE });
  expect(pages).toBeGreaterThan(standard.pages);
  const text = JSON.stringify(await readPdf(paper.printed[0]?.bytes ?? new Uint8Array()));
  expect(text).not.toContain("B Johns");
  expect(app.rows("SELECT is_large, without_staff_names FROM print")).toEqual([
    { is_large: 1, without_staff_names: 1 },
  ]);
  const { copies } = await app.granted("list-copies", { clientId: app.clientId(DILIP) });
  expect(copies.map(({ isLarge, form }) => ({ isLarge, form }))).toEqual([{ isLarge: true, form: "paper" }]);
});

test.each([0, 100, 1.5])("%d copies are refused", async (copies) => {
  const { app } = openWithPaper();
  expect(await app.refused("print-plan", ofDilip(app, { copies }))).toEqual({
    code: "invalid-request",
    fields: ["copies"],
  });
});

test("a client without a plan and an unknown client cannot be looked at or printed", async () => {
  const { app, paper } = openWithPaper();
  for (const [clientId, code] of [
    [app.clientId(JOE), "plan-not-found"],
    ["nobody", "client-not-found"],
  ] as const) {
    expect(await app.refused("preview-print", { clientId, ...CHOICE })).toEqual({ code });
    expect(await app.refused("print-plan", ofDilip(app, { clientId }))).toEqual({ code });
  }
  expect(await app.refused("list-copies", { clientId: "nobody" })).toEqual({ code: "client-not-found" });
  expect(paper.printed).toEqual([]);
});

test("what was given to the customer is listed newest first, with form and means, and what was only made is not", async () => {
  const { app } = openWithPaper();
  const clientId = app.clientId(DILIP);
  await app.granted("make-print", { clientId, ...CHOICE });
  const { printId: onPaper } = await app.granted("print-plan", ofDilip(app, { copies: 2 }));
  for (const means of ["post", "electronic"] as const) {
    await momentLater();
    const { printId } = await app.granted("make-print", { clientId, option: "all", style: "standard" });
    await app.granted("hand-over-print", { printId, means });
  }
  const { copies } = await app.granted("list-copies", { clientId });
  const given = { id: expect.any(String), at: expect.any(String), isLarge: false, adviserName: "B Johns" };
  expect(copies).toEqual([
    { ...given, option: "all", form: "pdf", copies: 1, means: "electronic" },
    { ...given, option: "all", form: "paper", copies: 1, means: "post" },
    { ...given, id: onPaper, option: "open-reviews", form: "paper", copies: 2, means: null },
  ]);
});

async function footerOf(bytes: Uint8Array | undefined): Promise<string> {
  const pdf = await readPdf(bytes ?? new Uint8Array());
  return pdf.pages[0]?.at(-1)?.text ?? "";
}
