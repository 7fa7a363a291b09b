import { writeSync } from "node:fs";
import { openApp } from "../../electron/app.ts";
import { ask, clientIdOf } from "./ask.ts";
import { numberedNino } from "./numbered-caseload.ts";
import { numberedDraft } from "./numbered-drafts.ts";
import { FAULTS_DAY } from "./numbered-saves.ts";

const STANDARD_OUTPUT = 1;
const [dataFolder = "", first = "1"] = process.argv.slice(2);

const opened = openApp({ dataFolder, isTraining: true, today: FAULTS_DAY });
if (!opened.ok) throw new Error(opened.error.code);
const app = opened.value;
const clientId = await clientIdOf(app, numberedNino(0));
say("ready");
for (let number = Number(first); ; number += 1) {
  await ask(app, "keep-draft", { clientId, kind: "lms", planVersion: null, content: numberedDraft(number) });
  say(`kept ${number}`);
}

/** Written at once: a line left in a buffer would die with the process. */
function say(line: string): void {
  writeSync(STANDARD_OUTPUT, `${line}\n`);
}
