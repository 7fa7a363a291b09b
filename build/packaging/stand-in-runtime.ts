import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { programWithWrongFuses } from "./fuses.ts";
import type { PackageTarget } from "./targets.ts";

const LOCALES = ["en-GB", "en-US", "de"];

/**
 * Lays out a folder like Electron's runtime for the system, with the fuses but without a program that could run. What
 * electron-builder packs around it is what it would pack around the real one.
 */
export function makeStandInRuntime(folder: string, platform: PackageTarget["platform"]): void {
  if (platform === "darwin") {
    makeStandInBundle(join(folder, "Electron.app", "Contents"));
    return;
  }
  write(join(folder, platform === "win32" ? "electron.exe" : "electron"), programWithWrongFuses());
  for (const locale of LOCALES) write(join(folder, "locales", `${locale}.pak`));
}

function makeStandInBundle(contents: string): void {
  const frameworks = join(contents, "Frameworks");
  const framework = join(frameworks, "Electron Framework.framework");
  const helper = join(frameworks, "Electron Helper.app", "Contents");
  write(join(contents, "Info.plist"), propertyList("Electron"));
  write(join(contents, "MacOS", "Electron"));
  write(join(contents, "Resources", "electron.icns"));
  write(join(helper, "Info.plist"), propertyList("Electron Helper"));
  write(join(helper, "MacOS", "Electron Helper"));
  write(join(framework, "Electron Framework"), programWithWrongFuses());
  for (const locale of ["en", "de"]) {
    write(join(framework, "Versions", "A", "Resources", `${locale}.lproj`, "locale.pak"));
  }
}

function propertyList(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIconFile</key><string>electron.icns</string>
</dict></plist>
`;
}

function write(file: string, content: string | Buffer = ""): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
