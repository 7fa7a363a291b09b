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
export function watchForEnd(parent: { readonly ppid: number } = process): Ending {
  const { promise, resolve } = Promise.withResolvers<EndReason>();
  let hasCome = false;
  const end = (reason: EndReason) => {
    hasCome = true;
    clearInterval(parentCheck);
    resolve(reason);
  };
  const firstParent = parent.ppid;
  const parentCheck = setInterval(() => {
    if (parent.ppid !== firstParent || !isRunning(firstParent)) end("parent gone");
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
