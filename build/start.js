// Plain JavaScript, since only what is loaded after the cache is open comes out of it, and Node would load all that
// takes the types out of TypeScript for this file alone.
import { enableCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), ".cache", "compiled");

// Modules without their types, and compiled, as the last start left them. Where the folder cannot be had, Node loads the
// modules as ever.
enableCompileCache(folder);
// Workers open the cache by this.
process.env.NODE_COMPILE_CACHE ??= folder;

await import("./start.ts");
