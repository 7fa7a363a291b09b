import { writeSync } from "node:fs";
import { openOffice } from "../../electron/office.ts";
import { makeBackup } from "../../electron/store/backups.ts";
import { FAULTS_DAY } from "./numbered-saves.ts";

const STANDARD_OUTPUT = 1;
const [dataFolder = ""] = process.argv.slice(2);

const office = openOffice({ dataFolder, isTraining: true, today: FAULTS_DAY }, () => undefined);
if (!office.ok) throw new Error(office.error.code);
const { store } = office.value.context;
writeSync(STANDARD_OUTPUT, "ready\n");
for (;;) {
  const made = await makeBackup({ store, dataFolder, now: new Date().toISOString() });
  if (!made.ok) throw new Error(made.error.code);
  writeSync(STANDARD_OUTPUT, `backed-up ${made.value.file}\n`);
}
