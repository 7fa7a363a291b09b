import { planMessages } from "./action-plan/plan-messages.ts";
import { clericalMessages } from "./clerical/clerical-messages.ts";
import { recordMessages } from "./client-record/record-messages.ts";
import { formatDate } from "./dates.ts";
import { entryMessages } from "./entry/entry-messages.ts";
import { storeMessages } from "./entry/store-messages.ts";
import type { AppError } from "./errors.ts";
import { importMessages } from "./import/import-messages.ts";
import { interviewMessages } from "./interview/interview-messages.ts";
import { courseProblemMessage } from "./jets/course-problems.ts";
import { interactionProblemMessage } from "./jets/interaction-problems.ts";
import { signingProblemMessage } from "./jets/signing-problems.ts";
import { type ErrorMessages, type Message, message } from "./message.ts";
import { printMessages } from "./print/print-messages.ts";
import { rightsMessages } from "./rights/rights-messages.ts";
import { spellingMessages } from "./spelling/spelling-messages.ts";

/** Refusals of no one area, and those whose sentences the contract's own problems give. */
const generalMessages = {
  "invalid-request": () =>
    message(
      "This cannot be read",
      "What was sent has parts that cannot be read.",
      "Check what you entered and try again.",
    ),
  "unknown-request": () =>
    message(
      "This is not known here",
      "The window asked for something this version does not have.",
      "Close Action Plan and start it again.",
    ),
  "other-office": (error) =>
    message(
      "Another office's report",
      `This store is that of ${error.officeName}, and holds nothing of ${error.name}.`,
      "Open the store of the office that is meant, with --data.",
    ),
  "course-refused": (error) =>
    message(
      "Cannot save yet",
      `${error.problems.map(courseProblemMessage).join(" ")} Nothing has been saved, and nothing you typed is lost.`,
      "Put right what is named.",
    ),
  "signature-refused": (error) =>
    message(
      "Not signed yet",
      `${error.problems.map(signingProblemMessage).join(" ")} Nothing has been saved.`,
      "Put right what is named.",
    ),
  "interaction-refused": (error) =>
    message(
      "Cannot save yet",
      `${error.problems.map(interactionProblemMessage).join(" ")} Nothing has been saved, and nothing you typed is lost.`,
      "Put right what is named.",
    ),
  "text-refused": (error) =>
    error.reason.code === "text-missing"
      ? message(`${error.field} is empty`, `${error.field} has to be filled in.`, "Write it, then try again.")
      : message(
          `${error.field} is too long`,
          `${error.field} holds ${error.reason.limit} characters; this is ${error.reason.over} more.`,
          "Shorten it, then try again.",
        ),
  "clock-moved-back": (error) =>
    message(
      "The clock may be wrong",
      `This desktop says that today is ${formatDate(error.today)}, but something was saved here on ${formatDate(error.newest)}.`,
      "Check the desktop's date. Go on only if it is right.",
    ),
  "connection-lost": () =>
    message(
      "Action Plan has stopped",
      "This window no longer reaches Action Plan. What you typed is still here.",
      "Start Action Plan again; if this window does not come back, copy what you typed first.",
    ),
  internal: (error) =>
    message(
      "Something went wrong",
      `Action Plan met an error of its own (${error.errorId}). What you typed is still here.`,
      `Try again. If it happens again, tell support the number ${error.errorId}.`,
    ),
} satisfies Partial<ErrorMessages>;

/** Every refusal of the contract: one that has no words does not compile. */
const messages: ErrorMessages = {
  ...planMessages,
  ...interviewMessages,
  ...recordMessages,
  ...clericalMessages,
  ...importMessages,
  ...printMessages,
  ...spellingMessages,
  ...rightsMessages,
  ...storeMessages,
  ...entryMessages,
  ...generalMessages,
};

/** Puts every refusal of the contract in plain words. */
export function errorMessage(error: AppError): Message {
  // The table's type says that each code's words take that code's refusal; the compiler cannot follow it through an index.
  return (messages[error.code] as (error: AppError) => Message)(error);
}
