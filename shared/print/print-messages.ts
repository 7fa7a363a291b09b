import { type ErrorMessages, type Message, message } from "../message.ts";
import { LETTERHEAD_LIMITS, type LetterheadReason } from "./letterhead.ts";

/** Refusals about printing and the letterhead. */
export const printMessages = {
  "print-not-found": () =>
    message(
      "Document not found",
      "This document is not among those that were made.",
      "Make the document again from Print.",
    ),
  "print-out-of-date": () =>
    message(
      "The plan was saved again",
      "The plan was saved after this document was made, so the document is out of date.",
      "Print the plan again and hand over the new document.",
    ),
  "print-failed": () =>
    message(
      "The document could not be made",
      "Making the document failed. Nothing on the plan was changed.",
      "Try again. If it happens again, tell support.",
    ),
  "letterhead-refused": (error) => letterheadMessage(error.reason),
  "no-spooler": () =>
    message(
      "Nothing to print with",
      "This computer's printing service does not answer, or there is none.",
      "Choose Save as PDF, or have a printer set up and open Print Options again.",
    ),
  "printer-missing": (error) =>
    message(
      "The printer is gone",
      `${error.printer} is no longer among this computer's printers. Nothing was printed.`,
      "Choose another printer, or Save as PDF.",
    ),
  "printer-offline": (error) =>
    message(
      "The printer is not ready",
      `${error.printer} is stopped or cannot be reached. Nothing was printed.`,
      "See that it is switched on, choose another printer, or Save as PDF.",
    ),
  "printer-refused": (error) =>
    message(
      "The printer refused",
      `${error.printer} did not take the document. Nothing was printed.`,
      "Try again, choose another printer, or Save as PDF.",
    ),
  "printer-silent": (error) =>
    message(
      "The printer does not answer",
      `${error.printer} did not take the document in time, so it was taken back and does not count as printed.`,
      "Look whether a sheet came out all the same. Then choose another printer, or Save as PDF.",
    ),
  "print-cancelled": () =>
    message(
      "Not printed",
      "The print was cancelled. It does not count as printed.",
      "Print it again when you want it.",
    ),
} satisfies Partial<ErrorMessages>;

function letterheadMessage(reason: LetterheadReason): Message {
  const { bytes, pixels } = LETTERHEAD_LIMITS;
  const title = "The picture cannot be the letterhead";
  switch (reason) {
    case "not-a-picture":
      return message(
        title,
        "The file is no PNG or JPEG picture.",
        "Save the picture as one of them, and choose it again.",
      );
    case "file-too-large":
      return message(
        title,
        `The file has more than ${bytes / 1_000} KB.`,
        "Save the picture smaller, and choose it again.",
      );
    case "too-many-pixels":
      return message(
        title,
        `The picture is wider or higher than ${pixels.toLocaleString("en-GB")} pixels.`,
        "Make it smaller, and choose it again.",
      );
    case "unprintable":
      return message(
        title,
        "The picture is damaged, or of a kind that cannot be printed.",
        "Save it again as a PNG or JPEG picture in another program, and choose it again.",
      );
  }
}
