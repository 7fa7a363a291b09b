import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Electron's program, when its runtime is installed: path.txt names a file that exists under dist; else undefined. The
 * module itself is never asked, since importing it starts a download.
 */
export function electronProgram(root: string): string | undefined {
  const folder = join(root, "node_modules", "electron");
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const name = readFileSync(pathFile, "utf8").trim();
  const program = join(folder, "dist", name);
  return name !== "" && existsSync(program) ? program : undefined;
}

/** Tells whether Electron's runtime is installed. */
export function isElectronInstalled(root: string): boolean {
  return electronProgram(root) !== undefined;
}
