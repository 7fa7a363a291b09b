import { type ErrorMessages, type Message, message } from "../message.ts";

/** How a backup is restored where nobody can sign in to do it from the menu. */
const RESTORE_COMMAND =
  "close Action Plan and run npm run plan -- restore FILE, with the newest file in the folder backups.";

/** Refusals about the store, its keys and its backups. */
export const storeMessages = {
  "store-held": (error) =>
    message(
      "Action Plan is already open",
      `Another start has this data folder (${error.holder}).`,
      "Use the window that is open, or close it first.",
    ),
  "store-newer": (error) =>
    message(
      "The store is from a newer version",
      `The store has layout ${error.found}; this version knows up to ${error.known}. It was left as it is.`,
      "Install the newer version of Action Plan and open it with that.",
    ),
  "store-damaged": (error) =>
    message(
      "The store is damaged",
      `The file ${error.file} is damaged, or was locked with another key. It was left as it is.`,
      `Do not delete it, and tell support. Signed in, choose File > Restore… to go back to a backup; otherwise ${RESTORE_COMMAND} A training store is made anew with --training --reset.`,
    ),
  "store-missing": (error) =>
    message(
      "The store is not there",
      `There is no store at ${error.file}.`,
      "Start Action Plan to set up this desktop, or check the folder given with --data; --training opens the training store. Where an office was set up before, put the file back, or restore a backup with npm run plan -- restore FILE.",
    ),
  "store-full": () =>
    message(
      "The disk is full",
      "There is no room left on the disk, or it could not be written. Nothing has been saved, and nothing you typed is lost.",
      "Free some space, then try again.",
    ),
  "store-read-only": () =>
    message(
      "The store cannot be written",
      "The data folder, or a file in it, may not be written. Nothing has been saved, and nothing you typed is lost.",
      "Check the folder's permissions, or choose another folder with --data, then try again.",
    ),
  "store-busy": () =>
    message(
      "The store is busy",
      "Another program is writing to the store. Nothing has been saved, and nothing you typed is lost.",
      "Wait a moment and try again.",
    ),
  "keys-missing": (error) =>
    message(
      "The store's keys are not there",
      `There is no ${error.file}, and without it the store beside it cannot be opened. It was left as it is.`,
      `Do not delete the store, and tell support. Put the file back, or restore a backup: ${RESTORE_COMMAND}`,
    ),
  "keys-damaged": (error) =>
    message(
      "The store's keys are damaged",
      `The file ${error.file} is damaged. It was left as it is.`,
      `Do not delete it, and tell support. Restore a backup: ${RESTORE_COMMAND}`,
    ),
  "keys-sealed": (error) =>
    message(
      "The store's keys are sealed for one desktop",
      `The file ${error.file} opens only in Action Plan's own window, on the desktop and under the account where it was sealed. It was left as it is.`,
      "Open Action Plan's window there. If you are there, sign out of the desktop's account, sign in again and try once more. Where that does not help, restore a backup: its keys need nothing but a passphrase or the recovery key.",
    ),
  "backup-not-readable": (error) =>
    message(
      "The backup cannot be read",
      `The file ${error.file} is not a backup of this office, or it is damaged.`,
      "Choose another backup.",
    ),
} satisfies Partial<ErrorMessages>;

/** What an adviser reads when the check after the start found the store damaged while they can go on in it. */
export function storeDamagedNotice({ isTraining }: { readonly isTraining: boolean }): Message {
  return isTraining
    ? message(
        "The training store is damaged",
        "Action Plan checked the training store and found its file damaged. What is saved from now on may be lost.",
        "Close Action Plan and start it again with --reset, which makes the training clients anew. Until then you can go on looking and printing.",
      )
    : message(
        "The store is damaged",
        "Action Plan checked the store and found its file damaged. What is saved from now on may be lost, so write nothing more into it. No daily backup is made of it, and the backups made before are kept.",
        "Choose File > Restore… to go back to a backup; the damaged store is kept beside it. Until then you can go on reading and printing. Tell support.",
      );
}
