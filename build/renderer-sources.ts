import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const SOURCES = ["renderer", "shared", "build/vite.config.ts", "package-lock.json"];

/** The file inside the built renderer that says which sources it was built from. */
export const STAMP_NAME = ".sources";

/** One digest over the names and contents of all that the renderer is built from. */
export function digestRendererSources(root: string): string {
  return digestFiles(root, SOURCES);
}

/** One digest over the names and contents of these files and folders. */
export function digestFiles(root: string, sources: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Tells whether the built renderer is there and was built from the sources as they are now. */
export function isRendererFresh(root: string): boolean {
  const built = join(root, "dist", "renderer");
  const stamp = join(built, STAMP_NAME);
  if (!existsSync(stamp) || !existsSync(join(built, "index.html"))) return false;
  return readFileSync(stamp, "utf8") === digestRendererSources(root);
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((first, second) => (first.name < second.name ? -1 : 1))
      .flatMap((entry) => filesIn(join(path, entry.name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return [path];
    throw error;
  }
}
