import { readFileSync } from "node:fs";

const PARENT_CHECK_MILLISECONDS = 300;

/** Why the host ends. */
export type EndReason = "signal" | "parent gone" | "window closed" | "nobody there";

/** The one place that knows whether the host is to end. */
export interface Ending {
  readonly promise: Promise<EndReason>;
  readonly hasCome: boolean;
  /** Ends the host; later reasons change nothing. */
  end(reason: EndReason): void;
}

/**
 * Watches for a signal and for the parent's end. A parent that is killed passes nothing on, and npm start passes not
 * even SIGTERM on, so the process looks whether it still has the parent it began with.
 */
export function watchForEnd(): Ending {
  const { promise, resolve } = Promise.withResolvers<EndReason>();
  let hasCome = false;
  const end = (reason: EndReason) => {
    hasCome = true;
    clearInterval(parentCheck);
    resolve(reason);
  };
  const firstParent = process.ppid;
  const firstStarter = starterOf(firstParent);
  const parentCheck = setInterval(() => {
    const isGone = process.ppid !== firstParent || !isRunning(firstParent) || starterOf(firstParent) !== firstStarter;
    if (isGone) end("parent gone");
  }, PARENT_CHECK_MILLISECONDS);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => end("signal"));
  return {
    promise,
    end,
    get hasCome() {
      return hasCome;
    },
  };
}

/**
 * Under npm start on Linux the parent is a shell, which outlives an npm that is killed: the parent's own parent, then.
 * Elsewhere undefined.
 */
function starterOf(parent: number): string | undefined {
  if (process.platform !== "linux" || !process.env.npm_lifecycle_event) return undefined;
  try {
    // "1234 (name of any kind) S 1233 …"
    return /^.*\) \S (\d+)/s.exec(readFileSync(`/proc/${parent}/stat`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

/** On Windows a process keeps its parent's number after the parent's end. */
function isRunning(processId: number): boolean {
  if (process.platform !== "win32") return true;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
