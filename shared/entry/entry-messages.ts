import { type ErrorMessages, message, plural } from "../message.ts";

/** Refusals about who may come in. */
export const entryMessages = {
  "adviser-changed": () =>
    message(
      "Another adviser is signed in",
      "This was written by an adviser who is no longer signed in, so it was not kept under the name of the one who is.",
      "Sign in again as the adviser who wrote it.",
    ),
  "signed-out": () => message("Not signed in", "Nobody is signed in here.", "Sign in, then try again."),
  locked: () =>
    message("Action Plan is locked", "It was locked. What you typed is still here.", "Enter your passphrase."),
  "wrong-passphrase": (error) =>
    message("Wrong passphrase", "This is not the adviser's passphrase.", nextTry(error.waitSeconds)),
  "wrong-recovery-key": (error) =>
    message(
      "Wrong recovery key",
      "This is not the office's recovery key. It has eight groups of five letters and digits.",
      nextTry(error.waitSeconds),
    ),
  "must-wait": (error) =>
    message(
      "Wait before the next try",
      "After several wrong tries the next one has to wait, and longer each time.",
      nextTry(error.waitSeconds),
    ),
  "passphrase-too-short": (error) =>
    message(
      "The passphrase is too short",
      `A passphrase has at least ${error.least} characters.`,
      "Choose a longer one; four words that do not belong together are easy to remember.",
    ),
  "recovery-key-differs": () =>
    message(
      "The recovery key differs",
      "These are not the last five characters of the recovery key that is shown.",
      "Compare what you wrote down with the key, and type its last group again.",
    ),
  "already-set-up": () => message("The office is already set up", "This desktop has its office's store.", "Sign in."),
  "adviser-not-found": () =>
    message("Adviser not found", "This adviser is not, or no longer, one of the office's.", "Choose another adviser."),
  "last-adviser": () =>
    message(
      "The last adviser stays",
      "This is the only adviser left, and without one nobody could open the store.",
      "Add another adviser first.",
    ),
  "staff-number-taken": () =>
    message("The staff number is taken", "Another adviser of this office has this staff number.", "Check the number."),
  "not-in-training": () =>
    message(
      "Not in training",
      "The training store has no passphrases, no advisers to manage and no backups.",
      "Carry on; there is nothing to do.",
    ),
} satisfies Partial<ErrorMessages>;

function nextTry(seconds: number): string {
  if (seconds === 0) return "Try again.";
  if (seconds < 60) return `Try again in ${seconds} ${plural(seconds, "second")}.`;
  const minutes = Math.ceil(seconds / 60);
  return `Try again in ${minutes} ${plural(minutes, "minute")}.`;
}
