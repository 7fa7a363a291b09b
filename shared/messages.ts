import { type KindWords, LMS_WORDS, withArticle } from "./action-plan/kind-words.ts";
import type { Place, Problem, Reason } from "./action-plan/problems.ts";
import { fullName } from "./client-record/client-record.ts";
import { formatNino } from "./client-record/nino.ts";
import type { RecordProblem } from "./client-record/record-rules.ts";
import { formatDate, formatMoment } from "./dates.ts";
import type { AppError } from "./errors.ts";
import { courseProblemMessage } from "./jets/course-problems.ts";
import { interactionProblemMessage } from "./jets/interaction-problems.ts";
import { signingProblemMessage } from "./jets/signing-problems.ts";
import { LETTERHEAD_LIMITS, type LetterheadReason } from "./print/letterhead.ts";
import { assertNever } from "./result.ts";

/** What a person reads when something is refused: what it is about, what happened, what to do. */
export interface Message {
  readonly title: string;
  readonly text: string;
  readonly whatToDo: string;
}

/** How a backup is restored where nobody can sign in to do it from the menu. */
const RESTORE_COMMAND =
  "close Action Plan and run npm run plan -- restore FILE, with the newest file in the folder backups.";

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

/** Puts every refusal of the contract in plain words. */
export function errorMessage(error: AppError): Message {
  switch (error.code) {
    case "invalid-request":
      return message(
        "This cannot be read",
        "What was sent has parts that cannot be read.",
        "Check what you entered and try again.",
      );
    case "unknown-request":
      return message(
        "This is not known here",
        "The window asked for something this version does not have.",
        "Close Action Plan and start it again.",
      );
    case "client-not-found":
      return message(
        "Client not found",
        "This client is no longer in the store.",
        "Find the client again by name or NINO.",
      );
    case "nino-not-found":
      return message(
        "Client not found",
        `No client here has the NINO ${formatNino(error.nino)}.`,
        "Check the number, or find the client by name.",
      );
    case "plan-not-found":
      return message("No Action Plan yet", "This client has no saved Action Plan.", "Save a plan first.");
    case "plan-kind-needed":
      return message("Which plan?", "This client has two Action Plans.", "Say which by --kind lms or --kind jets.");
    case "print-not-found":
      return message(
        "Document not found",
        "This document is not among those that were made.",
        "Make the document again from Print.",
      );
    case "print-out-of-date":
      return message(
        "The plan was saved again",
        "The plan was saved after this document was made, so the document is out of date.",
        "Print the plan again and hand over the new document.",
      );
    case "cannot-save":
      return message(
        "Cannot save yet",
        "Some fields are still to be put right. Nothing has been saved, and nothing you typed is lost.",
        "Go through the list.",
      );
    case "nothing-to-save":
      return message(
        "Nothing to save",
        "Nothing has changed since it was last saved.",
        "Carry on; there is nothing to do.",
      );
    case "plan-changed":
      return message(
        "The plan was saved elsewhere",
        `${error.savedBy} saved this plan at ${formatMoment(error.savedAt)}, after you opened it. Nothing of yours has been saved, and nothing you typed is lost.`,
        "Save again: both versions are shown side by side, and you decide on each part of what you wrote.",
      );
    case "draft-elsewhere":
      return message(
        "Another window has a draft",
        `You have unsaved changes on this plan in another window, kept ${formatMoment(error.keptAt)}; they were left as they are.`,
        "Save here, or save or close the other window.",
      );
    case "creation-reason-needed":
      return message(
        "A reason is needed",
        "An Action Plan is made during an interview. Outside one, the reason is recorded.",
        "Start an interview, or give the reason.",
      );
    case "plan-kind-not-made":
      return message(
        "This office makes no such plans",
        "This client has no Action Plan of this kind, and this office makes none. Nothing has been saved.",
        "Go back to the client's page and open the plan from there.",
      );
    case "end-reason-needed":
      return message(
        "A reason is needed",
        `This interview was left open: ${error.adviserName} started it on ${formatMoment(error.startedAt)}.`,
        "Say why you are ending it, then choose End interview.",
      );
    case "interview-not-empty":
      return message(
        "The interview cannot be cancelled",
        "Something has been recorded in this interview already, and stays recorded in it.",
        "End the interview instead.",
      );
    case "interview-not-raised":
      return message(
        "The kind cannot be changed to that",
        "While an interview is open its kind can only be raised to one in which the Action Plan is enforced.",
        "Choose such a kind, or carry on with the interview as it is.",
      );
    case "appointment-not-found":
      return message(
        "The appointment is not there any more",
        "It has been held or cancelled since you opened this page.",
        "Look at the list of appointments, which has been brought up to date.",
      );
    case "appointment-changed":
      return message(
        "The appointment was changed elsewhere",
        "Somebody moved this appointment after you opened it. Nothing of yours has been saved.",
        "Look at its new time, and move it again if it is still wrong.",
      );
    case "appointment-past":
      return message(
        "The date has passed",
        `An appointment cannot be booked for ${formatDate(error.date)}: today is ${formatDate(error.today)}.`,
        "Choose today or a later date.",
      );
    case "doubt-not-found":
      return message(
        "The doubt is not there any more",
        "It has been withdrawn or dealt with since you opened this window.",
        "Look at the list of doubts, which has been brought up to date.",
      );
    case "doubt-recorded-already":
      return message(
        "FTP is recorded already",
        "A fail to participate doubt stands in this interview.",
        "End the interview, or withdraw the doubt first.",
      );
    case "item-not-open":
      return message(
        "The Action Item is closed or gone",
        "This can be done only with an Action Item that is still open.",
        "Choose an open Action Item.",
      );
    case "workflow-not-found":
      return message(
        "The check is done already",
        "This workflow has been marked done since you opened it.",
        "Look at the work list, which has been brought up to date.",
      );
    case "unknown-question":
      return message(
        "This question is not asked here",
        "The participation questions of this kind of interview have changed.",
        "Close the window and open it again.",
      );
    case "record-refused":
      return message(
        "Cannot save yet",
        "Some fields are still to be put right. Nothing has been saved, and nothing you typed is lost.",
        "Go through the list.",
      );
    case "other-office":
      return message(
        "Another office's report",
        `This store is that of ${error.officeName}, and holds nothing of ${error.name}.`,
        "Open the store of the office that is meant, with --data.",
      );
    case "course-refused":
      return message(
        "Cannot save yet",
        `${error.problems.map(courseProblemMessage).join(" ")} Nothing has been saved, and nothing you typed is lost.`,
        "Put right what is named.",
      );
    case "signature-refused":
      return message(
        "Not signed yet",
        `${error.problems.map(signingProblemMessage).join(" ")} Nothing has been saved.`,
        "Put right what is named.",
      );
    case "interaction-refused":
      return message(
        "Cannot save yet",
        `${error.problems.map(interactionProblemMessage).join(" ")} Nothing has been saved, and nothing you typed is lost.`,
        "Put right what is named.",
      );
    case "record-changed":
      return message(
        "The record was saved elsewhere",
        "Somebody saved this window of the client record after you opened it. Nothing of yours has been saved, and what you typed is still here.",
        "What stands there now is shown beside what you typed. Save again to keep yours.",
      );
    case "nino-taken":
      return message(
        "This NINO is taken",
        `${fullName(error.client)}, born ${formatDate(error.client.dateOfBirth)}, has the NINO ${formatNino(error.client.nino)} here.`,
        "Check the number. If it is the same person, open their record instead.",
      );
    case "serial-mistyped":
      return message(
        "Serial number mistyped",
        `'${error.typed}' is no serial number of a clerical form: a character is wrong, or two are swapped.`,
        "Type it again as it stands at the top of the form, such as 0042-17E.",
      );
    case "serial-unknown":
      return message(
        "Not issued here",
        `Form ${error.serial} was not issued by this desktop.`,
        "If the number is right, enter it as a form that was issued elsewhere, with the reason.",
      );
    case "serial-used":
      return message(
        "Entered already",
        `Form ${error.serial} went into the Action Plan of ${fullName(error.client)} on ${formatMoment(error.enteredAt)}.`,
        "Nothing has to be typed again. Open that plan to see what was entered.",
      );
    case "serial-waiting":
      return message(
        "Taken in already",
        `This form was taken in here before and waits as ${error.serial}.`,
        `Enter it under ${error.serial}.`,
      );
    case "serial-cancelled":
      return message(
        "Cancelled form",
        `Form ${error.serial} was cancelled: ${error.reason}`,
        "If it was used after all, enter it as a form without a number, with the reason.",
      );
    case "serial-of-other-client":
      return message(
        "Another customer's form",
        `Form ${error.serial} was issued for ${fullName(error.client)}.`,
        "Open that customer to enter it, or look at the number again.",
      );
    case "clerical-form-not-found":
      return message(
        "Form not found",
        "This clerical form is not here any more.",
        "Look at the work list for the forms that wait.",
      );
    case "clerical-form-closed":
      return message(
        "Form is done with",
        `Form ${error.serial} is not waiting to be entered any more.`,
        "Look at the plan for what was entered. What you typed is kept until you discard it.",
      );
    case "happened-on-refused":
      return message(
        "The day cannot be right",
        error.reason === "future"
          ? `${formatDate(error.date)} is in the future.`
          : `The form was issued after ${formatDate(error.date)}.`,
        "Look at the date on the form and type it again.",
      );
    case "no-appointments-today":
      return message(
        "No appointments today",
        "You have no appointments today to make forms for.",
        "Choose a blank form, or book the appointments first.",
      );
    case "nothing-to-fill-from":
      return message(
        "No Action Plan to fill from",
        "This customer has no saved Action Plan.",
        "Choose a blank form for the customer.",
      );
    case "text-refused":
      return error.reason.code === "text-missing"
        ? message(`${error.field} is empty`, `${error.field} has to be filled in.`, "Write it, then try again.")
        : message(
            `${error.field} is too long`,
            `${error.field} holds ${error.reason.limit} characters; this is ${error.reason.over} more.`,
            "Shorten it, then try again.",
          );
    case "clock-moved-back":
      return message(
        "The clock may be wrong",
        `This desktop says that today is ${formatDate(error.today)}, but something was saved here on ${formatDate(error.newest)}.`,
        "Check the desktop's date. Go on only if it is right.",
      );
    case "unknown-interview-kind":
      return message(
        "Interview kind not known",
        "This kind of interview is not in the office's list.",
        "Choose another kind.",
      );
    case "client-in-interview":
      return message(
        "An interview is open",
        `${error.adviserName} has had an interview open with this client since ${formatMoment(error.startedAt)}.`,
        "End that interview first.",
      );
    case "adviser-in-interview":
      return message(
        "You have an interview open",
        `Your interview with ${error.clientName}, started at ${formatMoment(error.startedAt)}, is still open.`,
        `Go to ${error.clientName} and end it first.`,
      );
    case "interview-not-open":
      return message(
        "The interview is not open",
        "This interview has already ended.",
        "Start a new interview if there is one.",
      );
    case "cannot-end":
      return message(
        "Cannot end yet",
        `The interview (${error.kindName}) ends when the Action Plan has been saved in it, and printed since.`,
        error.progress.planSavedAt ? "Print the plan and hand it over." : "Save the plan, then print it.",
      );
    case "plan-not-completed":
      return message(
        "Action Plan not completed",
        `An Action Plan is advised in this interview (${error.kindName}), and it was not completed: saved in the interview, and printed since.`,
        "Go back and complete it, or end the interview anyway.",
      );
    case "file-not-read":
      return message(
        "File not read",
        `The file ${error.file} cannot be read.`,
        "Check that it exists and that you may open it.",
      );
    case "file-not-written":
      return message(
        "File not written",
        `The file ${error.file} cannot be written.`,
        "Check that the folder exists, that you may write to it and that the disk is not full.",
      );
    case "import-under-way":
      return message(
        "An import is under way",
        "Another window is importing clients, and there is one import at a time.",
        "Finish or cancel it there. If that window is gone, try again in three minutes.",
      );
    case "import-over":
      return message(
        "The import is over",
        "This import was cancelled, or given up because its window was away for a while. Nothing of it was written.",
        "Choose the file again.",
      );
    case "import-not-ready":
      return message(
        "The import is not ready",
        "The file has not been checked as a whole, or it has problems. Nothing was written.",
        "Put the problems right in the file, then choose it again.",
      );
    case "print-failed":
      return message(
        "The document could not be made",
        "Making the document failed. Nothing on the plan was changed.",
        "Try again. If it happens again, tell support.",
      );
    case "letterhead-refused":
      return letterheadMessage(error.reason);
    case "no-spooler":
      return message(
        "Nothing to print with",
        "This computer's printing service does not answer, or there is none.",
        "Choose Save as PDF, or have a printer set up and open Print Options again.",
      );
    case "printer-missing":
      return message(
        "The printer is gone",
        `${error.printer} is no longer among this computer's printers. Nothing was printed.`,
        "Choose another printer, or Save as PDF.",
      );
    case "printer-offline":
      return message(
        "The printer is not ready",
        `${error.printer} is stopped or cannot be reached. Nothing was printed.`,
        "See that it is switched on, choose another printer, or Save as PDF.",
      );
    case "printer-refused":
      return message(
        "The printer refused",
        `${error.printer} did not take the document. Nothing was printed.`,
        "Try again, choose another printer, or Save as PDF.",
      );
    case "printer-silent":
      return message(
        "The printer does not answer",
        `${error.printer} did not take the document in time, so it was taken back and does not count as printed.`,
        "Look whether a sheet came out all the same. Then choose another printer, or Save as PDF.",
      );
    case "print-cancelled":
      return message(
        "Not printed",
        "The print was cancelled. It does not count as printed.",
        "Print it again when you want it.",
      );
    case "spelling-unavailable":
      return message(
        "The spelling could not be checked",
        "The spelling check did not answer. Nothing you typed is lost, and it can be saved unchecked.",
        "Go on, and check the spelling later. If it happens again, close Action Plan and start it again.",
      );
    case "not-a-word":
      return message(
        "This is not a word",
        "A word for the dictionary is one word of letters, with hyphens or apostrophes inside it, of 60 characters at most.",
        "Enter one word, without spaces, numbers or other signs.",
      );
    case "word-not-found":
      return message(
        "Word not found",
        "This word is no longer in the office's dictionary.",
        "Open the dictionary again to see what is in it.",
      );
    case "too-many-words":
      return message(
        "Too many words",
        `The office's dictionary holds ${error.limit.toLocaleString("en-GB")} words at most. No word was added.`,
        "Take out words that nobody needs, or import fewer.",
      );
    case "erasure-in-interview":
      return message(
        "An interview is open",
        `A client cannot be erased during an interview: ${error.adviserName} has had one open since ${formatMoment(error.startedAt)}.`,
        "End that interview first, then erase the client.",
      );
    case "nino-end-differs":
      return message(
        "This is another NINO",
        "The last four characters are not those of this client's NINO. Nothing has been erased.",
        "Check that this is the right client, then type the last four characters of the NINO.",
      );
    case "audit-line-not-found":
      return message("Line not found", "The audit has no such line.", "Choose a line from the list.");
    case "store-held":
      return message(
        "Action Plan is already open",
        `Another start has this data folder (${error.holder}).`,
        "Use the window that is open, or close it first.",
      );
    case "store-newer":
      return message(
        "The store is from a newer version",
        `The store has layout ${error.found}; this version knows up to ${error.known}. It was left as it is.`,
        "Install the newer version of Action Plan and open it with that.",
      );
    case "store-damaged":
      return message(
        "The store is damaged",
        `The file ${error.file} is damaged, or was locked with another key. It was left as it is.`,
        `Do not delete it, and tell support. Signed in, choose File > Restore… to go back to a backup; otherwise ${RESTORE_COMMAND} A training store is made anew with --training --reset.`,
      );
    case "store-missing":
      return message(
        "The store is not there",
        `There is no store at ${error.file}.`,
        "Start Action Plan to set up this desktop, or check the folder given with --data; --training opens the training store. Where an office was set up before, put the file back, or restore a backup with npm run plan -- restore FILE.",
      );
    case "store-full":
      return message(
        "The disk is full",
        "There is no room left on the disk, or it could not be written. Nothing has been saved, and nothing you typed is lost.",
        "Free some space, then try again.",
      );
    case "store-read-only":
      return message(
        "The store cannot be written",
        "The data folder, or a file in it, may not be written. Nothing has been saved, and nothing you typed is lost.",
        "Check the folder's permissions, or choose another folder with --data, then try again.",
      );
    case "store-busy":
      return message(
        "The store is busy",
        "Another program is writing to the store. Nothing has been saved, and nothing you typed is lost.",
        "Wait a moment and try again.",
      );
    case "adviser-changed":
      return message(
        "Another adviser is signed in",
        "This was written by an adviser who is no longer signed in, so it was not kept under the name of the one who is.",
        "Sign in again as the adviser who wrote it.",
      );
    case "signed-out":
      return message("Not signed in", "Nobody is signed in here.", "Sign in, then try again.");
    case "locked":
      return message("Action Plan is locked", "It was locked. What you typed is still here.", "Enter your passphrase.");
    case "wrong-passphrase":
      return message("Wrong passphrase", "This is not the adviser's passphrase.", nextTry(error.waitSeconds));
    case "wrong-recovery-key":
      return message(
        "Wrong recovery key",
        "This is not the office's recovery key. It has eight groups of five letters and digits.",
        nextTry(error.waitSeconds),
      );
    case "must-wait":
      return message(
        "Wait before the next try",
        "After several wrong tries the next one has to wait, and longer each time.",
        nextTry(error.waitSeconds),
      );
    case "passphrase-too-short":
      return message(
        "The passphrase is too short",
        `A passphrase has at least ${error.least} characters.`,
        "Choose a longer one; four words that do not belong together are easy to remember.",
      );
    case "recovery-key-differs":
      return message(
        "The recovery key differs",
        "These are not the last five characters of the recovery key that is shown.",
        "Compare what you wrote down with the key, and type its last group again.",
      );
    case "already-set-up":
      return message("The office is already set up", "This desktop has its office's store.", "Sign in.");
    case "adviser-not-found":
      return message(
        "Adviser not found",
        "This adviser is not, or no longer, one of the office's.",
        "Choose another adviser.",
      );
    case "last-adviser":
      return message(
        "The last adviser stays",
        "This is the only adviser left, and without one nobody could open the store.",
        "Add another adviser first.",
      );
    case "staff-number-taken":
      return message(
        "The staff number is taken",
        "Another adviser of this office has this staff number.",
        "Check the number.",
      );
    case "keys-missing":
      return message(
        "The store's keys are not there",
        `There is no ${error.file}, and without it the store beside it cannot be opened. It was left as it is.`,
        `Do not delete the store, and tell support. Put the file back, or restore a backup: ${RESTORE_COMMAND}`,
      );
    case "keys-damaged":
      return message(
        "The store's keys are damaged",
        `The file ${error.file} is damaged. It was left as it is.`,
        `Do not delete it, and tell support. Restore a backup: ${RESTORE_COMMAND}`,
      );
    case "keys-sealed":
      return message(
        "The store's keys are sealed for one desktop",
        `The file ${error.file} opens only in Action Plan's own window, on the desktop and under the account where it was sealed. It was left as it is.`,
        "Open Action Plan's window there. If you are there, sign out of the desktop's account, sign in again and try once more. Where that does not help, restore a backup: its keys need nothing but a passphrase or the recovery key.",
      );
    case "backup-not-readable":
      return message(
        "The backup cannot be read",
        `The file ${error.file} is not a backup of this office, or it is damaged.`,
        "Choose another backup.",
      );
    case "not-in-training":
      return message(
        "Not in training",
        "The training store has no passphrases, no advisers to manage and no backups.",
        "Carry on; there is nothing to do.",
      );
    case "connection-lost":
      return message(
        "Action Plan has stopped",
        "This window no longer reaches Action Plan. What you typed is still here.",
        "Start Action Plan again; if this window does not come back, copy what you typed first.",
      );
    case "internal":
      return message(
        "Something went wrong",
        `Action Plan met an error of its own (${error.errorId}). What you typed is still here.`,
        `Try again. If it happens again, tell support the number ${error.errorId}.`,
      );
    default:
      return assertNever(error);
  }
}

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

function nextTry(seconds: number): string {
  if (seconds === 0) return "Try again.";
  if (seconds < 60) return `Try again in ${seconds} ${plural(seconds, "second")}.`;
  const minutes = Math.ceil(seconds / 60);
  return `Try again in ${minutes} ${plural(minutes, "minute")}.`;
}

/** What is wrong with one field and what to do, as the end of a sentence that starts with the field's name. */
export function problemMessage({ reason, field }: Problem, words: KindWords = LMS_WORDS): string {
  return reasonMessage(reason, field, words);
}

function reasonMessage(reason: Reason, field: Problem["field"], words: KindWords): string {
  switch (reason.code) {
    case "text-missing":
      return field === "Review" ? "write what was said, or take the review out." : "write what is to be done.";
    case "text-too-long":
      return `${reason.over} ${plural(reason.over, "character")} over the limit of ${reason.limit.toLocaleString("en-GB")}; shorten the text.`;
    case "text-double-quotes":
      return "has double quotation marks, which corrupt the record when it is transferred to a provider; use single ones.";
    case "assigned-to-missing":
      return `choose ${words.assignedTo.client} or ${words.assignedTo.pa}.`;
    case "target-date-missing":
      return "enter a date.";
    case "target-date-past":
      if (reason.isAsOnForm) {
        return `${formatDate(reason.date)} is before the day it happened on; the earliest is ${formatDate(reason.earliest)}.`;
      }
      return `${formatDate(reason.date)} is in the past; the earliest is today, ${formatDate(reason.earliest)}.`;
    case "target-date-too-far":
      return `${formatDate(reason.date)} is over six months ahead; the latest is ${formatDate(reason.latest)}.`;
    case "closed-without-review":
      return `record a review first; ${withArticle(words.item)} is closed once it has been reviewed.`;
    case "closed-outside-interview":
      return "an Action Item is closed only within an interview. Make a note in Conversations and close it at the next interview; never open an interview just to close an item.";
    case "closed-in-future":
      if (reason.isAsOnForm) {
        return `${formatDate(reason.date)} is after the last day on the form; the latest is ${formatDate(reason.latest)}.`;
      }
      return `${formatDate(reason.date)} is in the future; the latest is today, ${formatDate(reason.latest)}.`;
    case "happened-in-future":
      return `${formatDate(reason.date)} is in the future; what stands on the form has happened by today, ${formatDate(reason.latest)}.`;
    case "happened-before-issued":
      return `${formatDate(reason.date)} is before the form was issued; the earliest is ${formatDate(reason.earliest)}.`;
    case "happened-without-form":
      return "this was written while a clerical form was being entered; choose Enter a clerical form in the File menu of the client's page and go on there.";
    case "closed-too-long-ago":
      return `${formatDate(reason.date)} is over six months back; the earliest is ${formatDate(reason.earliest)}.`;
    case "closed-before-created":
      return `${formatDate(reason.date)} is before the ${words.shortItem} was created; the earliest is ${formatDate(reason.earliest)}.`;
    case "item-closed":
      return `this ${words.item} is closed and can no longer be changed; put a mistake right with a new ${words.shortItem}.`;
    case "item-missing":
      return `this ${words.item} is no longer on the plan; close the plan and open it again.`;
    case "review-missing":
      return `this review is no longer on the ${words.shortItem}; close the plan and open it again.`;
    case "written-twice":
      return "the same change was sent twice; close the plan and open it again.";
    case "too-many-items":
      return `a plan holds at most ${reason.limit} ${words.items}.`;
    case "too-many-reviews":
      return `${withArticle(words.item)} holds at most ${reason.limit} reviews; record what was said on another ${words.shortItem}.`;
    case "review-not-deletable":
      return reason.interviewDate
        ? `this review belongs to the interview of ${formatDate(reason.interviewDate)}, which has ended, and stays.`
        : "this review can be deleted only during the client's next interview.";
    case "review-only-authors":
      return `this review was written by ${reason.writtenBy} on ${formatDate(reason.writtenOn)}; only its author can delete it, on that day.`;
    case "new-item-needed":
      return `each time the plan is updated a new ${words.item} is added, or ${withArticle(words.shortItem)} is amended or reviewed; add one, then save.`;
    default:
      return assertNever(reason);
  }
}

/** Where on the plan a problem is, as it follows the field's name. */
export function problemPlace({ place }: Pick<Problem, "place">, words: KindWords = LMS_WORDS): string {
  switch (place.of) {
    case "plan":
    case "text":
      return "";
    case "new-item":
      return `of the new ${words.item}`;
    case "item":
      return onItem("of", place, words);
    case "new-review":
      return `new, ${onItem("on", place, words)}`;
    case "review":
      return onItem("on", place, words);
    default:
      return assertNever(place);
  }
}

function onItem(
  word: "of" | "on",
  { targetDate }: Extract<Place, { targetDate: unknown }>,
  { item, shortItem }: KindWords,
): string {
  return targetDate ? `${word} the ${shortItem} due ${formatDate(targetDate)}` : `${word} the ${item}`;
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}

function message(title: string, text: string, whatToDo: string): Message {
  return { title, text, whatToDo };
}

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
