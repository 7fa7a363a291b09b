import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system of its own in memory, small enough to fill. */
export interface MemoryFolder {
  readonly path: string;
  /** Makes the whole file system readable only; no file on it may be open for writing. */
  makeReadOnly(): void;
  makeWritable(): void;
  /** Takes all its room but for so many bytes. */
  fill(bytesLeft: number): void;
  /** Gives back what `fill` took. */
  makeRoom(): void;
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
    fill: (bytesLeft) => fill(path, bytesLeft),
    makeRoom: () => rmSync(fillerIn(path)),
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

function fill(folder: string, bytesLeft: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const file = openSync(fillerIn(folder), "w");
  const room = Buffer.alloc(bavail * bsize - bytesLeft, "x");
  for (let written = 0; written < room.length; ) written += writeSync(file, room, written);
  closeSync(file);
}

function fillerIn(folder: string): string {
  return join(folder, "filler");
}

function remount(path: string, how: "ro" | "rw"): void {
  if (!hasRun("mount", ["-o", `remount,${how}`, path])) throw new Error(`Could not remount ${path} as ${how}`);
}

function hasRun(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
