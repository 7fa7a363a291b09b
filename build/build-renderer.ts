import { rmSync } from "node:fs";
import { join } from "node:path";
import { putInPlace } from "./put-in-place.ts";

/** Builds the renderer into dist/renderer, which it replaces whole. */
export async function buildRenderer(root: string): Promise<void> {
  const { build } = await import("vite");
  const built = join(root, "dist", "renderer");
  const fresh = `${built}-new-${process.pid}`;
  try {
    await build({
      configFile: join(root, "build", "vite.config.ts"),
      // Vite prints its report on standard output, which belongs to the ready line.
      logLevel: "error",
      build: { outDir: fresh },
    });
    putInPlace(fresh, built);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

if (import.meta.main) await buildRenderer(join(import.meta.dirname, ".."));
