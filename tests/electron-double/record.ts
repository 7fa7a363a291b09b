import type { CustomScheme, SafeStorage } from "electron";

/** What was done with Electron, and how it is to behave; made anew with every boot. */
export const record = {
  /** Calls whose order matters, in their order. */
  calls: [] as string[],
  schemes: [] as CustomScheme[],
  paths: {} as Record<string, string>,
  errorBoxes: [] as { title: string; content: string }[],
  messageBoxes: [] as string[],
  openedFiles: [] as string[],
  /** What the vault was asked, in its order. */
  vaultCalls: [] as string[],
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
  /** Which of a message box's buttons is pressed; undefined while nobody presses any. */
  chosenButton: 0 as number | undefined,
  openProblem: "",
  /** The file that is chosen where one is asked for. */
  chosenFile: undefined as string | undefined,
  vault: {
    backend: "gnome_libsecret" as ReturnType<SafeStorage["getSelectedStorageBackend"]>,
    isAvailable: true,
    /** The account whose vault it is; another's opens nothing of it. */
    account: "ada",
    isForgetful: false,
    shouldReEncrypt: false,
    /** Whether it answers at all. */
    isSlow: false,
  },
};
