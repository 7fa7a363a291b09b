import { writeSync } from "node:fs";
import { openOffice } from "../../electron/office.ts";
import { purgeClosedItems } from "../../electron/services/purge.ts";

const STANDARD_OUTPUT = 1;
const [dataFolder = "", today = ""] = process.argv.slice(2);

const office = openOffice({ dataFolder, isTraining: true, today }, () => undefined);
if (!office.ok) throw new Error(office.error.code);
writeSync(STANDARD_OUTPUT, "ready\n");
const { purged } = purgeClosedItems(office.value.context, { isConfirmed: true, isOnScreen: () => false });
writeSync(STANDARD_OUTPUT, `purged ${purged}\n`);
await office.value.close();
