import { spawnSync } from "node:child_process";
import { join } from "node:path";

// In a process of its own: nothing of this one's start is in what is measured.
const measurements = join(import.meta.dirname, "..", "tests", "bench", "bench.ts");
process.exitCode = spawnSync(process.execPath, [measurements], { stdio: "inherit" }).status ?? 1;
