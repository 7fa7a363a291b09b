import type { z } from "zod";
import type {
  Answer,
  BackupRequestName,
  EntryRequestName,
  RequestName,
  RequestOutput,
  Requests,
} from "../shared/contract.ts";
import { ok } from "../shared/result.ts";
import type { OpenOffice } from "./office.ts";
import { addClient, amendRecord, findDuplicates, listCalculations } from "./services/amend-record.ts";
import { bookAppointment, cancelAppointment, moveAppointment } from "./services/appointments.ts";
import { auditLine, auditLines, exportAudit } from "./services/audit-page.ts";
import { checkClericalEntry, openClericalProof } from "./services/clerical-entry.ts";
import { cancelClericalForm, findFormToEnter, issueClericalForms, takeInForm } from "./services/clerical-forms.ts";
import { clientCard, listClients, outlineClients } from "./services/client-lists.ts";
import { openClient, openPlan } from "./services/client-page.ts";
import { addConversation, listConversations } from "./services/conversations.ts";
import { recordDoubt, settleDoubt, withdrawDoubt } from "./services/doubts.ts";
import { discardDraft, keepDraft } from "./services/drafts.ts";
import { eraseClient } from "./services/erase-client.ts";
import { findClients, recentClients } from "./services/find-clients.ts";
import { answerQuestion, cancelInterview, raiseInterview } from "./services/interview-course.ts";
import { endInterview, ownOpenInterview, startInterview } from "./services/interviews.ts";
import { openActivityDetails, saveActivityDetails } from "./services/jets/activity-details.ts";
import { agreeFullPlan } from "./services/jets/agreement.ts";
import { openAttachment } from "./services/jets/attachment-desk.ts";
import { compliance, complianceList, exportCompliance } from "./services/jets/compliance.ts";
import { openCourse, saveCourseDates, setPreferredMeans } from "./services/jets/course.ts";
import {
  addLocalHoliday,
  openWorkingDays,
  recordOutage,
  removeLocalHoliday,
  takeOutageBack,
} from "./services/jets/days-off.ts";
import {
  addInformationRequest,
  answerInformationRequest,
  listInformationRequests,
} from "./services/jets/information-requests.ts";
import { addInteraction, listInteractions } from "./services/jets/interactions.ts";
import { recordPlanReview, setReviewInterval } from "./services/jets/plan-reviews.ts";
import { sign } from "./services/jets/sign.ts";
import { previewLetterhead, readLetterhead, setLetterhead } from "./services/letterhead.ts";
import { addWord, exportWords, importWords, listWords, removeWord } from "./services/office-words.ts";
import { setPreferences } from "./services/preferences.ts";
import { handOverPrint, makePrint } from "./services/print-plan.ts";
import { discardRecordDraft, keepRecordDraft, listRecordDrafts } from "./services/record-drafts.ts";
import { savePlan } from "./services/save-plan.ts";
import { checkSpelling, suggestSpelling } from "./services/spelling.ts";
import { listCopies } from "./services/spool-plan.ts";
import { subjectAccess } from "./services/subject-access.ts";
import { workList } from "./services/work-list.ts";
import { finishWorkflow, setWorkflow } from "./services/workflows.ts";
import { listAdvisers } from "./store/repositories/advisers.ts";
import { readPreferences } from "./store/repositories/preferences.ts";
import type { Upkeep } from "./upkeep.ts";

/** The requests that work on the open store; entry's and the backups' are answered at its door. */
export type DeskRequestName = Exclude<RequestName, EntryRequestName | BackupRequestName>;

type Handlers = {
  readonly [Name in DeskRequestName]: (
    input: z.output<Requests[Name]["input"]>,
  ) => Answer<Name> | Promise<Answer<Name>>;
};

/** What a window's coming and a plan's opening mean for what runs beside the work. */
type OfficeUpkeep = Pick<Upkeep, "isStoreDamaged" | "afterFirstWindow" | "noteOpenPlan">;

/** Answers a request whose payload has been checked, each by its use case. */
export function handlers(
  office: OpenOffice,
  isTraining: boolean,
  upkeep: OfficeUpkeep,
): <Name extends DeskRequestName>(name: Name, input: unknown) => Promise<Answer<Name>> {
  const byName: Handlers = {
    session: () => {
      upkeep.afterFirstWindow();
      return ok({ ...session(office, isTraining), isStoreDamaged: upkeep.isStoreDamaged });
    },
    ...clientHandlers(office),
    ...planHandlers(office, upkeep),
    ...deskHandlers(office),
    ...interviewHandlers(office),
    ...clericalHandlers(office),
    ...importHandlers(office),
    ...printHandlers(office),
    ...spellingHandlers(office),
    ...rightsHandlers(office),
    ...complianceHandlers(office),
    ...courseHandlers(office),
    ...signingHandlers(office),
    ...interactionHandlers(office),
  };
  return async (name, input) => {
    const handler = byName[name] as (input: unknown) => ReturnType<Handlers[typeof name]>;
    return handler(input) as Promise<Answer<typeof name>>;
  };
}

function session(
  { context, officeName, plans }: OpenOffice,
  isTraining: boolean,
): Omit<RequestOutput<"session">, "isStoreDamaged"> {
  const { store, clock, adviser, policy, interviewKinds } = context;
  return {
    today: clock.today(),
    now: clock.now(),
    isTraining,
    office: { name: officeName, plans },
    contracts: [...context.contracts],
    adviser: { id: adviser.id, name: adviser.name },
    ...ownOpenInterview(context),
    policy,
    interviewKinds: [...interviewKinds],
    advisers: listAdvisers(store).toSorted((a, b) => a.name.localeCompare(b.name, "en-GB")),
    preferences: readPreferences(store, adviser.id),
  };
}

function clientHandlers({ context }: OpenOffice) {
  return {
    "find-clients": ({ text }) => ok(findClients(context, text)),
    "recent-clients": () => ok({ clients: recentClients(context) }),
    "caseload-clients": ({ list, after }) => ok({ clients: listClients(context, list, after) }),
    "caseload-outline": ({ list, after }) => ok(outlineClients(context, list, after)),
    "client-card": ({ clientId }) => clientCard(context, clientId),
    "open-client": ({ clientId }) => openClient(context, clientId),
    "amend-record": (input) => amendRecord(context, input),
    "new-client": (input) => addClient(context, input),
    "list-calculations": (input) => listCalculations(context, input),
    "find-duplicates": (input) => ok({ clients: findDuplicates(context, input) }),
  } satisfies Partial<Handlers>;
}

function planHandlers({ context }: OpenOffice, upkeep: OfficeUpkeep) {
  return {
    "open-plan": (input) => {
      const opened = openPlan(context, input);
      if (opened.ok) upkeep.noteOpenPlan(input.clientId);
      return opened;
    },
    "save-plan": (input) => savePlan(context, input),
  } satisfies Partial<Handlers>;
}

function deskHandlers({ context }: OpenOffice) {
  return {
    "keep-draft": (input) => keepDraft(context, input),
    "discard-draft": (input) => discardDraft(context, input),
    "list-record-drafts": (input) => ok(listRecordDrafts(context, input)),
    "keep-record-draft": (input) => keepRecordDraft(context, input),
    "discard-record-draft": (input) => discardRecordDraft(context, input),
    "list-conversations": (input) => listConversations(context, input),
    "add-conversation": (input) => addConversation(context, input),
    "set-workflow": (input) => setWorkflow(context, input),
    "finish-workflow": (input) => finishWorkflow(context, input),
    "work-list": ({ scope }) => ok(workList(context, scope)),
    "set-preferences": (input) => ok(setPreferences(context, input)),
  } satisfies Partial<Handlers>;
}

function interviewHandlers({ context }: OpenOffice) {
  return {
    "start-interview": (input) => startInterview(context, input),
    "end-interview": (input) => endInterview(context, input),
    "book-appointment": (input) => bookAppointment(context, input),
    "move-appointment": (input) => moveAppointment(context, input),
    "cancel-appointment": (input) => cancelAppointment(context, input),
    "raise-interview": (input) => raiseInterview(context, input),
    "cancel-interview": (input) => cancelInterview(context, input),
    "answer-question": (input) => answerQuestion(context, input),
    "record-doubt": (input) => recordDoubt(context, input),
    "withdraw-doubt": (input) => withdrawDoubt(context, input),
    "settle-doubt": (input) => settleDoubt(context, input),
  } satisfies Partial<Handlers>;
}

function clericalHandlers({ context, printRenderer }: OpenOffice) {
  return {
    "issue-clerical-forms": (input) => issueClericalForms(context, printRenderer, input),
    "cancel-clerical-form": (input) => cancelClericalForm(context, input),
    "find-clerical-form": (input) => findFormToEnter(context, input),
    "take-in-clerical-form": (input) => takeInForm(context, input),
    "open-clerical-proof": (input) => openClericalProof(context, input),
    "check-clerical-entry": (input) => checkClericalEntry(context, input),
  } satisfies Partial<Handlers>;
}

function importHandlers({ imports }: OpenOffice) {
  return {
    "begin-import": ({ bytes }) => imports.begin(bytes),
    "send-import-part": ({ importId, part }) => imports.sendPart(importId, part),
    "check-import": ({ importId, choices }) => imports.check(importId, choices),
    "list-import-remarks": ({ importId, from }) => imports.remarks(importId, from),
    "confirm-import": ({ importId }) => imports.confirm(importId),
    "cancel-import": ({ importId }) => imports.cancel(importId),
    "keep-import": ({ importId }) => imports.keep(importId),
  } satisfies Partial<Handlers>;
}

function printHandlers({ context, printRenderer, printDesk, printsUnderWay }: OpenOffice) {
  return {
    "make-print": (input) => makePrint(context, printRenderer, printsUnderWay, input),
    "cancel-print": ({ clientId, kind }) => {
      printsUnderWay.cancel(clientId, kind);
      return ok({});
    },
    "read-letterhead": () => ok(readLetterhead(context)),
    "preview-letterhead": (input) => previewLetterhead(context, printRenderer, input),
    "set-letterhead": (input) => setLetterhead(context, printRenderer, input),
    "hand-over-print": (input) => handOverPrint(context, input),
    "list-printers": () => printDesk.listPrinters(),
    "preview-print": (input) => printDesk.preview(input),
    "print-plan": (input) => printDesk.print(input),
    "list-copies": (input) => listCopies(context, input),
  } satisfies Partial<Handlers>;
}

function spellingHandlers({ context, spelling }: OpenOffice) {
  return {
    "check-spelling": (input) => checkSpelling(context, spelling, input),
    "suggest-spelling": (input) => suggestSpelling(spelling, input),
    "warm-spelling": () => {
      void spelling.warmUp();
      return ok({});
    },
    "list-words": () => ok(listWords(context)),
    "add-word": (input) => addWord(context, spelling, input),
    "remove-word": (input) => removeWord(context, spelling, input),
    "import-words": (input) => importWords(context, spelling, input),
    "export-words": () => ok(exportWords(context)),
  } satisfies Partial<Handlers>;
}

function rightsHandlers({ context }: OpenOffice) {
  return {
    "subject-access": ({ clientId }) => subjectAccess(context, clientId),
    "erase-client": (input) => eraseClient(context, input),
    "audit-lines": (input) => ok(auditLines(context, input)),
    "audit-line": (input) => auditLine(context, input),
    "export-audit": (input) => ok(exportAudit(context, input)),
  } satisfies Partial<Handlers>;
}

function complianceHandlers({ context, officeName, printRenderer }: OpenOffice) {
  return {
    compliance: (input) => ok(compliance(context, input)),
    "compliance-list": (input) => ok(complianceList(context, input)),
    "export-compliance": (input) => exportCompliance(context, { renderer: printRenderer, officeName }, input),
  } satisfies Partial<Handlers>;
}

function courseHandlers({ context }: OpenOffice) {
  return {
    "open-course": (input) => openCourse(context, input),
    "save-course-dates": (input) => saveCourseDates(context, input),
    "set-preferred-means": (input) => setPreferredMeans(context, input),
    "agree-full-plan": (input) => agreeFullPlan(context, input),
    "set-review-interval": (input) => setReviewInterval(context, input),
    "record-plan-review": (input) => recordPlanReview(context, input),
    "open-working-days": (input) => ok(openWorkingDays(context, input)),
    "add-local-holiday": (input) => addLocalHoliday(context, input),
    "remove-local-holiday": (input) => removeLocalHoliday(context, input),
    "record-outage": (input) => recordOutage(context, input),
    "take-back-outage": (input) => takeOutageBack(context, input),
  } satisfies Partial<Handlers>;
}

function signingHandlers({ context }: OpenOffice) {
  return {
    "open-activity-details": (input) => openActivityDetails(context, input),
    "save-activity-details": (input) => saveActivityDetails(context, input),
    sign: (input) => sign(context, input),
  } satisfies Partial<Handlers>;
}

function interactionHandlers({ context, attachments }: OpenOffice) {
  return {
    "list-interactions": (input) => listInteractions(context, input),
    "add-interaction": (input) => addInteraction(context, input),
    "begin-attachment": (input) => attachments.begin(input),
    "send-attachment-part": (input) => attachments.sendPart(input),
    "finish-attachment": (input) => attachments.finish(input),
    "cancel-attachment": (input) => attachments.cancel(input),
    "open-attachment": (input) => openAttachment(context, input),
    "list-information-requests": (input) => listInformationRequests(context, input),
    "add-information-request": (input) => addInformationRequest(context, input),
    "answer-information-request": (input) => answerInformationRequest(context, input),
  } satisfies Partial<Handlers>;
}
