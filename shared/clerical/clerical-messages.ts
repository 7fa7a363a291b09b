import { fullName } from "../client-record/client-record.ts";
import { formatDate, formatMoment } from "../dates.ts";
import { type ErrorMessages, message } from "../message.ts";

/** Refusals about clerical forms. */
export const clericalMessages = {
  "serial-mistyped": (error) =>
    message(
      "Serial number mistyped",
      `'${error.typed}' is no serial number of a clerical form: a character is wrong, or two are swapped.`,
      "Type it again as it stands at the top of the form, such as 0042-17E.",
    ),
  "serial-unknown": (error) =>
    message(
      "Not issued here",
      `Form ${error.serial} was not issued by this desktop.`,
      "If the number is right, enter it as a form that was issued elsewhere, with the reason.",
    ),
  "serial-used": (error) =>
    message(
      "Entered already",
      `Form ${error.serial} went into the Action Plan of ${fullName(error.client)} on ${formatMoment(error.enteredAt)}.`,
      "Nothing has to be typed again. Open that plan to see what was entered.",
    ),
  "serial-waiting": (error) =>
    message(
      "Taken in already",
      `This form was taken in here before and waits as ${error.serial}.`,
      `Enter it under ${error.serial}.`,
    ),
  "serial-cancelled": (error) =>
    message(
      "Cancelled form",
      `Form ${error.serial} was cancelled: ${error.reason}`,
      "If it was used after all, enter it as a form without a number, with the reason.",
    ),
  "serial-of-other-client": (error) =>
    message(
      "Another customer's form",
      `Form ${error.serial} was issued for ${fullName(error.client)}.`,
      "Open that customer to enter it, or look at the number again.",
    ),
  "clerical-form-not-found": () =>
    message(
      "Form not found",
      "This clerical form is not here any more.",
      "Look at the work list for the forms that wait.",
    ),
  "clerical-form-closed": (error) =>
    message(
      "Form is done with",
      `Form ${error.serial} is not waiting to be entered any more.`,
      "Look at the plan for what was entered. What you typed is kept until you discard it.",
    ),
  "happened-on-refused": (error) =>
    message(
      "The day cannot be right",
      error.reason === "future"
        ? `${formatDate(error.date)} is in the future.`
        : `The form was issued after ${formatDate(error.date)}.`,
      "Look at the date on the form and type it again.",
    ),
  "no-appointments-today": () =>
    message(
      "No appointments today",
      "You have no appointments today to make forms for.",
      "Choose a blank form, or book the appointments first.",
    ),
  "nothing-to-fill-from": () =>
    message(
      "No Action Plan to fill from",
      "This customer has no saved Action Plan.",
      "Choose a blank form for the customer.",
    ),
} satisfies Partial<ErrorMessages>;
