import { writeSync } from "node:fs";
import { openStore } from "../../electron/store/open-store.ts";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";
import { laterLayouts } from "./later-layouts.ts";

const STANDARD_OUTPUT = 1;
const [file = ""] = process.argv.slice(2);

writeSync(STANDARD_OUTPUT, "ready\n");
const opened = openStore(file, TRAINING_KEY, { steps: laterLayouts });
if (!opened.ok) throw new Error(opened.error.code);
writeSync(STANDARD_OUTPUT, "migrated\n");
