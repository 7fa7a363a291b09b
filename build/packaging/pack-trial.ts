import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Arch, build, type Configuration, DIR_TARGET, log, Platform } from "electron-builder";
import { type PackedApp, readPackage } from "./read-package.ts";
import { makeStandInRuntime } from "./stand-in-runtime.ts";
import type { PackageTarget } from "./targets.ts";

const PLATFORMS = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC };

/**
 * Has electron-builder pack the project around a stand-in for Electron's runtime, and tells what it packed. Throws what
 * electron-builder throws, as when the configuration does not fit its schema.
 */
export async function packTrial(root: string, target: PackageTarget): Promise<PackedApp> {
  const folder = mkdtempSync(join(tmpdir(), "action-plan-pack-"));
  try {
    const runtime = join(folder, "runtime");
    makeStandInRuntime(runtime, target.platform);
    const output = join(folder, "output");
    silence();
    await build({
      projectDir: root,
      publish: "never",
      targets: PLATFORMS[target.platform].createTarget(DIR_TARGET, Arch[target.arch]),
      config: trialConfiguration(target, runtime, output),
    });
    return readPackage(output, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a stand-in has no room for is left out: a Windows program's own resources, and signatures. */
function trialConfiguration(target: PackageTarget, electronDist: string, output: string): Configuration {
  return {
    electronDist,
    directories: { output },
    ...(target.platform === "win32" && { disableAsarIntegrity: true, win: { signAndEditExecutable: false } }),
    ...(target.platform === "darwin" && { mac: { identity: null } }),
  };
}

/** electron-builder reports each step on standard output, which here belongs to the list. */
function silence(): void {
  log.info = () => {};
  log.warn = () => {};
}
