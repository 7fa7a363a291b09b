import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The place in which documents lie while the operating system takes them; no other user can look into it. */
export interface PrivateFiles {
  /** Lends a file with these bytes for as long as the work takes; it is gone afterwards, whatever happened. */
  lend<T>(bytes: Uint8Array, work: (file: string) => Promise<T>): Promise<T>;
}

/** Private files in the data folder; what a start that crashed left of them goes now. */
export function openPrivateFiles(dataFolder: string): PrivateFiles {
  // unix-print puts the file's name between apostrophes for a shell.
  const place = dataFolder.includes("'") ? tmpdir() : dataFolder;
  const beginning = `printing-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}-`;
  for (const name of namesIn(place)) if (name.startsWith(beginning)) remove(join(place, name));
  return {
    async lend(bytes, work) {
      // Made for this user alone (0700), under a name that nobody could prepare.
      const folder = mkdtempSync(join(place, beginning));
      try {
        const file = join(folder, "document.pdf");
        writeFileSync(file, bytes, { mode: 0o600, flag: "wx" });
        return await work(file);
      } finally {
        remove(folder);
      }
    },
  };
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // A printing program on Windows may still hold it; the next start tries again.
  }
}
