import { formatMoment } from "../dates.ts";
import { type ErrorMessages, message } from "../message.ts";

/** Refusals about erasure and the audit. */
export const rightsMessages = {
  "erasure-in-interview": (error) =>
    message(
      "An interview is open",
      `A client cannot be erased during an interview: ${error.adviserName} has had one open since ${formatMoment(error.startedAt)}.`,
      "End that interview first, then erase the client.",
    ),
  "nino-end-differs": () =>
    message(
      "This is another NINO",
      "The last four characters are not those of this client's NINO. Nothing has been erased.",
      "Check that this is the right client, then type the last four characters of the NINO.",
    ),
  "audit-line-not-found": () =>
    message("Line not found", "The audit has no such line.", "Choose a line from the list."),
} satisfies Partial<ErrorMessages>;
