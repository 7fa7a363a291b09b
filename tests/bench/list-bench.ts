import { join } from "node:path";
import { openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import {
  type ClientListQuery,
  caseloadOf,
  EVERYONE,
  listAfter,
  placeAfter,
} from "../../electron/store/repositories/client-lists.ts";
import type { Reader, Store, Value } from "../../electron/store/store.ts";
import { CLIENTS_A_PAGE, type ClientListName, type ListPlace } from "../../shared/client-record/client-requests.ts";
import { ask } from "../faults/ask.ts";
import { type BareStore, openBareStore } from "./bare-store.ts";
import type { BenchRow } from "./bench-row.ts";
import { percentile, timed } from "./timing.ts";

const WARM_UPS = 20;
const PAGES = 400;
const GOAL_MILLISECONDS = 10;
/** So many clients an adviser has an appointment with. */
const CASELOAD = 2_000;

type OpenOptions = Parameters<typeof openApp>[0];

/** Times the pages and the outlines of the two long lists of the first screen, from the request to its answer. */
export async function measureLists(options: OpenOptions): Promise<readonly BenchRow[]> {
  const adviserId = await addCaseload(options);
  return [
    ...(await measureList({ list: "everyone", name: "everyone in the office", query: EVERYONE }, options)),
    ...(await measureList({ list: "mine", name: "my caseload", query: caseloadOf(adviserId) }, options)),
  ];
}

interface MeasuredList {
  readonly list: ClientListName;
  readonly name: string;
  readonly query: ClientListQuery;
}

async function measureList({ list, name, query }: MeasuredList, options: OpenOptions): Promise<BenchRow[]> {
  const opened = openApp(options);
  if (!opened.ok) throw new Error(opened.error.code);
  const bare = openBareStore(join(options.dataFolder, "store.db"));
  try {
    const outlines: number[] = [];
    const places: ListPlace[] = [];
    for (let left: number | null = null; left === null; ) {
      const after = places.at(-1) ?? null;
      outlines.push(
        await timed(async () => {
          const part = await ask(opened.value, "caseload-outline", { list, after });
          places.push(...part.places);
          left = part.left;
        }),
      );
    }
    const [pages, floors]: [number[], number[]] = [[], []];
    for (let page = 0; page < WARM_UPS + PAGES; page += 1) {
      const after = places[(page * 7_919) % places.length] ?? null;
      const milliseconds = await timed(() => ask(opened.value, "caseload-clients", { list, after }));
      const floor = await timed(() => after && listAfter(readerOf(bare), query, after, CLIENTS_A_PAGE));
      if (page < WARM_UPS) continue;
      pages.push(milliseconds);
      floors.push(floor);
    }
    const size = `${places.length * CLIENTS_A_PAGE} clients`;
    const plans = plansOf(bare, query);
    return [
      row(`show a page of ${name}, request to answer`, `${size}, ${pages.length} pages`, pages, floors, plans),
      row(`a part of the outline of ${name}`, `${size}, ${outlines.length} parts`, outlines, null, plans),
    ];
  } finally {
    bare.close();
    opened.value.close();
  }
}

function row(
  operation: string,
  size: string,
  times: readonly number[],
  floors: readonly number[] | null,
  plans: readonly string[],
): BenchRow {
  const milliseconds = percentile(times, 99);
  return {
    operation,
    size,
    statistic: "p99",
    milliseconds,
    floor: floors && { milliseconds: percentile(floors, 99), includes: "the same query on the index alone" },
    remarks: [`median    ${percentile(times, 50).toFixed(2)} ms`, ...plans.map((plan) => `plan      ${plan}`)],
    goal: `≤ ${GOAL_MILLISECONDS} ms, neither SCAN nor TEMP B-TREE`,
    isMet: milliseconds <= GOAL_MILLISECONDS && plans.every((plan) => !/\bSCAN\b|TEMP B-TREE/.test(plan)),
  };
}

function plansOf(bare: BareStore, query: ClientListQuery): string[] {
  const plans = new Set<string>();
  const explain = (sql: string, values: readonly Value[]) => {
    const lines = bare.read(`EXPLAIN QUERY PLAN ${sql}`, ...values) as { detail: string }[];
    for (const { detail } of lines) plans.add(detail);
    return [];
  };
  const reader: Reader = {
    all: (sql, ...values) => explain(sql, values),
    get: (sql, ...values) => void explain(sql, values) as undefined,
  };
  const place = { name: "m", key: "1" };
  listAfter(reader, query, place, CLIENTS_A_PAGE);
  placeAfter(reader, query, place, CLIENTS_A_PAGE);
  return [...plans];
}

function readerOf(bare: BareStore): Reader {
  return {
    all: <T>(sql: string, ...values: readonly Value[]) => bare.read(sql, ...values) as T[],
    get: <T>(sql: string, ...values: readonly Value[]) => bare.read(sql, ...values)[0] as T | undefined,
  };
}

/** Books the adviser of the training store with clients from all over the office. */
async function addCaseload(options: OpenOptions): Promise<string> {
  const office = openOffice(options, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  const { store, adviser } = office.value.context;
  insertAppointments(store, adviser.id);
  await office.value.close();
  return adviser.id;
}

function insertAppointments(store: Store, adviserId: string): void {
  const statement = store.prepare(
    `INSERT INTO appointment (id, client_id, date, time, kind, adviser_id, status, version)
     SELECT 'bench-' || id, id, '2012-05-01', '10:00', 'caseload', ?, 'booked', 1 FROM client WHERE nino = ?`,
  );
  const ninos = store.all<{ nino: string }>(
    "SELECT nino FROM client WHERE rowid % 500 = 0 ORDER BY rowid LIMIT ?",
    CASELOAD,
  );
  store.database.transaction(() => {
    for (const { nino } of ninos) statement.run(adviserId, nino);
  })();
}
