import type { CustomScheme } from "electron";

/** What was done with Electron, and how it is to behave; made anew with every boot. */
export const record = {
  /** Calls whose order matters, in their order. */
  calls: [] as string[],
  schemes: [] as CustomScheme[],
  paths: {} as Record<string, string>,
  errorBoxes: [] as { title: string; content: string }[],
  messageBoxes: [] as string[],
  openedFiles: [] as string[],
  exitCodes: [] as number[],
  menus: [] as unknown[],
  crashReports: 0,
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
};

/** How Electron and its machine behave in this boot. */
export const behaviour = {
  hasLock: true,
  /** Which of a message box's buttons is pressed. */
  chosenButton: 0,
  openProblem: "",
};
