import { formatDate } from "../dates.ts";
import { type ErrorMessages, message } from "../message.ts";
import { assertNever } from "../result.ts";
import { fullName } from "./client-record.ts";
import { formatNino } from "./nino.ts";
import type { RecordProblem } from "./record-rules.ts";

/** A field of a record window to be put right, as a sentence after its name. */
export function recordProblemMessage({ reason }: RecordProblem): string {
  switch (reason.code) {
    case "missing":
      return "fill this in.";
    case "too-long":
      return `this holds ${reason.limit} characters; take out ${reason.over}.`;
    case "double-quotes":
      return "take out the double quotation marks.";
    case "not-a-nino":
      return `${reason.words}.`;
    case "not-a-soc-code":
      return "a SOC code has four digits.";
    case "in-future":
      return `this cannot lie in the future; the latest is ${formatDate(reason.latest)}.`;
    case "ends-before-start":
      return `this is before the start, ${formatDate(reason.start)}.`;
    case "outside-interview":
      return "a calculation can be added only during an interview.";
    case "jsa-only":
      return "only a JSA client has a Jobseeker's Agreement.";
    case "read-only":
      return "change the preferences in JSAg: for a JSA client they come from there.";
    default:
      return assertNever(reason);
  }
}

/** Refusals about clients and their records. */
export const recordMessages = {
  "client-not-found": () =>
    message("Client not found", "This client is no longer in the store.", "Find the client again by name or NINO."),
  "nino-not-found": (error) =>
    message(
      "Client not found",
      `No client here has the NINO ${formatNino(error.nino)}.`,
      "Check the number, or find the client by name.",
    ),
  "record-refused": () =>
    message(
      "Cannot save yet",
      "Some fields are still to be put right. Nothing has been saved, and nothing you typed is lost.",
      "Go through the list.",
    ),
  "record-changed": () =>
    message(
      "The record was saved elsewhere",
      "Somebody saved this window of the client record after you opened it. Nothing of yours has been saved, and what you typed is still here.",
      "What stands there now is shown beside what you typed. Save again to keep yours.",
    ),
  "nino-taken": (error) =>
    message(
      "This NINO is taken",
      `${fullName(error.client)}, born ${formatDate(error.client.dateOfBirth)}, has the NINO ${formatNino(error.client.nino)} here.`,
      "Check the number. If it is the same person, open their record instead.",
    ),
} satisfies Partial<ErrorMessages>;
