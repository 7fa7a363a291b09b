import { join } from "node:path";
import { dialog } from "electron";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";

const HELPED: readonly AppError["code"][] = ["keys-sealed", "keys-missing", "keys-damaged"];
const RESTORE = 1;

/** Tells whether a start was refused for something that a backup puts right. */
export function isHelpedByRestore({ code }: AppError): boolean {
  return HELPED.includes(code);
}

/** Says why the office does not open and lets the person choose a backup; undefined when they choose none. */
export function chooseBackup(error: AppError, dataFolder: string): string | undefined {
  const { title, text, whatToDo } = errorMessage(error);
  const chosen = dialog.showMessageBoxSync({
    type: "error",
    title,
    message: title,
    detail: `${text}\n${whatToDo}`,
    buttons: ["Close", "Restore a backup…"],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (chosen !== RESTORE) return undefined;
  const files = dialog.showOpenDialogSync({
    title: "Restore a backup",
    defaultPath: join(dataFolder, "backups"),
    filters: [
      { name: "Backups", extensions: ["planbackup"] },
      { name: "All files", extensions: ["*"] },
    ],
    properties: ["openFile"],
  });
  return files?.[0];
}
