import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Builds the renderer into dist/renderer. It is built beside that and then put in its place, so that a start which
 * reads the folder meanwhile finds the one or the other whole.
 */
export async function buildRenderer(root: string): Promise<void> {
  const { build } = await import("vite");
  const built = join(root, "dist", "renderer");
  const fresh = `${built}-new-${process.pid}`;
  const old = `${built}-old-${process.pid}`;
  try {
    await build({
      configFile: join(root, "build", "vite.config.ts"),
      // Vite prints its report on standard output, which belongs to the ready line.
      logLevel: "error",
      build: { outDir: fresh },
    });
    mkdirSync(join(root, "dist"), { recursive: true });
    moveAside(built, old);
    renameSync(fresh, built);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
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
