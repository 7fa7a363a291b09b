import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Tells whether Electron's runtime is installed: its path.txt names a file that exists under dist. The module itself is
 * never asked, since importing it starts a download.
 */
export function isElectronInstalled(root: string): boolean {
  const folder = join(root, "node_modules", "electron");
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return false;
  const program = readFileSync(pathFile, "utf8").trim();
  return program !== "" && existsSync(join(folder, "dist", program));
}
