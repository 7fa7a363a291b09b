import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { htmlDocument } from "../../../electron/print/document/html.ts";
import { aJob, anItem, aPlan, aReview, EMPTY_DETAILS, FULL_DETAILS } from "./print-fixtures.ts";

const ITEMS = [
  anItem({
    text: "First line\nsecond line\n\nSecond paragraph",
    reviews: [aReview({ text: "Newest" }), aReview({ text: "Oldest" })],
  }),
  anItem({ text: "Closed one", dateClosed: "2012-04-10" }),
];
const full = aPlan({ pulled: FULL_DETAILS, items: ITEMS, texts: { ...aPlan().texts, info: "Something to say" } });

function headings(html: string): string[] {
  return [...html.matchAll(/<h[1-4][^>]*>(?:<bdi>)?([^<]*)/g)].map(([, text = ""]) => text);
}

describe("the HTML copy", () => {
  test("has the sections and items of the printed plan, in its order, under headings of falling rank", () => {
    expect(headings(htmlDocument(aJob({ plan: full })))).toEqual([
      "Action Plan",
      "Aims",
      "Employment history",
      "Personal circumstances",
      "Qualifications",
      "Other information",
      "Action Items",
      "Action 1",
      "26/03/2012, B Johns",
      "26/03/2012, B Johns",
      "Action 2",
      "Declaration",
    ]);
  });

  test("leaves blank sections, closed items and reviews out as the option says (¶114, ¶118)", () => {
    expect(headings(htmlDocument(aJob({ plan: aPlan() })))).toEqual(["Action Plan", "Declaration"]);
    const html = htmlDocument(aJob({ plan: { ...full, pulled: EMPTY_DETAILS }, option: "open" }));
    expect(headings(html)).toEqual(["Action Plan", "Other information", "Action Items", "Action 1", "Declaration"]);
    expect(html).not.toContain("Newest");
  });

  test("runs nothing, fetches nothing, and lets nothing but its own style apply", () => {
    const html = htmlDocument(aJob({ plan: full }));
    const style = html.match(/<style>([\s\S]*)<\/style>/)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<script|<link|<iframe|\son\w+=|https?:|@import|url\(/i);
  });

  test("shows what was typed as text, never as markup", () => {
    const typed = "<script>alert(1)</script> & 'quoted' <img src=x onerror=alert(1)>";
    const items = [anItem({ text: typed, createdBy: typed, reviews: [aReview({ text: typed })] })];
    const client = { nino: "QQ100002A", surname: typed, forenames: "" };
    const html = htmlDocument(aJob({ client, plan: aPlan({ items, texts: { ...aPlan().texts, aims: typed } }) }));
    expect(html).not.toMatch(/<script|<img/);
    expect(html.split("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;quoted&#39;").length - 1).toBe(6);
  });

  test("keeps line feeds, and lets each paragraph run in its own direction", () => {
    const html = htmlDocument(aJob({ plan: full }));
    expect(html).toContain(
      '<p class="written" dir="auto">First line\nsecond line</p>\n<p class="written" dir="auto">Second paragraph</p>',
    );
  });

  test("names no member of staff where names are left off", () => {
    const html = htmlDocument(aJob({ plan: full, withoutStaffNames: true }));
    expect(html).not.toContain("Johns");
    expect(headings(html)).toContain("26/03/2012");
  });

  test("New Deal has its title and its lines to fill in (¶115), large print larger letters, an office its letterhead", () => {
    const html = htmlDocument(aJob({ style: "new-deal", isLarge: true, letterhead: "data:image/png;base64,AAAA" }));
    expect(headings(html)[0]).toBe("New Deal Action Plan");
    expect(html).toContain("<dt>New Deal option</dt>");
    expect(html).toContain("html { font-size: 1.5rem; }");
    expect(html).toContain('<img src="data:image/png;base64,AAAA" alt="Letterhead">');
  });
});
