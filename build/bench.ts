import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildRenderer } from "./build-renderer.ts";

const root = join(import.meta.dirname, "..");
await buildRenderer(root);
// In a process of its own: nothing of this one's start is in what is measured.
const measurements = join(root, "tests", "bench", "bench.ts");
const args = [measurements, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
