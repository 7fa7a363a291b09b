import { formatDate, formatMoment } from "../dates.ts";
import { type ErrorMessages, message } from "../message.ts";

/** Refusals about interviews, appointments and doubts. */
export const interviewMessages = {
  "end-reason-needed": (error) =>
    message(
      "A reason is needed",
      `This interview was left open: ${error.adviserName} started it on ${formatMoment(error.startedAt)}.`,
      "Say why you are ending it, then choose End interview.",
    ),
  "interview-not-empty": () =>
    message(
      "The interview cannot be cancelled",
      "Something has been recorded in this interview already, and stays recorded in it.",
      "End the interview instead.",
    ),
  "interview-not-raised": () =>
    message(
      "The kind cannot be changed to that",
      "While an interview is open its kind can only be raised to one in which the Action Plan is enforced.",
      "Choose such a kind, or carry on with the interview as it is.",
    ),
  "appointment-not-found": () =>
    message(
      "The appointment is not there any more",
      "It has been held or cancelled since you opened this page.",
      "Look at the list of appointments, which has been brought up to date.",
    ),
  "appointment-changed": () =>
    message(
      "The appointment was changed elsewhere",
      "Somebody moved this appointment after you opened it. Nothing of yours has been saved.",
      "Look at its new time, and move it again if it is still wrong.",
    ),
  "appointment-past": (error) =>
    message(
      "The date has passed",
      `An appointment cannot be booked for ${formatDate(error.date)}: today is ${formatDate(error.today)}.`,
      "Choose today or a later date.",
    ),
  "doubt-not-found": () =>
    message(
      "The doubt is not there any more",
      "It has been withdrawn or dealt with since you opened this window.",
      "Look at the list of doubts, which has been brought up to date.",
    ),
  "doubt-recorded-already": () =>
    message(
      "FTP is recorded already",
      "A fail to participate doubt stands in this interview.",
      "End the interview, or withdraw the doubt first.",
    ),
  "unknown-question": () =>
    message(
      "This question is not asked here",
      "The participation questions of this kind of interview have changed.",
      "Close the window and open it again.",
    ),
  "unknown-interview-kind": () =>
    message("Interview kind not known", "This kind of interview is not in the office's list.", "Choose another kind."),
  "client-in-interview": (error) =>
    message(
      "An interview is open",
      `${error.adviserName} has had an interview open with this client since ${formatMoment(error.startedAt)}.`,
      "End that interview first.",
    ),
  "adviser-in-interview": (error) =>
    message(
      "You have an interview open",
      `Your interview with ${error.clientName}, started at ${formatMoment(error.startedAt)}, is still open.`,
      `Go to ${error.clientName} and end it first.`,
    ),
  "interview-not-open": () =>
    message("The interview is not open", "This interview has already ended.", "Start a new interview if there is one."),
  "cannot-end": (error) =>
    message(
      "Cannot end yet",
      `The interview (${error.kindName}) ends when the Action Plan has been saved in it, and printed since.`,
      error.progress.planSavedAt ? "Print the plan and hand it over." : "Save the plan, then print it.",
    ),
  "plan-not-completed": (error) =>
    message(
      "Action Plan not completed",
      `An Action Plan is advised in this interview (${error.kindName}), and it was not completed: saved in the interview, and printed since.`,
      "Go back and complete it, or end the interview anyway.",
    ),
} satisfies Partial<ErrorMessages>;
