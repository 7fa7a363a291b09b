import { type ErrorMessages, message } from "../message.ts";

/** Refusals about files and importing from them. */
export const importMessages = {
  "file-not-read": (error) =>
    message(
      "File not read",
      `The file ${error.file} cannot be read.`,
      "Check that it exists and that you may open it.",
    ),
  "file-not-written": (error) =>
    message(
      "File not written",
      `The file ${error.file} cannot be written.`,
      "Check that the folder exists, that you may write to it and that the disk is not full.",
    ),
  "import-under-way": () =>
    message(
      "An import is under way",
      "Another window is importing clients, and there is one import at a time.",
      "Finish or cancel it there. If that window is gone, try again in three minutes.",
    ),
  "import-over": () =>
    message(
      "The import is over",
      "This import was cancelled, or given up because its window was away for a while. Nothing of it was written.",
      "Choose the file again.",
    ),
  "import-not-ready": () =>
    message(
      "The import is not ready",
      "The file has not been checked as a whole, or it has problems. Nothing was written.",
      "Put the problems right in the file, then choose it again.",
    ),
} satisfies Partial<ErrorMessages>;
