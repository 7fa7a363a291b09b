import { constants, setPriority } from "node:os";

/**
 * Has everything else on the machine go before this thread. On Linux 0 stands for the thread that asks; elsewhere it would be
 * the whole process, windows and all, so there nothing is done.
 */
export function yieldToOthers(): void {
  if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_LOW);
}
