// Plain JavaScript, since only what is loaded after the cache is open comes out of it, and Node would load all that
// takes the types out of TypeScript for this file alone.
import { enableCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), ".cache", "compiled");

// Modules without their types, and compiled, as the last start left them. Where the folder cannot be had, Node loads the
// modules as ever.
enableCompileCache(folder);
// Workers open the cache by this.
process.env.NODE_COMPILE_CACHE ??= folder;

// What takes the types out is WebAssembly, in every thread that loads a module. V8 13.6 keeps one set of compiled ways out of
// WebAssembly for all threads, and can end the process when one thread lets go of such a way while another takes it up. With
// this budget of calls before one is compiled, none ever is.
v8.setFlagsFromString("--wasm-wrapper-tiering-budget=2147483647");

await import("./start.ts");
