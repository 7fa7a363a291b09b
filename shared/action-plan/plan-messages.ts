import { formatMoment } from "../dates.ts";
import { type ErrorMessages, message } from "../message.ts";

/** Refusals about a plan, its items and its drafts. */
export const planMessages = {
  "plan-not-found": () => message("No Action Plan yet", "This client has no saved Action Plan.", "Save a plan first."),
  "plan-kind-needed": () =>
    message("Which plan?", "This client has two Action Plans.", "Say which by --kind lms or --kind jets."),
  "cannot-save": () =>
    message(
      "Cannot save yet",
      "Some fields are still to be put right. Nothing has been saved, and nothing you typed is lost.",
      "Go through the list.",
    ),
  "nothing-to-save": () =>
    message("Nothing to save", "Nothing has changed since it was last saved.", "Carry on; there is nothing to do."),
  "plan-changed": (error) =>
    message(
      "The plan was saved elsewhere",
      `${error.savedBy} saved this plan at ${formatMoment(error.savedAt)}, after you opened it. Nothing of yours has been saved, and nothing you typed is lost.`,
      "Save again: both versions are shown side by side, and you decide on each part of what you wrote.",
    ),
  "draft-elsewhere": (error) =>
    message(
      "Another window has a draft",
      `You have unsaved changes on this plan in another window, kept ${formatMoment(error.keptAt)}; they were left as they are.`,
      "Save here, or save or close the other window.",
    ),
  "creation-reason-needed": () =>
    message(
      "A reason is needed",
      "An Action Plan is made during an interview. Outside one, the reason is recorded.",
      "Start an interview, or give the reason.",
    ),
  "plan-kind-not-made": () =>
    message(
      "This office makes no such plans",
      "This client has no Action Plan of this kind, and this office makes none. Nothing has been saved.",
      "Go back to the client's page and open the plan from there.",
    ),
  "item-not-open": () =>
    message(
      "The Action Item is closed or gone",
      "This can be done only with an Action Item that is still open.",
      "Choose an open Action Item.",
    ),
  "workflow-not-found": () =>
    message(
      "The check is done already",
      "This workflow has been marked done since you opened it.",
      "Look at the work list, which has been brought up to date.",
    ),
} satisfies Partial<ErrorMessages>;
