import { writeSync } from "node:fs";
import { restoreArchive } from "../../electron/store/backups.ts";
import { holdFolder } from "../../electron/store/hold-folder.ts";

const STANDARD_OUTPUT = 1;
const [dataFolder = "", file = "", keyInHex = ""] = process.argv.slice(2);

const hold = holdFolder(dataFolder, "the process that restores");
if (!hold.ok) throw new Error(hold.error.code);
const key = Buffer.from(keyInHex, "hex");
const task = { file, dataFolder, hold: hold.value, now: new Date().toISOString(), isTraining: false, key };
writeSync(STANDARD_OUTPUT, "ready\n");
const restored = restoreArchive(task);
if (!restored.ok) throw new Error(restored.error.code);
writeSync(STANDARD_OUTPUT, `restored ${restored.value.kept}\n`);
