import { formatNino } from "../../shared/client-record/nino.ts";
import { formatMoment } from "../../shared/dates.ts";
import { inkPath, SIGNING_BOX } from "../../shared/jets/ink.ts";
import { strokesSchema } from "../../shared/jets/signature.ts";
import { actionInWords } from "../../shared/rights/action-words.ts";
import { columnInWords, isInternalColumn, TABLE_WORDS, tableInWords } from "../../shared/rights/table-words.ts";
import { valueInWords } from "../../shared/rights/value-words.ts";
import type { HeldChange } from "../store/repositories/client-rows.ts";
import type { Row, Value } from "../store/store.ts";
import type { Held } from "./subject-access-forms.ts";

/** Everything held on a client as one page that needs nothing beside it: it reads, prints, and runs no script. */
export function heldAsPage(held: Held): string {
  const { client, office, madeAt, madeBy, rows, changes } = held;
  const names = [...rows.map(({ table }) => table)].sort((a, b) => placeOf(a) - placeOf(b));
  const changesOf = Map.groupBy(changes, ({ table }) => table);
  const sections = names.map((table) => {
    const own = rows.find((candidate) => candidate.table === table)?.rows ?? [];
    return section(held, table, own, changesOf.get(table) ?? []);
  });
  const title = `Everything held on ${client.name}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>NINO ${escaped(formatNino(client.nino))}. Made at ${escaped(office)} on ${formatMoment(madeAt)} by ${escaped(madeBy)}.</p>
<p>Each part shows what is held now and then what it was before, as far as that is kept. What a purge or an erasure emptied is said to be so. Ids and other fields that only hold the store together are in the JSON file that belongs to this page.</p>
<nav aria-label="Contents"><ul>
${names.map((table) => `<li><a href="#${table}">${escaped(tableInWords(table))}</a></li>`).join("\n")}
<li><a href="#audit">Who read or changed what</a></li>
</ul></nav>
</header>
<main>
${sections.join("\n")}
${auditSection(held)}
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; border-bottom: 2px solid #1b1b1b; font-size: 1.25rem; } h3 { margin-bottom: 0.25rem; font-size: 1rem; }
dl { display: grid; grid-template-columns: 13rem 1fr; gap: 0.125rem 1rem; margin: 0 0 1rem; }
dt { color: #4a4a4a; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; } caption { padding: 0.5rem 0; font-weight: 600; text-align: left; }
th, td { padding: 0.25rem 0.5rem; border: 1px solid #8a8a8a; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
svg { display: block; width: 15rem; max-width: 100%; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
th { background: #f0f0f0; } a { color: #0b4ea2; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } nav { display: none; } article, tr { break-inside: avoid; } h2, h3, caption { break-after: avoid; } thead { display: table-header-group; } }
@page { margin: 18mm; }
`;

/** Tables stand in the order of their words; one that has none comes last, as it is stored. */
function placeOf(table: string): number {
  const place = Object.keys(TABLE_WORDS).indexOf(table);
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

function section(held: Held, table: string, rows: readonly Row[], changes: readonly HeldChange[]): string {
  const articles = rows.map((row, index) => {
    const heading = rows.length > 1 ? `<h3>${index + 1} of ${rows.length}</h3>` : "";
    return `<article>${heading}${definitions(held, table, row)}</article>`;
  });
  return `<section aria-labelledby="${table}">
<h2 id="${table}">${escaped(tableInWords(table))}</h2>
${articles.join("\n") || "<p>Nothing is held.</p>"}
${historyTable(held, table, changes)}
</section>`;
}

function definitions(held: Held, table: string, row: Row): string {
  const said = spoken(held, table, row).map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`);
  return said.length > 0 ? `<dl>${said.join("")}</dl>${drawing(row)}` : "<p>Every field is blank.</p>";
}

/** A drawn signature as a picture; nothing where a row has none. */
function drawing({ strokes, name }: Row): string {
  if (typeof strokes !== "string") return "";
  const { width, height } = SIGNING_BOX;
  const path = inkPath(strokesSchema.parse(JSON.parse(strokes)));
  const label = escaped(`Signature of ${name}`);
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><path d="${path}"/></svg>`;
}

/** The fields of a row that say something, in words and in the order of the table's words. */
function spoken(held: Held, table: string, row: Row): [label: string, value: string][] {
  const order = Object.keys(TABLE_WORDS[table]?.columns ?? {});
  const columns = Object.keys(row).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return columns
    .filter((column) => !isInternalColumn(table, column))
    .map((column): [string, string] => [columnInWords(table, column), wordsOf(held, column, row[column] ?? null)])
    .filter(([, value]) => value !== "")
    .concat(givenOut(held, table, row));
}

/** The file that belongs to this page and has the content of the one that a row describes. */
function givenOut({ fileNames }: Held, table: string, { id }: Row): [label: string, value: string][] {
  const name = table === "attachment" ? fileNames.get(String(id)) : undefined;
  return name === undefined ? [] : [["Given out as", name]];
}

function historyTable(held: Held, table: string, changes: readonly HeldChange[]): string {
  const told = changes.filter(({ column }) => column === null || !isInternalColumn(table, column));
  if (told.length === 0) return "";
  const rows = told.map((change) => {
    const who = adviserWords(held, change.adviserId);
    const [what, before, after] = changeWords(held, table, change);
    const cells = [formatMoment(change.at), who, what, before, after, String(change.auditId)];
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  });
  return `<table><caption>History: ${escaped(tableInWords(table))}</caption>
<thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Line of the audit</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}

function changeWords(held: Held, table: string, change: HeldChange): [what: string, before: string, after: string] {
  const { column, before, after, isEmptied } = change;
  const what = column === null ? (after === null ? "Taken out" : "Added") : columnInWords(table, column);
  if (isEmptied === 1) return [column === null ? "Added or taken out" : what, "Emptied", "Emptied"];
  if (column !== null) return [what, wordsOf(held, column, before), wordsOf(held, column, after)];
  return [what, rowWords(held, table, before), rowWords(held, table, after)];
}

function rowWords(held: Held, table: string, json: string | null): string {
  if (json === null) return "";
  const row = JSON.parse(json) as Row;
  return spoken(held, table, row)
    .map(([label, value]) => `${label}: ${value}`)
    .join("\n");
}

function wordsOf(held: Held, column: string, value: Value): string {
  if (value === null || value === "") return "";
  const text = String(value);
  if (column === "pulled" || column === "content") return flattened(JSON.parse(text));
  if (/(_by|adviser_id)$/.test(column)) return held.adviserNames.get(text) ?? text;
  if (column === "interaction_id") return interactionWords(held, text);
  if (column === "print_id") return formatMoment(String(held.rowsById.get(text)?.made_at ?? ""));
  if (column.endsWith("interview_id")) return interviewWords(held, text);
  if (column.endsWith("item_id")) return String(held.rowsById.get(text)?.text ?? "An Action Item that is gone");
  if (column === "strokes") return "As shown; its points are in the JSON file";
  if (column === "question") return held.questions.get(text) ?? text;
  if (column === "nino") return formatNino(text);
  return (column === "kind" ? held.kindNames.get(text) : undefined) ?? valueInWords(column, value);
}

function interviewWords(held: Held, id: string): string {
  const interview = held.rowsById.get(id);
  if (!interview) return "An interview that is gone";
  const kind = String(interview.kind);
  return `${held.kindNames.get(kind) ?? kind}, ${formatMoment(String(interview.started_at))}`;
}

function interactionWords(held: Held, id: string): string {
  const interaction = held.rowsById.get(id);
  if (!interaction) return "An interaction that is gone";
  const kind = valueInWords("kind", interaction.kind ?? "");
  return `${kind}, ${valueInWords("happened_on", interaction.happened_on ?? "")}`;
}

/** What is nested, a line for each value that says something. */
function flattened(value: unknown, path: readonly string[] = []): string {
  if (value === null || value === "" || value === undefined) return "";
  if (typeof value !== "object") return `${path.join(", ")}: ${valueInWords("", value as string | number)}`;
  return Object.entries(value)
    .map(([name, inner]) => flattened(inner, [...path, nameInWords(name)]))
    .filter(Boolean)
    .join("\n");
}

function nameInWords(name: string): string {
  if (/^\d+$/.test(name)) return String(Number(name) + 1);
  return name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A purge is done by the rule, and a training caseload made, by nobody who is signed in. */
function adviserWords({ adviserNames }: Held, adviserId: string | null): string {
  return adviserId === null ? "No adviser" : (adviserNames.get(adviserId) ?? adviserId);
}

function auditSection(held: Held): string {
  const rows = held.lines.map(({ id, at, adviserId, kind, action }) => {
    const who = adviserWords(held, adviserId);
    const cells = [String(id), formatMoment(at), who, kind === "read" ? "Read" : "Change", actionInWords(action)];
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  });
  return `<section aria-labelledby="audit">
<h2 id="audit">Who read or changed what</h2>
<table><caption>Lines of the audit on this client, oldest first</caption>
<thead><tr><th scope="col">Line</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">Read or change</th><th scope="col">What</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>
</section>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
