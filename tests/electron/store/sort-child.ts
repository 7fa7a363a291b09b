import { watch } from "node:fs";
import { openStore } from "../../../electron/store/open-store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";

const [, , file = "", temporaryFolder = "", tempStore = ""] = process.argv;
const seen = new Set<string>();
// SQLite unlinks its temporary files as soon as they are open, so only one who watches sees them.
watch(temporaryFolder, (_, name) => seen.add(String(name)));

const opened = openStore(file, TRAINING_KEY, { isNew: true });
if (!opened.ok) throw new Error(opened.error.code);
const { database } = opened.value;
if (tempStore) database.pragma(`temp_store = ${tempStore}`);
database.pragma("cache_size = 10");
setTimeout(() => {
  const sql = `WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 200000)
               SELECT hex(randomblob(50)) || x AS y FROM n ORDER BY y`;
  const [first] = database.prepare(sql).all() as unknown[];
  setTimeout(() => {
    console.log(JSON.stringify({ isSorted: first !== undefined, files: seen.size }));
    process.exit(0);
  }, 200);
}, 100);
