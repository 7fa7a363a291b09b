import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { completeLock, findMissingEntries, type Lock } from "../../build/complete-lock.ts";

test("the lock file has an entry for every optional package it names, or npm ci would refuse it", () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8")) as Lock;
  expect([...findMissingEntries(lock).keys()]).toEqual([]);
});

test("a missing entry is added in its place with the system that it is for", () => {
  const lock = {
    packages: {
      "node_modules/tool": {
        version: "1.0.0",
        dev: true,
        optionalDependencies: {
          "tool-linux-x64-musl": "1.0.0",
          "@tool/win32-arm64-msvc": "1.0.0",
          "tool-linux-x64": "1.0.0",
        },
      },
      "node_modules/tool-linux-x64": { version: "1.0.0" },
    },
  };
  const { packages } = completeLock<Lock>(lock);
  expect(packages).toEqual({
    ...lock.packages,
    "node_modules/@tool/win32-arm64-msvc": {
      version: "1.0.0",
      cpu: ["arm64"],
      os: ["win32"],
      dev: true,
      optional: true,
    },
    "node_modules/tool-linux-x64-musl": {
      version: "1.0.0",
      cpu: ["x64"],
      os: ["linux"],
      libc: ["musl"],
      dev: true,
      optional: true,
    },
  });
  expect(Object.keys(packages)).toEqual([
    "node_modules/@tool/win32-arm64-msvc",
    "node_modules/tool",
    "node_modules/tool-linux-x64",
    "node_modules/tool-linux-x64-musl",
  ]);
});
