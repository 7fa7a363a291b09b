import { writeSync } from "node:fs";
import { openApp } from "../../electron/app.ts";
import { ask } from "./ask.ts";
import { FAULTS_DAY } from "./numbered-saves.ts";

const STANDARD_OUTPUT = 1;
const [dataFolder = "", clientId = ""] = process.argv.slice(2);

const opened = openApp({ dataFolder, isTraining: true, today: FAULTS_DAY });
if (!opened.ok) throw new Error(opened.error.code);
const app = opened.value;
say("ready");
for (;;) {
  const { printId } = await ask(app, "make-print", { clientId, option: "all-reviews", style: "standard" });
  say(`printed ${printId}`);
  await ask(app, "hand-over-print", { printId });
  say(`handed-over ${printId}`);
}

/** Written at once: a line left in a buffer would die with the process. */
function say(line: string): void {
  writeSync(STANDARD_OUTPUT, `${line}\n`);
}
