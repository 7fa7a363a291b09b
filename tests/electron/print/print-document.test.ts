import { describe, expect, test } from "vitest";
import { printDocument } from "../../../electron/print/document/print-document.ts";
import { createPdfEngine } from "../../../electron/print/pdf-engine.ts";
import type { PrintJob } from "../../../electron/print/print-job.ts";
import type { PulledDetails } from "../../../shared/client-record/pull-through.ts";
import type { PrintOption } from "../../../shared/print/print-options.ts";
import { aJob, anItem, aPlan, aReview, EMPTY_DETAILS, FULL_DETAILS, fullPlan } from "./print-fixtures.ts";
import { bodyLines, bodyText, type PdfText, readPdf, withoutSpaces } from "./read-pdf.ts";

const engine = createPdfEngine();

async function print(job: Partial<PrintJob>): Promise<PdfText> {
  const { bytes } = await engine.makePdf(printDocument(aJob(job), engine.faces));
  return readPdf(bytes);
}

const RED_DOT =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const HEADINGS = [
  "Aims",
  "Employment history",
  "Personal circumstances",
  "Qualifications",
  "Other information",
  "Action Items",
  "Declaration",
];

describe("a heading", () => {
  const lineCounts = Array.from({ length: 18 }, (_, index) => 24 + index);

  test.each(lineCounts)(
    "is never left alone at a page's foot: Info text of %i lines above the items",
    async (lines) => {
      const info = Array.from({ length: lines }, (_, index) => `Line ${index}`).join("\n");
      const items = [anItem({ reviews: [aReview({ text: "What was said. ".repeat(20) })] })];
      const plan = aPlan({ texts: { aims: "", employment: "", qualifications: "", info }, items });
      const pdf = await print({ plan, option: "all-reviews" });
      expect(pdf.pages.map((page) => page.at(-2)?.text ?? "").filter((line) => HEADINGS.includes(line))).toEqual([]);
    },
  );
});

async function headingsOf(job: Partial<PrintJob>): Promise<string[]> {
  return bodyLines(await print(job)).filter((line) => HEADINGS.includes(line));
}

describe("the full plan with all reviews", async () => {
  const plan = fullPlan();
  const pdf = await print({ plan, option: "all-reviews" });
  const printed = bodyText(pdf);

  test("prints every Action Item and every review whole, in list order", () => {
    let place = 0;
    for (const item of plan.items) {
      for (const text of [item.text, ...item.reviews.map((review) => review.text)]) {
        const found = printed.indexOf(withoutSpaces(text), place);
        expect(found, text.slice(0, 30)).toBeGreaterThanOrEqual(place);
        place = found + withoutSpaces(text).length;
      }
    }
    expect(plan.items.length).toBe(100);
    expect(plan.items.flatMap(({ reviews }) => reviews).length).toBe(1_000);
  });

  test("prints the texts of the tabs whole", () => {
    for (const text of Object.values(plan.texts)) expect(printed).toContain(withoutSpaces(text));
  });

  test("carries name and NINO at the head of every page (¶116)", () => {
    expect(pdf.pages.map(([header]) => withoutSpaces(header?.text ?? ""))).toEqual(
      pdf.pages.map(() => "MariaGallagherQQ100002A"),
    );
  });

  test("says on every page what was printed, when, the document's code, and which page of how many it is", () => {
    const footers = pdf.pages.map((lines) => withoutSpaces(lines.at(-1)?.text ?? ""));
    const expected = pdf.pages.map(
      (_, index) => `AllActionItems&Reviews.Printed16/04/201210:367K3F-02Page${index + 1}of${pdf.pages.length}`,
    );
    expect(footers).toEqual(expected);
  });

  test("leaves no heading and no review's date alone at a page's foot", () => {
    const lastLines = pdf.pages.map((lines) => lines.at(-2)?.text ?? "");
    expect(lastLines.filter((line) => HEADINGS.includes(line) || /^\d\d\/\d\d\/\d{4}, B Johns$/.test(line))).toEqual(
      [],
    );
  });

  test("keeps each item and its first review on one page", () => {
    const pagesText = pdf.pages.map((lines) => withoutSpaces(lines.map(({ text }) => text).join("")));
    const apart = plan.items.filter((item) => {
      const whole = [item.text, item.reviews[0]?.text ?? ""].map(withoutSpaces);
      return !pagesText.some((page) => whole.every((text) => page.includes(text)));
    });
    expect(apart).toEqual([]);
  });

  test("keeps everything inside the margins", () => {
    const outside = pdf.pages
      .flat()
      .filter(({ left, right, top }) => left < 43 || right > 553 || top < 30 || top > 830);
    expect(outside).toEqual([]);
  });
});

describe("what each option prints (¶114)", () => {
  const plan = aPlan({
    pulled: FULL_DETAILS,
    items: [
      anItem({ text: "Open one", reviews: [aReview({ text: "Newest note" }), aReview({ text: "Oldest note" })] }),
      anItem({ text: "Closed one", dateClosed: "2012-04-10", reviews: [aReview({ text: "Closing note" })] }),
      anItem({ text: "Open two" }),
    ],
  });
  const expected: readonly (readonly [PrintOption, readonly string[]])[] = [
    ["open", ["Open one", "Open two"]],
    ["open-reviews", ["Open one", "Newest note", "Oldest note", "Open two"]],
    ["all", ["Open one", "Closed one", "Open two"]],
    ["all-reviews", ["Open one", "Newest note", "Oldest note", "Closed one", "Closing note", "Open two"]],
  ];

  test.each(expected)("%s prints its items in list order, reviews newest first", async (option, texts) => {
    const lines = bodyLines(await print({ plan, option }));
    expect(lines.filter((line) => / (one|two|note)$/.test(line))).toEqual(texts);
  });

  test.each(expected)("%s prints the customer information too", async (option) => {
    const sections = await headingsOf({ plan, option });
    expect(sections).toEqual(HEADINGS.filter((heading) => heading !== "Other information"));
  });

  test("an item says whom it is assigned to, its dates and who created it", async () => {
    const lines = bodyLines(await print({ plan, option: "all" }));
    expect(lines.filter((line) => line.startsWith("Assigned to"))).toEqual([
      "Assigned to Client Target date 30/04/2012 Created 13/02/2012, B Johns",
      "Assigned to Client Target date 30/04/2012 Closed date 10/04/2012 Created 13/02/2012, B Johns",
      "Assigned to Client Target date 30/04/2012 Created 13/02/2012, B Johns",
    ]);
  });
});

describe("blank fields and sections (¶118)", () => {
  test("an empty record prints the title and the declaration, and no heading of anything else", async () => {
    expect(await headingsOf({ plan: aPlan() })).toEqual(["Declaration"]);
    expect(bodyLines(await print({ plan: aPlan() }))[0]).toBe("Action Plan");
  });

  test("a plan whose items are all closed has no heading for open items", async () => {
    const plan = aPlan({ items: [anItem({ dateClosed: "2012-04-10" })] });
    expect(await headingsOf({ plan, option: "open-reviews" })).toEqual(["Declaration"]);
  });

  const { aims, employment, circumstances } = EMPTY_DETAILS;
  const sections: readonly (readonly [string, Partial<PulledDetails>, string])[] = [
    ["Aims", { aims: { ...aims, preferredHours: "Full Time" } }, "Preferred Hours Full Time"],
    [
      "Employment history",
      { employment: { lastJobs: [{ job: "Baker", from: null, to: "2008-01-31" }, ...employment.lastJobs.slice(1)] } },
      "Last Job 1 Baker, to 31/01/2008",
    ],
    ["Personal circumstances", { circumstances: { ...circumstances, carOwner: "No" } }, "Car Owner No"],
    [
      "Qualifications",
      { qualifications: [{ level: "GCSE", subject: "Welsh", outcome: "", completed: null }] },
      "GCSE Welsh",
    ],
  ];
  test.each(sections)("%s with one field shows that field alone", async (heading, details, line) => {
    const lines = bodyLines(await print({ plan: aPlan({ pulled: { ...EMPTY_DETAILS, ...details } }) }));
    const between = lines.slice(1, lines.indexOf("Declaration")).map(withoutSpaces);
    expect(between).toEqual([heading, line].map(withoutSpaces));
  });

  test.each([
    ["Aims", "aims"],
    ["Employment history", "employment"],
    ["Qualifications", "qualifications"],
    ["Other information", "info"],
  ] as const)("%s with its text alone shows the text alone", async (heading, tab) => {
    const plan = aPlan({ texts: { ...aPlan().texts, [tab]: "Something worth saying" } });
    const lines = bodyLines(await print({ plan }));
    expect(lines.slice(1, lines.indexOf("Declaration"))).toEqual([heading, "Something worth saying"]);
  });

  test("a text of white space alone is blank", async () => {
    const plan = aPlan({ texts: { aims: " \n ", employment: "\n", qualifications: "  ", info: "\u200B" } });
    expect(await headingsOf({ plan })).toEqual(["Declaration"]);
  });

  test("a child band of nought is left out, the others are printed", async () => {
    const pulled = { ...EMPTY_DETAILS, circumstances: { ...circumstances, childrenByBand: [0, 2, 0, 0, 0, 0, 1] } };
    const lines = bodyLines(await print({ plan: aPlan({ pulled }) }));
    expect(lines.filter((line) => line.startsWith("Child ages")).map(withoutSpaces)).toEqual([
      withoutSpaces("Child ages (3-4) 2, (17-18) 1"),
    ]);
  });

  test("No is an answer and is printed", async () => {
    const no = { payingRent: "No", mortgage: "No", councilTax: "No", disabledPerson: "No", carOwner: "No" } as const;
    const pulled = { ...EMPTY_DETAILS, circumstances: { ...circumstances, ...no } };
    const lines = bodyLines(await print({ plan: aPlan({ pulled }) }));
    expect(lines.slice(1, 5).map(withoutSpaces)).toEqual([
      "Personalcircumstances",
      "PayingRentNoMortgageNo",
      "CouncilTaxNoDPNo",
      "CarOwnerNo",
    ]);
  });
});

describe("long and awkward texts", () => {
  test("an item with 750 line feeds prints every line, each as a line of its own", async () => {
    const lines = Array.from({ length: 751 }, (_, index) => `Line ${index}`);
    const pdf = await print({ plan: aPlan({ items: [anItem({ text: lines.join("\n"), reviews: [aReview()] })] }) });
    expect(bodyLines(pdf).filter((line) => line.startsWith("Line "))).toEqual(lines);
  });

  test("a review with 750 line feeds prints every line", async () => {
    const lines = Array.from({ length: 751 }, (_, index) => `Line ${index}`);
    const plan = aPlan({ items: [anItem({ reviews: [aReview({ text: lines.join("\n") })] })] });
    expect(bodyLines(await print({ plan })).filter((line) => line.startsWith("Line "))).toEqual(lines);
  });

  test("empty lines and leading spaces are kept", async () => {
    const info = "First\n\n    Indented\nLast";
    const pdf = await print({ plan: aPlan({ texts: { ...aPlan().texts, info } }) });
    const lines = pdf.pages.flat();
    const [first, indented, last] = ["First", "Indented", "Last"].map((word) =>
      lines.find(({ text }) => text.trim() === word),
    );
    if (!first || !indented || !last) throw new Error("a line is missing");
    const lineHeight = last.top - indented.top;
    expect(Math.round((indented.top - first.top) / lineHeight)).toBe(2);
    const wordLeft = indented.text.startsWith(" ") ? indented.right : indented.left;
    expect(wordLeft).toBeGreaterThan(first.left + 5);
  });

  test("a word wider than the page is broken and loses nothing, in texts and in fields", async () => {
    const word = "W".repeat(300);
    const pulled = {
      ...EMPTY_DETAILS,
      aims: { jobPreferences: [0, 1, 2].map(() => ({ job: word, soc: "6145" })), preferredHours: "" },
      qualifications: [{ level: word, subject: word, outcome: word, completed: "2012-02-03" }],
    };
    const items = [anItem({ text: word, createdBy: word, reviews: [aReview({ text: word, createdBy: word })] })];
    const pdf = await print({ plan: aPlan({ pulled, items, texts: { ...aPlan().texts, info: word } }) });
    expect(pdf.pages.flat().filter(({ left, right }) => left < 43 || right > 553)).toEqual([]);
    expect(bodyText(pdf).replace(/[^W]/g, "").length).toBe(11 * word.length);
  });

  test("a name longer than a line pushes the text down and is printed whole on each page", async () => {
    const client = { nino: "QQ100002A", surname: "Cholmondeley ".repeat(12).trim(), forenames: "Alexandrina" };
    const pdf = await print({ client, plan: aPlan({ items: [anItem()] }) });
    const page = withoutSpaces((pdf.pages[0] ?? []).map(({ text }) => text).join("")).replace("QQ100002A", "");
    expect(page.startsWith(withoutSpaces(`${client.forenames}${client.surname}`))).toBe(true);
  });
});

describe("characters", () => {
  async function printedInfo(info: string): Promise<string> {
    const lines = bodyLines(await print({ plan: aPlan({ texts: { ...aPlan().texts, info } }) }));
    return lines.slice(2, lines.indexOf("Declaration")).join(" ");
  }

  test.each([
    "Zażółć gęślą jaźń, Tomasz Zieliński",
    "Ŵŷn, tŷ bach, Siobhán Ó Néill, môr",
    "£38 a week – ‘agreed’ … 16½ hours",
    "Ελληνικά, Українська",
  ])("%s prints as itself", async (text) => {
    expect(await printedInfo(text)).toBe(text);
  });

  test.each([
    ["an emoji", "😀", "😀"],
    ["an emoji of several code points", "👩🏽‍💻", "👩🏽‍💻"],
    ["a variation selector", "❤️", "❤️"],
    ["a digit with a keycap", "1️⃣", "1️⃣"],
    ["Chinese", "中文", "中文"],
    ["Japanese", "カタカナ、です", "カタカナ、です"],
    ["letters with marks", "x\u0302 q\u0303", "x\u0302 q\u0303"],
    ["Korean", "한국", "한국"],
    ["Thai", "ไทย", "ไทย"],
    ["Amharic", "አማርኛ", "አማርኛ"],
    ["Tibetan, which no face has", "ལས", "[U+0F63][U+0F66]"],
  ])("%s prints as a face has it, or as its code", async (_, text, printed) => {
    expect(await printedInfo(text)).toBe(printed);
  });

  test("Hebrew is read back as it was typed, and stands at the right", async () => {
    const info = "זהו טקסט בעברית עם 16 שעות";
    const pdf = await print({ plan: aPlan({ texts: { ...aPlan().texts, info } }) });
    const line = pdf.pages.flat().find(({ text }) => text.includes("טקסט"));
    expect([...withoutSpaces(line?.text ?? "")].sort()).toEqual([...withoutSpaces(info)].sort());
    expect([(line?.left ?? 0) > 300, (line?.right ?? 0) > 540]).toEqual([true, true]);
  });

  test("a text from right to left of 300 lines prints every line", async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `שורה ${index}`);
    const pdf = await print({ plan: aPlan({ items: [anItem({ text: lines.join("\n") })] }) });
    const numbers = bodyLines(pdf).flatMap((line) => (line.includes("שורה") ? (line.match(/\d+/g) ?? []) : []));
    expect(numbers).toEqual(lines.map((_, index) => String(index)));
  });

  test("a name in another script stands in the header as what it is", async () => {
    const pdf = await print({ client: { nino: "QQ100002A", surname: "李", forenames: "Anna" } });
    const header = (pdf.pages[0] ?? []).filter(({ top }) => top < 60).map(({ text }) => text);
    expect(withoutSpaces(header.sort().join(""))).toBe("Anna李QQ100002A");
  });
});

describe("large print", async () => {
  const plan = { ...fullPlan(), items: fullPlan().items.slice(0, 16) };
  // Short enough that an item and its first review surely fit a page of large print.
  const items = plan.items.map((item) => ({
    ...item,
    text: item.text.slice(0, 250),
    reviews: item.reviews.slice(0, 2).map((review) => ({ ...review, text: review.text.slice(0, 300) })),
  }));
  const pdf = await print({ plan: { ...plan, items }, option: "all-reviews", isLarge: true });

  test("has no letter smaller than 18 point, and everything inside the margins", () => {
    const lines = pdf.pages.flat();
    expect(lines.filter(({ size }) => size < 18)).toEqual([]);
    expect(lines.filter(({ left, right, top }) => left < 43 || right > 553 || top < 30 || top > 830)).toEqual([]);
  });

  test("keeps each item and its first review on one page, and leaves no heading alone at a page's foot", () => {
    const pages = pdf.pages.map((lines) => withoutSpaces(lines.map(({ text }) => text).join("")));
    const apart = items.filter((item) => {
      const whole = [item.text, item.reviews[0]?.text ?? ""].map(withoutSpaces);
      return !pages.some((page) => whole.every((text) => page.includes(text)));
    });
    const lastLines = pdf.pages.map((lines) => lines.at(-3)?.text ?? "");
    expect([apart, lastLines.filter((line) => HEADINGS.includes(line))]).toEqual([[], []]);
  });

  test("an item with 750 line feeds prints every line", async () => {
    const lines = Array.from({ length: 751 }, (_, index) => `Line ${index}`);
    const long = aPlan({ items: [anItem({ text: lines.join("\n"), reviews: [aReview()] })] });
    const printed = (await print({ plan: long, isLarge: true })).pages.flat().map(({ text }) => text);
    expect(printed.filter((line) => line.startsWith("Line "))).toEqual(lines);
  });
});

describe("styles and properties", () => {
  test("New Deal has its own title, lines to fill in, and declaration (¶115)", async () => {
    const lines = bodyLines(await print({ style: "new-deal" }));
    expect(lines.slice(0, 5)).toEqual(["New Deal Action Plan", "New Deal option", "Stage", "Provider", "Declaration"]);
    expect(lines.join(" ")).toContain("my part in New Deal");
  });

  test("both sign and date below the declaration (¶10)", async () => {
    const lines = bodyLines(await print({ style: "standard" }));
    expect(lines.slice(-2).map(withoutSpaces)).toEqual(["CustomerDate", "AdviserDate"]);
  });

  test("the first page leaves room for headed paper, later pages do not (¶117)", async () => {
    const pdf = await print({ plan: aPlan({ items: Array.from({ length: 40 }, () => anItem()) }) });
    const tops = pdf.pages.map((lines) => lines[1]?.top ?? 0);
    expect(tops[0]).toBeGreaterThan(130);
    expect(tops[1]).toBeLessThan(90);
  });

  test("the document's properties are its title, language and moment, with nothing of the customer's", async () => {
    const pdf = await print({ plan: fullPlan(), option: "open" });
    expect(pdf.title).toBe("Action Plan");
    expect(pdf.language).toBe("en-GB");
    expect(JSON.stringify(pdf.properties)).not.toMatch(/Maria|Gallagher|QQ|100002/i);
  });

  test.each(["/etc/hostname", "https://example.invalid/logo.png"])(
    "nothing is fetched for a page: %s",
    async (image) => {
      const fetching = { ...printDocument(aJob(), engine.faces), content: [{ image } as never] };
      await expect(engine.makePdf(fetching)).rejects.toThrow(/denied/);
    },
  );

  test("has a bookmark for each section, and for each item under the items'", async () => {
    const plan = aPlan({ pulled: FULL_DETAILS, items: [anItem(), anItem()] });
    expect((await print({ plan })).bookmarks).toEqual([
      "Aims",
      "Employment history",
      "Personal circumstances",
      "Qualifications",
      "Action Items",
      "Action Item 1",
      "Action Item 2",
      "Declaration",
    ]);
  });

  test("is made for keeping (PDF/A-3b) unless a password locks it", async () => {
    const { bytes } = await engine.makePdf(printDocument(aJob(), engine.faces));
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(text).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
    expect(text).toContain("/GTS_PDFA1");
  });

  test("with a password opens with it alone, and may then be read aloud, copied and printed", async () => {
    const password = "Kelbridge-7";
    const { bytes } = await engine.makePdf(printDocument(aJob({ password }), engine.faces));
    await expect(readPdf(bytes)).rejects.toThrow("No password given");
    await expect(readPdf(bytes, "Kelbridge-8")).rejects.toThrow("Incorrect Password");
    expect(bodyLines(await readPdf(bytes, password))[0]).toBe("Action Plan");
    const text = Buffer.from(bytes).toString("latin1");
    const permissions = Number(text.match(/\/P (-?\d+)/)?.[1]);
    const [printing, copying, readingAloud, changing] = [2, 4, 9, 3].map((bit) => (permissions >> bit) & 1);
    expect({ printing, copying, readingAloud, changing }).toEqual({
      printing: 1,
      copying: 1,
      readingAloud: 1,
      changing: 0,
    });
    expect(text).not.toContain("pdfaid");
  });

  test("names no member of staff where names are left off", async () => {
    const items = [anItem({ createdBy: "B Johns", reviews: [aReview({ createdBy: "C Whitlock" })] })];
    const lines = bodyLines(await print({ plan: aPlan({ items }), withoutStaffNames: true }));
    expect(lines.filter((line) => /Johns|Whitlock/.test(line))).toEqual([]);
    expect(lines).toContain("26/03/2012");
    expect(lines.filter((line) => line.endsWith("Created 13/02/2012")).length).toBe(1);
  });

  test("the office's letterhead stands above the title, and moves nothing", async () => {
    const [plain, headed] = await Promise.all([{}, { letterhead: RED_DOT }].map(print));
    expect(headed?.pages).toEqual(plain?.pages);
    const { bytes } = await engine.makePdf(printDocument(aJob({ letterhead: RED_DOT }), engine.faces));
    expect(Buffer.from(bytes).toString("latin1")).toContain("/Subtype /Image");
  });

  test.each([false, true])("the letterhead stands below the header of a name of several lines, large %s", (isLarge) => {
    const client = { nino: "QQ100002A", surname: "Cholmondeley ".repeat(12).trim(), forenames: "Alexandrina" };
    const { content, pageMargins } = printDocument(aJob({ isLarge, client, letterhead: RED_DOT }), engine.faces);
    expect(content).toContainEqual(
      expect.objectContaining({ image: RED_DOT, absolutePosition: { x: pageMargins[0], y: pageMargins[1] } }),
    );
  });

  test("a letterhead that is no picture is refused", async () => {
    const letterhead = "data:image/png;base64,AAAA";
    await expect(print({ letterhead })).rejects.toThrow(/Invalid image/);
  });

  test("the same job makes the same bytes", async () => {
    const make = () => engine.makePdf(printDocument(aJob(), engine.faces));
    expect((await make()).bytes).toEqual((await make()).bytes);
  });
});
