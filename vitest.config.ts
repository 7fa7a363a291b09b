import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Importing the module itself would begin a download.
    alias: [{ find: /^electron$/, replacement: join(import.meta.dirname, "tests", "electron-double", "electron.ts") }],
  },
  test: {
    pool: "forks",
    // Node takes the types out of the modules of a worker by WebAssembly. V8 13.6 keeps one set of compiled ways out of
    // WebAssembly for all threads, and can end the process when one thread lets go of such a way while another takes it up.
    // With this budget of calls before one is compiled, none ever is; and what the cache has needs no taking out.
    execArgv: ["--wasm-wrapper-tiering-budget=2147483647"],
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, ".cache", "compiled-tests") },
    // Office and build machines have two cores.
    maxWorkers: 2,
    // Without this, a filter that names nothing would pass.
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: "parts",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/e2e/**"],
          testTimeout: 20_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.{ts,tsx}"],
          // Each has a browser and a host of its own, and waits more than it works: two go side by side on two cores.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
