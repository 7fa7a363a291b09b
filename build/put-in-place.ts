import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Puts a folder that was built beside its place into it, so that a start which reads the place meanwhile finds the
 * earlier one or the new one whole.
 */
export function putInPlace(fresh: string, place: string): void {
  const old = `${place}-old-${process.pid}`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    moveAside(place, old);
    renameSync(fresh, place);
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

function moveAside(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
