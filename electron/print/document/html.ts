import { createHash } from "node:crypto";
import { inkPath, SIGNING_BOX } from "../../../shared/jets/ink.ts";
import type { Strokes } from "../../../shared/jets/signature.ts";
import type { PrintJob } from "../print-job.ts";
import type { Field } from "./customer-fields.ts";
import { HTML_STYLE, LARGE_STYLE } from "./html-style.ts";
import { type ContentItem, type ContentSection, type PrintContent, printContent } from "./print-content.ts";
import { type ContentSignature, SIGNATURES_HEADING } from "./signatures.ts";

const QUALIFICATION_HEADINGS = ["Level", "Subject", "Outcome", "Completed"] as const;

/**
 * The customer's copy as one accessible file for a telephone or a screen reader: it says what the printed plan says, in the
 * same order, and neither runs nor fetches anything.
 */
export function htmlDocument(job: PrintJob): string {
  const content = printContent(job);
  const style = job.isLarge ? `${HTML_STYLE}${LARGE_STYLE}` : HTML_STYLE;
  const { template, name, nino } = content;
  const titled = `${template.title} for ${name}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(titled)}</title>
<style>${style}</style>
</head>
<body>
<header>
${letterhead(job.letterhead)}<h1>${escaped(template.title)}</h1>
<p class="who"><bdi>${escaped(name)}</bdi> <span class="nino">${escaped(nino)}</span></p>
</header>
<main>
${linesToFillIn(template.linesToFillIn)}${content.sections.map(section).join("")}${actionItems(content)}${signatures(content.signatures)}${declaration(content)}</main>
<footer>
<p>${escaped(content.printed)}. ${escaped(content.documentCode)}</p>
</footer>
</body>
</html>
`;
}

/** Only the file's own style applies, and only its own picture shows. */
function policyFor(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function letterhead(image: string | undefined): string {
  return image ? `<img src="${escaped(image)}" alt="Letterhead">\n` : "";
}

function linesToFillIn(labels: readonly string[]): string {
  return labels.length > 0 ? `<dl class="fields">${labels.map((label) => pair(label, "")).join("")}</dl>\n` : "";
}

function section({ heading, fields, rows, text }: ContentSection): string {
  const id = heading.toLowerCase().replaceAll(" ", "-");
  const parts = [fieldList(fields), qualifications(rows, id), written(text)].join("");
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escaped(heading)}</h2>\n${parts}</section>\n`;
}

function fieldList(fields: readonly Field[]): string {
  if (fields.length === 0) return "";
  return `<dl class="fields">${fields.map(({ label, value }) => pair(label, value)).join("")}</dl>\n`;
}

function pair(label: string, value: string): string {
  return `<div><dt>${escaped(label)}</dt><dd dir="auto">${escaped(value)}</dd></div>`;
}

function qualifications(rows: ContentSection["rows"], labelId: string): string {
  if (rows.length === 0) return "";
  const headings = QUALIFICATION_HEADINGS.map((heading) => `<th scope="col">${heading}</th>`).join("");
  const body = rows.map(
    (cells) =>
      `<tr>${QUALIFICATION_HEADINGS.map((_heading, index) => `<td dir="auto">${escaped(cells[index] ?? "")}</td>`).join(
        "",
      )}</tr>`,
  );
  return `<table aria-labelledby="${labelId}"><thead><tr>${headings}</tr></thead><tbody>${body.join("")}</tbody></table>\n`;
}

function actionItems({ items, words }: PrintContent): string {
  if (items.length === 0) return "";
  const name = words.tab === null ? "Action" : words.item;
  const list = items.map((item, index) => actionItem(item, index + 1, name)).join("");
  return `<section aria-labelledby="action-items">\n<h2 id="action-items">${escaped(words.items)}</h2>\n${list}</section>\n`;
}

function actionItem({ text, asked, facts, reviews }: ContentItem, number: number, name: string): string {
  const told = reviews.map(
    ({ head, text: review }) => `<li>\n<h4><bdi>${escaped(head)}</bdi></h4>\n${written(review)}</li>\n`,
  );
  const list =
    told.length > 0
      ? `<ul class="reviews" aria-label="Reviews of ${escaped(name.toLowerCase())} ${number}">\n${told.join("")}</ul>\n`
      : "";
  return `<article aria-labelledby="item-${number}">\n<h3 id="item-${number}">${escaped(name)} ${number}</h3>\n${written(text)}${fieldList(asked)}${fieldList(facts)}${list}</article>\n`;
}

function signatures(all: readonly ContentSignature[]): string {
  if (all.length === 0) return "";
  const parties = all.map(({ who, state, line, annotation, reason, strokes, name }) => {
    const ink = strokes ? drawing(strokes, name) : "";
    const facts = [
      { label: who, value: state },
      { label: "Annotation", value: annotation },
      { label: "Recorded", value: line },
    ].filter(({ value }) => value !== "");
    return `${fieldList(facts)}${ink}${written(reason === "" ? "" : `Reason: ${reason}`)}`;
  });
  return `<section aria-labelledby="signatures">\n<h2 id="signatures">${SIGNATURES_HEADING}</h2>\n${parties.join("")}</section>\n`;
}

function drawing(strokes: Strokes, name: string): string {
  const { width, height } = SIGNING_BOX;
  return `<svg class="ink" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(`Signature of ${name}`)}"><path d="${inkPath(strokes)}"/></svg>\n`;
}

function declaration({ template }: PrintContent): string {
  const lines = template.signatures.map((who) => `<div class="signature"><p>${escaped(who)}</p><p>Date</p></div>`);
  return `<section aria-labelledby="declaration">\n<h2 id="declaration">Declaration</h2>\n<p>${escaped(template.declaration)}</p>\n${lines.join("\n")}\n</section>\n`;
}

/** A text as it was typed, line for line; each paragraph runs in the direction of its own letters. */
function written(text: string): string {
  if (text === "") return "";
  const paragraphs = text.split(/\n{2,}/u).filter((paragraph) => paragraph !== "");
  return paragraphs.map((paragraph) => `<p class="written" dir="auto">${escaped(paragraph)}</p>\n`).join("");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
