import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { findClients } from "../../electron/services/find-clients.ts";
import type { ServiceContext } from "../../electron/services/service-context.ts";
import type { Reader, Store, Value } from "../../electron/store/store.ts";
import { formatDate } from "../../shared/dates.ts";
import { ask } from "../faults/ask.ts";
import { type BareStore, openBareStore } from "./bare-store.ts";
import type { BenchRow } from "./bench-row.ts";
import { BENCH_DAY } from "./bench-store.ts";
import { fictionalName } from "./fictional-names.ts";
import { measureLists } from "./list-bench.ts";
import { addFictionalClients, fictionalNino } from "./many-clients.ts";
import { percentile, timed } from "./timing.ts";

const CLIENTS = 1_000_000;
const SEARCHES = 400;
const WARM_UPS = 20;
const GOAL_MILLISECONDS = 10;
const STRIDE = 7_919;

/** What a person types, of a client with a number. */
interface SearchForm {
  readonly name: string;
  readonly typed: (client: number) => string;
}

const FORMS: readonly SearchForm[] = [
  { name: "surname", typed: (client) => fictionalName(client).surname },
  { name: "start of a surname", typed: (client) => fictionalName(client).surname.slice(0, 3) },
  { name: "one letter", typed: (client) => fictionalName(client).surname.slice(0, 1) },
  { name: "surname, forename", typed: nameWithComma },
  { name: "forename surname", typed: (client) => nameWithComma(client).split(", ").reverse().join(" ") },
  { name: "surname as it sounds", typed: (client) => misspelt(fictionalName(client).surname) },
  { name: "NINO", typed: fictionalNino },
  { name: "last four of a NINO", typed: (client) => fictionalNino(client).slice(-4) },
  { name: "last two digits", typed: (client) => fictionalNino(client).slice(-3, -1) },
  { name: "last digit and letter", typed: (client) => fictionalNino(client).slice(-2) },
  { name: "last three digits and a rare letter", typed: (client) => `${fictionalNino(client).slice(-4, -1)}A` },
  { name: "last digit and a rare letter", typed: (client) => `${fictionalNino(client).slice(-2, -1)}A` },
  { name: "date of birth", typed: (client) => formatDate(fictionalName(client).dateOfBirth) },
  { name: "nobody's name", typed: (client) => `Qx${client}zz` },
];

/** A query as the product makes it. */
interface Query {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Times every search form among a million clients, from the request to its answer, and looks at every query's plan. */
export async function measureFind(): Promise<readonly BenchRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-bench-"));
  const options = { dataFolder, isTraining: true, today: BENCH_DAY };
  try {
    const office = openOffice(options, () => undefined);
    if (!office.ok) throw new Error(office.error.code);
    addFictionalClients(office.value.context.store, CLIENTS);
    await office.value.close();
    const rows: BenchRow[] = [];
    for (const form of FORMS) rows.push(await measureForm(form, options));
    return [...rows, ...(await measureLists(options))];
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function measureForm(form: SearchForm, options: Parameters<typeof openApp>[0]): Promise<BenchRow> {
  const clients = Array.from({ length: WARM_UPS + SEARCHES }, (_, search) => (search * STRIDE) % CLIENTS);
  const queries = queriesOf(form, clients, options);
  const opened = openApp(options);
  if (!opened.ok) throw new Error(opened.error.code);
  const bare = openBareStore(join(options.dataFolder, "store.db"));
  try {
    const times: number[] = [];
    const floors: number[] = [];
    for (const [search, client] of clients.entries()) {
      const text = form.typed(client);
      const milliseconds = await timed(() => ask(opened.value, "find-clients", { text }));
      const floor = await timed(() => runBarely(bare, queries[search] ?? []));
      if (search < WARM_UPS) continue;
      times.push(milliseconds);
      floors.push(floor);
    }
    return rowOf(form, times, floors, plansOf(bare, queries.flat()));
  } finally {
    bare.close();
    opened.value.close();
  }
}

function rowOf(
  form: SearchForm,
  times: readonly number[],
  floors: readonly number[],
  plans: readonly string[],
): BenchRow {
  const milliseconds = percentile(times, 99);
  const isIndexed = plans.every((plan) => !/\bSCAN\b|TEMP B-TREE/.test(plan));
  return {
    operation: `find a client by ${form.name}, request to answer`,
    size: `${CLIENTS.toLocaleString("en-GB")} clients, ${times.length} searches`,
    statistic: "p99",
    milliseconds,
    floor: { milliseconds: percentile(floors, 99), includes: "the same queries on the index alone" },
    remarks: [`median    ${percentile(times, 50).toFixed(2)} ms`, ...plans.map((plan) => `plan      ${plan}`)],
    goal: `≤ ${GOAL_MILLISECONDS} ms, neither SCAN nor TEMP B-TREE`,
    isMet: milliseconds <= GOAL_MILLISECONDS && isIndexed,
  };
}

/** The queries of each search in the order in which they will be made. */
function queriesOf(form: SearchForm, clients: readonly number[], options: Parameters<typeof openOffice>[0]): Query[][] {
  const office = openOffice(options, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  const { context, close } = office.value;
  const queries = clients.map((client) => queriesFor(context, form.typed(client)));
  void close();
  return queries;
}

/** Listens to what a search asks of the store. */
function queriesFor(context: ServiceContext, text: string): Query[] {
  const queries: Query[] = [];
  const all: Reader["all"] = (sql, ...values) => {
    queries.push({ sql, values });
    // Which queries follow depends on what the ones before them found.
    return context.store.all(sql, ...values);
  };
  const store: Store = { ...context.store, all };
  findClients({ ...context, store }, text);
  return queries;
}

function runBarely(bare: BareStore, queries: readonly Query[]): void {
  for (const { sql, values } of queries) bare.read(sql, ...values);
}

function plansOf(bare: BareStore, queries: readonly Query[]): string[] {
  const bySql = new Map(queries.map((query) => [query.sql, query]));
  const plans = [...bySql.values()].flatMap(({ sql, values }) =>
    (bare.read(`EXPLAIN QUERY PLAN ${sql}`, ...values) as { detail: string }[]).map(({ detail }) => detail),
  );
  return [...new Set(plans)];
}

function nameWithComma(client: number): string {
  const { surname, forenames } = fictionalName(client);
  return `${surname}, ${forenames.split(" ")[0]}`;
}

/** As a listener might write it. */
function misspelt(surname: string): string {
  return surname
    .replace(/ck/g, "k")
    .replace(/ll/g, "l")
    .replace(/([^aeiou])y/g, "$1ie");
}
