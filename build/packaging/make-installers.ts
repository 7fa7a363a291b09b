import { readFileSync } from "node:fs";
import { join } from "node:path";
import { downloadElectronArtifactZip } from "app-builder-lib/out/util/electronGet.js";
import { archFromString, build, Platform } from "electron-builder";
import { isElectronInstalled } from "../electron-runtime.ts";

/** Where Electron's runtime for this machine is: as installed, else as fetched. Throws when it cannot be fetched. */
export async function fetchRuntime(root: string): Promise<string> {
  const folder = join(root, "node_modules", "electron");
  if (isElectronInstalled(root)) return join(folder, "dist");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return downloadElectronArtifactZip({
    artifactName: "electron",
    platformName: process.platform,
    arch: process.arch,
    version,
  });
}

/**
 * Makes this machine's installers from what is built, and prints where each lies. Answers the exit code: 1, with one
 * line that says why, when the runtime cannot be fetched. Throws what electron-builder throws.
 */
export async function makeInstallers(
  root: string,
  fetch: (root: string) => Promise<string>,
  say: (line: string) => void,
): Promise<number> {
  const electronDist = await fetch(root).catch((error: unknown) => {
    say(`Electron's runtime could not be fetched, so no installer was made: ${messageOf(error)}`);
  });
  if (!electronDist) return 1;
  const files = await build({
    projectDir: root,
    publish: "never",
    targets: Platform.current().createTarget(null, archFromString(process.arch)),
    config: { electronDist },
  });
  for (const file of files) console.log(file);
  return 0;
}

/** An error's first line, which says what happened; the others are for those who work on electron-builder. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0] ?? message;
}
