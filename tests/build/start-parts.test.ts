import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isElectronInstalled } from "../../build/electron-runtime.ts";
import { digestRendererSources, isRendererFresh } from "../../build/renderer-sources.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "action-plan-build-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

test("Electron counts as installed only when its path.txt names a file that exists", () => {
  const states = [isElectronInstalled(root)];
  write("node_modules/electron/package.json", "{}");
  states.push(isElectronInstalled(root));
  write("node_modules/electron/path.txt", "electron\n");
  states.push(isElectronInstalled(root));
  write("node_modules/electron/dist/electron", "");
  states.push(isElectronInstalled(root));
  expect(states).toEqual([false, false, false, true]);
});

test("the built renderer is fresh until one of its sources is changed, added, renamed or removed", () => {
  write("renderer/main.tsx", "1");
  write("shared/dates.ts", "2");
  const build = () => {
    write("dist/renderer/index.html", "");
    write("dist/renderer/.sources", digestRendererSources(root));
    return isRendererFresh(root);
  };
  const afterChange = (change: () => void) => {
    change();
    return isRendererFresh(root);
  };
  expect(isRendererFresh(root)).toBe(false);
  expect(build()).toBe(true);
  expect(afterChange(() => write("shared/dates.ts", "3"))).toBe(false);
  expect(build()).toBe(true);
  expect(afterChange(() => write("renderer/ui/button.tsx", "4"))).toBe(false);
  expect(build()).toBe(true);
  expect(afterChange(() => rmSync(join(root, "renderer/ui/button.tsx")))).toBe(false);
  expect(build()).toBe(true);
  expect(afterChange(() => write("electron/app.ts", "5"))).toBe(true);
  expect(afterChange(() => rmSync(join(root, "dist/renderer/index.html")))).toBe(false);
});
