import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HostFiles } from "../../electron-double/boot-host.ts";
import type { HostCheck } from "../../electron-double/host-check.ts";
import { hostChecks } from "../../electron-double/host-checks.ts";
import { type Mutation, mutations } from "../../electron-double/mutations.ts";
import { vaultChecks } from "../../electron-double/vault-checks.ts";

const root = join(import.meta.dirname, "..", "..", "..");
// Inside the product's own folder, so that its packages are found from there.
const copies = join(root, ".cache", `host-copies-${process.pid}`);
let count = 0;

beforeAll(() => {
  mkdirSync(copies, { recursive: true });
});

afterAll(() => {
  rmSync(copies, { recursive: true, force: true });
});

/** Takes a part of the host into a copy: as a copy of its own where it will be changed, else as a link. */
function take(part: string, copy: string, isCopied: boolean): void {
  if (isCopied) cpSync(join(root, part), join(copy, part), { recursive: true });
  else symlinkSync(join(root, part), join(copy, part), "junction");
}

/** A copy of the host over the application's double; what stays as it is, and imports nothing changed, is linked. */
function copyHost(changedFile: string): string {
  count += 1;
  const copy = join(copies, String(count));
  const electron = join(copy, "electron");
  const isPlatformCopied = changedFile.startsWith("platform/");
  mkdirSync(electron, { recursive: true });
  take("electron/main.ts", copy, true);
  take("electron/preload.ts", copy, true);
  take("electron/electron-host", copy, isPlatformCopied || changedFile.startsWith("electron-host/"));
  take("electron/platform", copy, isPlatformCopied);
  take("shared", copy, false);
  take("renderer", copy, false);
  const fakeApp = join(root, "tests", "electron-double", "fake-app.ts");
  writeFileSync(
    join(electron, "app.ts"),
    `export { areKeysSealed, openApp, restoreUnopened } from ${JSON.stringify(fakeApp)};\n`,
  );
  return electron;
}

const filesOf = (electron: string): HostFiles => ({
  main: join(electron, "main.ts"),
  preload: join(electron, "preload.ts"),
});

function mutate(electron: string, { file, from, to }: Mutation): void {
  const path = join(electron, file);
  const text = readFileSync(path, "utf8");
  if (text.split(from).length !== 2) throw new Error(`${file} does not have this exactly once: ${from}`);
  const changed = text.replace(from, () => to);
  // A host that cannot even be read would fail every check, and show nothing.
  expect(parseSync(path, changed).errors).toEqual([]);
  writeFileSync(path, changed);
}

/** The checks, those of what was changed first: most of the time goes into those that notice nothing. */
function checksFor(changedFile: string): readonly HostCheck[] {
  const isOfVault = /\/(vault|restore-at-start)\.ts$/.test(changedFile);
  return isOfVault ? [...vaultChecks, ...hostChecks] : hostChecks;
}

/** The first check that a host does not pass; undefined when it passes all. */
async function firstFailure(files: HostFiles, checks = hostChecks): Promise<string | undefined> {
  for (const { name, run } of checks) {
    try {
      await run(files);
    } catch {
      return name;
    }
  }
  return undefined;
}

test("an unchanged copy of the host passes every check", async () => {
  expect(await firstFailure(filesOf(copyHost("platform/")))).toBeUndefined();
});

test.each(mutations)("a check notices, in $file, $from → $to", async (mutation) => {
  const electron = copyHost(mutation.file);
  mutate(electron, mutation);
  expect(await firstFailure(filesOf(electron), checksFor(mutation.file))).toEqual(expect.any(String));
});
