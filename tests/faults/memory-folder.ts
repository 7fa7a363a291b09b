import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system of its own in memory, small enough to fill. */
export interface MemoryFolder {
  readonly path: string;
  /** Makes the whole file system readable only; no file on it may be open for writing. */
  makeReadOnly(): void;
  makeWritable(): void;
  remove(): void;
}

/** Mounts a file system of so many bytes; undefined where the machine does not let this process mount one. */
export function mountMemoryFolder(bytes: number): MemoryFolder | undefined {
  if (process.platform !== "linux") return undefined;
  const path = mkdtempSync(join(tmpdir(), "action-plan-mount-"));
  if (!hasRun("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", path])) {
    rmSync(path, { recursive: true });
    return undefined;
  }
  return {
    path,
    makeReadOnly: () => remount(path, "ro"),
    makeWritable: () => remount(path, "rw"),
    remove: () => {
      hasRun("umount", ["--lazy", path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Tells whether this process may mount a file system at all. */
export function canMount(): boolean {
  const folder = mountMemoryFolder(65_536);
  folder?.remove();
  return folder !== undefined;
}

function remount(path: string, how: "ro" | "rw"): void {
  if (!hasRun("mount", ["-o", `remount,${how}`, path])) throw new Error(`Could not remount ${path} as ${how}`);
}

function hasRun(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
