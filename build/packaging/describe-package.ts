import type { PackedApp } from "./read-package.ts";
import { targetName } from "./targets.ts";

/** The list of a package's files with their sizes, the largest first, and its total without Electron's runtime. */
export function describePackage({ target, files }: PackedApp): string {
  const sorted = [...files].sort((first, second) => second.bytes - first.bytes);
  const lines = sorted.map(({ path, bytes, place }) => `${kilobytes(bytes)}  ${path}${NOTES[place]}`);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const head = `${targetName(target)}: ${files.length} files, ${kilobytes(total).trim()} beside Electron's runtime`;
  return [head, ...lines, ""].join("\n");
}

const NOTES = { archive: "", unpacked: " (outside the archive)", beside: " (beside the archive)" };

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`.padStart(12);
}
