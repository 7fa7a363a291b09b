import { openBareStore } from "./bare-store.ts";

// The least that any start has to do.
const [file = ""] = process.argv.slice(2);
const store = openBareStore(file);
store.read("SELECT * FROM adviser");
store.close();
