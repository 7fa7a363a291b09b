import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { progressTeller } from "../../../electron/services/prints-under-way.ts";
import { AGNES, aNewItem, DILIP, JOE, MARIA, openTraining } from "./training-app.ts";

test("a print answers the document's bytes and becomes the plan's print once it is handed over", async () => {
  const app = openTraining();
  const clientId = app.clientId(DILIP);
  const print = await app.granted("make-print", { clientId, option: "all-reviews", style: "standard" });
  expect(print).toEqual({
    printId: expect.any(String),
    fileName: expect.stringMatching(/^Action Plan [0-9A-F]{6}\.pdf$/),
    pages: expect.any(Number),
    document: expect.stringMatching(/^JVBERi/),
  });
  expect((await app.plan(DILIP)).printedAt).toBeNull();
  await app.granted("hand-over-print", { printId: print.printId });
  const plan = await app.plan(DILIP);
  expect(app.rows("SELECT plan_version, option, style, handed_over_at FROM print")).toEqual([
    { plan_version: plan.version, option: "all-reviews", style: "standard", handed_over_at: plan.printedAt },
  ]);
  const changes = app.events.filter(({ event }) => event !== "progress");
  expect(changes).toEqual([{ event: "plan-changed", clientId, version: plan.version }]);
  const saved = await app.save(DILIP, { newItems: [aNewItem()] });
  expect(saved.printedAt).toBeNull();
});

test("a file name carries nothing of the client", async () => {
  const app = openTraining();
  const clientId = app.clientId(DILIP);
  const { fileName } = await app.granted("make-print", { clientId, option: "open", style: "new-deal" });
  expect(fileName).not.toMatch(/Rao|Dilip|QQ|100003/);
});

test("a client without a plan, an unknown client and an unknown print are refused", async () => {
  const app = openTraining();
  const print = { option: "open", style: "standard" } as const;
  expect(await app.refused("make-print", { clientId: app.clientId(JOE), ...print })).toEqual({
    code: "plan-not-found",
  });
  expect(await app.refused("make-print", { clientId: "nobody", ...print })).toEqual({ code: "client-not-found" });
  expect(await app.refused("hand-over-print", { printId: "none" })).toEqual({ code: "print-not-found" });
});

describe("a customer's copy", () => {
  const asked = { option: "all-reviews", style: "standard" } as const;

  test.each([
    [
      "large print without staff names",
      { isLarge: true, withoutStaffNames: true },
      { format: "pdf", is_large: 1, without_staff_names: 1, has_password: 0 },
    ],
    [
      "a locked PDF",
      { password: "Kelbridge-7" },
      { format: "pdf", is_large: 0, without_staff_names: 0, has_password: 1 },
    ],
    ["a web page", { format: "html" }, { format: "html", is_large: 0, without_staff_names: 0, has_password: 0 }],
  ] as const)("%s: what was given and how is recorded", async (_, copy, recorded) => {
    const app = openTraining();
    await app.granted("make-print", { clientId: app.clientId(MARIA), ...asked, ...copy });
    expect(app.rows("SELECT format, is_large, without_staff_names, has_password FROM print")).toEqual([recorded]);
  });

  test("a web page comes as one HTML file without pages, and is handed over like paper", async () => {
    const app = openTraining();
    const print = await app.granted("make-print", { clientId: app.clientId(MARIA), ...asked, format: "html" });
    expect({ ...print, document: Buffer.from(print.document, "base64").toString().slice(0, 15) }).toEqual({
      printId: expect.any(String),
      fileName: expect.stringMatching(/^Action Plan [0-9A-F]{6}\.html$/),
      pages: null,
      document: "<!doctype html>",
    });
    await app.granted("hand-over-print", { printId: print.printId });
    expect((await app.plan(MARIA)).printedAt).not.toBeNull();
  });

  test.each([
    ["for a web page", { format: "html", password: "Kelbridge-7" }],
    ["of seven characters", { password: "Kelbri7" }],
    ["that a telephone cannot type", { password: "Kelbridge £7" }],
  ] as const)("a password %s is refused, and no document made", async (_, copy) => {
    const app = openTraining();
    const error = await app.refused("make-print", { clientId: app.clientId(MARIA), ...asked, ...copy });
    expect(error.code).toBe("invalid-request");
  });

  test("a password is written nowhere", async () => {
    const app = openTraining();
    await app.granted("make-print", { clientId: app.clientId(MARIA), ...asked, password: "Kelbridge-7" });
    const kept = ["audit", "change", "print"].flatMap((table) => app.rows(`SELECT * FROM ${table}`));
    expect(JSON.stringify(kept)).not.toContain("Kelbridge-7");
  });
});

describe("making a document that takes long", () => {
  test("is cancelled: nothing is recorded, and the next one is made", async () => {
    const app = openTraining();
    const clientId = app.clientId(AGNES);
    const made = app.ask("make-print", { clientId, option: "all-reviews", style: "standard" });
    await app.granted("cancel-print", { clientId });
    expect(await made).toEqual({ ok: false, error: { code: "print-cancelled" } });
    expect(app.rows("SELECT id FROM print")).toEqual([]);
    await app.granted("make-print", { clientId, option: "open", style: "standard" });
  });

  test("cancelling where nothing is made changes nothing", async () => {
    const app = openTraining();
    expect(await app.granted("cancel-print", { clientId: app.clientId(DILIP) })).toEqual({});
  });
});

describe("progress", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("is told only of a document that takes over a second, in hundredths", () => {
    const told: unknown[] = [];
    const teller = progressTeller((event) => told.push(event));
    teller.onProgress(0.25);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1_000);
    teller.onProgress(0.5);
    teller.end();
    expect(told).toEqual([
      { event: "progress", task: "print", done: 25, of: 100 },
      { event: "progress", task: "print", done: 50, of: 100 },
    ]);
  });

  test("is not told once the document is done", () => {
    const told: unknown[] = [];
    progressTeller((event) => told.push(event)).end();
    vi.advanceTimersByTime(5_000);
    expect(told).toEqual([]);
  });
});

describe("the office's letterhead", () => {
  const DOT =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  test("is free by default, is printed once set, and is taken back", async () => {
    const app = openTraining();
    expect(await app.granted("read-letterhead", {})).toEqual({ image: null });
    await app.granted("set-letterhead", { image: DOT });
    expect(await app.granted("read-letterhead", {})).toEqual({ image: DOT });
    const asked = { clientId: app.clientId(MARIA), option: "open", style: "standard" } as const;
    const headed = await app.granted("make-print", asked);
    expect(Buffer.from(headed.document, "base64").toString("latin1")).toContain("/Subtype /Image");
    await app.granted("set-letterhead", { image: DOT });
    await app.granted("set-letterhead", { image: null });
    await app.granted("set-letterhead", { image: null });
    expect(await app.granted("read-letterhead", {})).toEqual({ image: null });
    const plain = await app.granted("make-print", asked);
    expect(Buffer.from(plain.document, "base64").toString("latin1")).not.toContain("/Subtype /Image");
  });

  test("shows on a page of nobody's before it is set, and so does the space that is left free without one", async () => {
    const app = openTraining();
    const pageWith = async (image: string | null) => {
      const { pdf } = await app.granted("preview-letterhead", { image });
      return Buffer.from(pdf, "base64").toString("latin1").includes("/Subtype /Image");
    };
    expect([await pageWith(DOT), await pageWith(null)]).toEqual([true, false]);
    expect(await app.granted("read-letterhead", {})).toEqual({ image: null });
  });

  test("a picture that cannot be printed is refused, and what was set stays", async () => {
    const app = openTraining();
    await app.granted("set-letterhead", { image: DOT });
    const wide = Buffer.from(DOT.slice(DOT.indexOf(",") + 1), "base64");
    wide.writeUInt32BE(4_001, 16);
    const broken = Buffer.from(DOT.slice(DOT.indexOf(",") + 1), "base64").fill(0, 41);
    for (const [image, reason] of [
      ["data:image/png;base64,AAAA", "not-a-picture"],
      [DOT.replace("png", "jpeg"), "not-a-picture"],
      ["data:image/png;base64,iVBORw0KGgoAAAA=", "unprintable"],
      [`data:image/png;base64,${wide.toString("base64")}`, "too-many-pixels"],
      [`data:image/png;base64,${broken.toString("base64")}`, "unprintable"],
      [`${DOT.replace(/=+$/, "")}${"A".repeat(690_000)}`, "file-too-large"],
    ] as const) {
      for (const name of ["set-letterhead", "preview-letterhead"] as const) {
        expect(await app.refused(name, { image })).toEqual({ code: "letterhead-refused", reason });
      }
    }
    expect(await app.granted("read-letterhead", {})).toEqual({ image: DOT });
  });
});
