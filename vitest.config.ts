import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Importing the module itself would begin a download.
    alias: [{ find: /^electron$/, replacement: join(import.meta.dirname, "tests", "electron-double", "electron.ts") }],
  },
  test: {
    pool: "forks",
    // Workers that tests start take the types out of their modules by WebAssembly: build/start.js says what this is against.
    execArgv: ["--wasm-wrapper-tiering-budget=2147483647"],
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
