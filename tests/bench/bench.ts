import { cpus, platform, totalmem } from "node:os";
import type { BenchRow } from "./bench-row.ts";
import { measureOpenPlan } from "./open-bench.ts";
import { measurePrint } from "./print-bench.ts";
import { measureFullPlanSave, measureSmallSave } from "./save-bench.ts";

const GIGABYTE = 2 ** 30;

console.log(`${cpus().length} × ${cpus()[0]?.model ?? "processor"}, ${(totalmem() / GIGABYTE).toFixed(0)} GB`);
console.log(`${platform()}, Node.js ${process.versions.node}; medians, measured and floor by turns, warmed up`);
const rows: BenchRow[] = [];
for (const measure of [measureSmallSave, measureFullPlanSave, measureOpenPlan, measurePrint]) {
  const row = await measure();
  print(row);
  rows.push(row);
}
console.log("");
console.log(`${rows.filter((row) => row.isMet).length} of ${rows.length} goals met`);

function print({ operation, size, milliseconds, floorMilliseconds, floor, goal, isMet }: BenchRow): void {
  console.log("");
  console.log(`${operation} (${size})`);
  console.log(`  measured  ${milliseconds.toFixed(2)} ms`);
  console.log(`  floor     ${floorMilliseconds.toFixed(2)} ms: ${floor}`);
  console.log(
    `  ratio     ${(milliseconds / floorMilliseconds).toFixed(2)} ×, goal ${goal}: ${isMet ? "met" : "NOT MET"}`,
  );
}
