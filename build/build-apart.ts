import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a build script in a process of its own, which takes the memory of the build along when it ends; true once it has
 * succeeded. A start that is to end meanwhile still has it finish, so that nothing half built is left.
 */
export async function buildApart(script: string): Promise<boolean> {
  // A bundler makes modules of ever new names, which would pile up in the cache.
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const child = spawn(process.execPath, [script], {
    env,
    // Standard output belongs to the ready line.
    stdio: ["ignore", process.stderr, process.stderr],
    // Ctrl+C goes to every process of the terminal's group.
    detached: true,
    windowsHide: true,
  });
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0;
}
