import { cpus, platform, totalmem } from "node:os";
import { parseArgs } from "node:util";
import type { BenchRow } from "./bench-row.ts";
import { measureCompliance } from "./compliance-bench.ts";
import { measureFind } from "./find-bench.ts";
import { measureImport } from "./import-bench.ts";
import { measureOpenPlan } from "./open-bench.ts";
import { measurePrint } from "./print-bench.ts";
import { measureFullPlanSave, measureSmallSave } from "./save-bench.ts";
import { measureSpelling } from "./spelling-bench.ts";
import { measureStart } from "./start-bench.ts";
import { measureWindow } from "./window-bench.ts";
import { measureWorkList } from "./work-list-bench.ts";

const GIGABYTE = 2 ** 30;

/** A measurement by its name on the command line. */
interface Measurement {
  readonly name: string;
  readonly measure: () => Promise<BenchRow | readonly BenchRow[]>;
  /** Why it runs only when it is named, or with --all. */
  readonly isLong?: string;
}

const measurements: readonly Measurement[] = [
  { name: "save", measure: async () => [await measureSmallSave(), await measureFullPlanSave()] },
  { name: "open", measure: measureOpenPlan },
  { name: "window", measure: measureWindow },
  { name: "print", measure: measurePrint },
  { name: "spelling", measure: measureSpelling },
  { name: "start", measure: measureStart },
  { name: "compliance", measure: measureCompliance },
  { name: "import", measure: measureImport, isLong: "imports 100,000 clients three times" },
  { name: "find", measure: measureFind, isLong: "makes a store of 1,000,000 clients" },
  { name: "work-list", measure: measureWorkList, isLong: "makes a store of 1,000,000 clients with 100,000 plans" },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: "boolean" } } });
const unknown = positionals.filter((wanted) => !measurements.some(({ name }) => name === wanted));
if (unknown.length > 0) throw new Error(`There is no measurement named ${unknown.join(", ")}`);
const chosen = measurements.filter(({ name, isLong }) =>
  positionals.length > 0 ? positionals.includes(name) : values.all || !isLong,
);

console.log(`${cpus().length} × ${cpus()[0]?.model ?? "processor"}, ${(totalmem() / GIGABYTE).toFixed(0)} GB`);
console.log(`${platform()}, Node.js ${process.versions.node}; measured and floor by turns, warmed up`);
const rows: BenchRow[] = [];
for (const { measure } of chosen) {
  const measured = [await measure()].flat();
  measured.forEach(print);
  rows.push(...measured);
}
console.log("");
console.log(
  `${rows.filter((row) => row.isMet).length} of ${rows.filter((row) => row.isMet !== null).length} goals met`,
);
for (const { name, isLong } of measurements) {
  if (isLong && !chosen.some((done) => done.name === name)) {
    console.log(`Not measured: ${name}, which ${isLong}; npm run bench -- ${name}, or --all`);
  }
}

function print({ operation, size, milliseconds, statistic, floor, goal, isMet, remarks = [] }: BenchRow): void {
  console.log("");
  console.log(`${operation} (${size})`);
  console.log(`  measured  ${inMilliseconds(milliseconds)}, ${statistic}`);
  if (floor) {
    console.log(`  floor     ${inMilliseconds(floor.milliseconds)}: ${floor.includes}`);
    console.log(`  ratio     ${(milliseconds / floor.milliseconds).toFixed(2)} ×`);
  }
  for (const remark of remarks) console.log(`  ${remark}`);
  console.log(`  goal      ${goal}: ${isMet === null ? "not measured" : isMet ? "met" : "NOT MET"}`);
}

function inMilliseconds(milliseconds: number): string {
  return `${milliseconds.toFixed(2)} ms`;
}
