import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const KEPT = ["package.json", "package-lock.json", "electron-builder.yml", "LICENSE", "resources"];

/** A project to pack: the product's own configuration and resources around a build of a few bytes. */
export interface ScratchProject {
  readonly root: string;
  /** Changes electron-builder.yml; fails when there is nothing to change. */
  configure(from: string | RegExp, to: string): void;
  remove(): void;
}

const BUILT = {
  "dist/main/main.js": 'import Database from "better-sqlite3";\nnew Database(":memory:");\n',
  "dist/main/render-worker.js": 'import { join } from "node:path";\njoin("a");\n',
  "dist/main/spelling-worker.js": "export {};\n",
  "dist/main/preload.cjs": '"use strict";\n',
  "dist/renderer/index.html": "<!doctype html>\n",
  "dist/renderer/assets/index.js": "1;\n",
  "dist/licences.txt": "Licences\n",
};

/** What lies about in a working copy and must never reach an office. */
const LYING_ABOUT = {
  "dist/main/.sources": "digest",
  "dist/main/main.js.map": "{}",
  "dist/renderer/assets/index.js.map": "{}",
  "dist/installers/old-setup.exe": "old",
  "electron/main.ts": "export {};\n",
  "tests/secret.test.ts": "export {};\n",
  "store.db": "records",
  ".env": "SECRET=1\n",
  ".npmrc": "loglevel=error\n",
};

/** Lays out the project in a temporary folder, with more files where a test needs them. */
export function makeScratchProject(more: Readonly<Record<string, string>> = {}): ScratchProject {
  const root = mkdtempSync(join(tmpdir(), "action-plan-dist-"));
  for (const name of KEPT) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
  for (const [name, text] of Object.entries({ ...BUILT, ...LYING_ABOUT, ...more })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return {
    root,
    configure(from, to) {
      const file = join(root, "electron-builder.yml");
      const before = readFileSync(file, "utf8");
      const after = before.replace(from, to);
      if (after === before) throw new Error(`electron-builder.yml has no ${from}`);
      writeFileSync(file, after);
    },
    // The link is taken away first, so that nothing behind it is in reach.
    remove() {
      rmSync(join(root, "node_modules"));
      rmSync(root, { recursive: true, force: true });
    },
  };
}
