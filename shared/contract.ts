import { z } from "zod";
import { creationReasonSchema, planChangesSchema, planKindSchema, planSchema } from "./action-plan/action-plan.ts";
import { draftContentSchema, draftSchema, otherDraftSchema } from "./action-plan/draft.ts";
import { workflowSchema } from "./action-plan/workflow.ts";
import { clericalEntrySchema, clericalFormSchema } from "./clerical/clerical-form.ts";
import {
  calculationSchema,
  clientDetailsSchema,
  clientSummarySchema,
  storedClientRecordSchema,
} from "./client-record/client-record.ts";
import { closeNoteSchema, conversationSchema } from "./client-record/conversation.ts";
import { pulledDetailsSchema } from "./client-record/pull-through.ts";
import { pulledChangeSchema } from "./client-record/pulled-change.ts";
import { recordDraftContentSchema, recordDraftFormSchema, recordDraftSchema } from "./client-record/record-draft.ts";
import { recordPartSchema } from "./client-record/record-part.ts";
import { civilDateSchema, momentSchema } from "./dates.ts";
import { type AppError, appErrorSchema } from "./errors.ts";
import {
  importColumnChoiceSchema,
  importCountsSchema,
  importRemarkSchema,
  importReviewSchema,
} from "./import/import-review.ts";
import { appointmentSchema, timeOfDaySchema } from "./interview/appointment.ts";
import { doubtKindSchema, doubtSchema } from "./interview/doubt.ts";
import {
  attendanceSchema,
  interviewKindSchema,
  interviewProgressSchema,
  interviewSchema,
} from "./interview/interview.ts";
import { complianceRequests } from "./jets/compliance-requests.ts";
import { contractTermsSchema, nationSchema } from "./jets/contract-terms.ts";
import { courseRequests } from "./jets/course-requests.ts";
import { interactionRequests } from "./jets/interaction-requests.ts";
import { signingRequests } from "./jets/signing-requests.ts";
import { policySchema } from "./policy.ts";
import { preferencesSchema } from "./preferences.ts";
import { letterheadSchema } from "./print/letterhead.ts";
import {
  copiesSchema,
  givenCopySchema,
  meansSchema,
  printChoiceSchema,
  printerSchema,
  printFormatSchema,
  printPasswordSchema,
} from "./print/print-options.ts";
import type { Result } from "./result.ts";
import { auditChangeSchema, auditFilterSchema, auditLineSchema } from "./rights/audit.ts";
import { erasedBackupsSchema, erasureReasonSchema } from "./rights/erasure.ts";
import { findingSchema, officeWordSchema } from "./spelling/spelling.ts";
import { hasDoubleQuotes, onOneLine, tidyText } from "./text.ts";
import { workListSchema, workScopeSchema } from "./work-list/work-list.ts";

const identifier = z.string().min(1).max(64);
/** Which of a client's plans is meant. */
const kind = planKindSchema.default("lms");
const nothing = z.strictObject({});
/** Blank clerical forms that are made in one go. */
const MOST_BLANK_FORMS = 50;

/** The kinds of plan that an office makes. */
export const officePlansSchema = z.enum(["lms", "jets", "both"]);

/** What every window needs to know about this start of the application. */
const sessionSchema = z.object({
  today: civilDateSchema,
  now: momentSchema,
  isTraining: z.boolean(),
  /** The office, and which kinds of plan it makes. */
  office: z.object({ name: z.string(), plans: officePlansSchema }),
  /** The terms of every contract that a participant can be under. */
  contracts: z.array(contractTermsSchema),
  adviser: z.object({ id: z.string(), name: z.string() }),
  /** The adviser's own interview that is still open, perhaps from an earlier start; absent when there is none. */
  openInterview: z
    .object({ clientId: z.string(), clientName: z.string(), kind: z.string(), startedAt: momentSchema })
    .optional(),
  policy: policySchema,
  interviewKinds: z.array(interviewKindSchema),
  /** True once the check after the start found the store's file damaged. */
  isStoreDamaged: z.boolean(),
  /** The advisers who have not retired, by name. */
  advisers: z.array(z.object({ id: z.string(), name: z.string() })),
  preferences: preferencesSchema,
});

/** How a client matched what was typed in Find a client, best first. */
export const matchSchema = z.enum(["exact", "starts", "sounds"]);

/** The open interview with everything its bar and its End look at. */
const openInterviewSchema = z.object({
  interview: interviewSchema,
  progress: interviewProgressSchema,
  /** It was started on an earlier day or by another adviser: it has to be ended, with a reason, before another starts. */
  isLeftBehind: z.boolean(),
  /** The doubts recorded in it, withdrawn ones too, oldest first. */
  doubts: z.array(doubtSchema),
  /** What has been answered to the participation questions of its kind (¶63). */
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  /** The notes to close whose items are still open (¶68). */
  closeNotes: z.array(closeNoteSchema),
  /** The adviser has a draft on this client's plan that was kept in this interview (¶120). */
  hasOwnDraft: z.boolean(),
});

/** A client's page: the record, the interviews newest first, the plan if there is one, and the open interview. */
const clientPageSchema = z.object({
  client: storedClientRecordSchema,
  plan: planSchema.nullable(),
  /** The plan under a contract, if there is one. */
  jetsPlan: planSchema.nullable(),
  /** The code of the contract that such a plan is under or would be under; null where the client is no participant. */
  contract: z.string().nullable(),
  /** The dated annotations that stand in the place of signatures on that plan, by their codes (4.04). */
  annotations: z.array(z.string()),
  /** True while that plan is the initial one: begun, and the full plan not agreed yet (4.02, 4.03). */
  isPlanInitial: z.boolean(),
  interviews: z.array(interviewSchema),
  openInterview: openInterviewSchema.nullable(),
  /** Booked and still to come or not held yet, soonest first. */
  appointments: z.array(appointmentSchema),
  /** The newest few; list-conversations has them all. */
  conversations: z.array(conversationSchema),
  conversationCount: z.number().int().nonnegative(),
  /** Fail to participate doubts of interviews that have ended and whose sanction is still to be considered (¶121). */
  failures: z.array(doubtSchema),
  /** True where the client is recorded as a participant under a contract, who has interactions and can ask for copies. */
  isParticipant: z.boolean(),
});

/** What the Action Plan window shows on opening. */
const planWindowSchema = z.object({
  client: storedClientRecordSchema,
  kind: planKindSchema,
  /** The code of the contract whose words and terms the plan has; null for a Labour Market System plan. */
  contract: z.string().nullable(),
  /** Null until the plan's first save. */
  plan: planSchema.nullable(),
  /** The reviews on the plan that this adviser wrote, where its kind lets authors delete; none where it does not. */
  ownReviewIds: z.array(z.string()),
  /** The client record's details as of today; the plan carries the copy of its last save. */
  pulledToday: pulledDetailsSchema,
  /** Every interview of the client, newest first: RV-3 and the "Recorded in" column need them. */
  interviews: z.array(interviewSchema),
  openInterview: openInterviewSchema.nullable(),
  /** Every detail that differs from the plan's copy; empty for a plan that does not exist yet (¶21). */
  pulledChanges: z.array(pulledChangeSchema),
  /** What this adviser wrote and did not save; null where there is none. */
  draft: draftSchema.nullable(),
  otherDrafts: z.array(otherDraftSchema),
  /** The client's next appointment, for the target date (¶64); null where none is booked. */
  nextAppointment: appointmentSchema.nullable(),
  /** The checks set on items that are not done yet (¶65). */
  workflows: z.array(workflowSchema),
});

/** A clerical form as it goes into a plan. */
const clericalSaveSchema = z.strictObject({
  formId: identifier,
  /** The day that stands on the form. */
  happenedOn: civilDateSchema,
  /** The adviser whom the form names. */
  adviserId: identifier,
  /** The interview that the form records; null where it records none. */
  interview: z.strictObject({ kind: identifier, attendance: attendanceSchema }).nullable(),
});

/** Why a plan is created outside an interview; its text keeps to AP-8 like every other of the plan. */
const creationSchema = z.strictObject({
  reason: creationReasonSchema,
  text: z
    .string()
    .max(750)
    .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks"),
});

/** A name or number that is shown or printed; it keeps to AP-8 and AP-9, since it travels with every record. */
const shortText = z
  .string()
  .overwrite((text) => onOneLine(tidyText(text)))
  .min(1)
  .max(60)
  .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks");

/** A note as a window sends it: it keeps to AP-8; its length by TX-3 is checked by the use case. */
const note = z
  .string()
  .max(100_000)
  .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks");

/** A number as it stands on a form from elsewhere; '' where there is none. */
const paperSerial = z
  .string()
  .max(40)
  .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks");

/** What a person types to prove who they are; how long a new passphrase must be is checked where it is set. */
const secret = z.string().min(1).max(1_000);

/** The office that this desktop is set up for. */
export const officeSetUpSchema = z.strictObject({
  name: shortText,
  nation: nationSchema,
  soc: z.enum(["2000", "2010", "2020"]),
  plans: officePlansSchema,
});

const newAdviserSchema = z.strictObject({ name: shortText, staffNumber: shortText });

/** Where entry stands: before set-up, while the recovery key is shown, at the door, behind the lock, or inside. */
export const entryStateSchema = z.enum(["new", "recovery-key", "signed-out", "locked", "signed-in"]);

/** What the entry windows show; it is answered in every state. */
const entrySchema = z.object({
  state: entryStateSchema,
  isTraining: z.boolean(),
  /** Null until the office is set up. */
  office: z.object({ name: z.string() }).nullable(),
  /** What plans are called under each contract here, for setting up the office; empty once it is. */
  contractPlans: z.array(z.string()),
  /** The advisers who have not retired. */
  advisers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whose work lies behind the lock; null unless it is locked. */
  lockedAdviserId: z.string().nullable(),
  /** How long the next passphrase has to wait after wrong ones. */
  waitSeconds: z.number().int().nonnegative(),
});

/** The requests that let people in and out and manage who may come in. */
const entryRequests = {
  entry: { input: nothing, output: entrySchema },
  "set-up": {
    input: z.strictObject({ office: officeSetUpSchema, adviser: newAdviserSchema, passphrase: secret }),
    /** Eight groups of five characters, shown this once. */
    output: z.object({ recoveryKey: z.string() }),
  },
  "confirm-recovery-key": { input: z.strictObject({ lastGroup: z.string().max(100) }), output: nothing },
  /** Makes another recovery key in the place of the one before, which opens nothing from then on. */
  "new-recovery-key": { input: z.strictObject({ passphrase: secret }), output: z.object({ recoveryKey: z.string() }) },
  "open-training": { input: nothing, output: nothing },
  "sign-in": { input: z.strictObject({ adviserId: identifier, passphrase: secret }), output: nothing },
  "sign-out": { input: nothing, output: nothing },
  lock: { input: nothing, output: nothing },
  /** The adviser is typing or moving; told at most twice a minute. */
  "still-here": { input: nothing, output: nothing },
  recover: {
    input: z.strictObject({ recoveryKey: secret, adviserId: identifier, passphrase: secret }),
    output: nothing,
  },
  "change-passphrase": { input: z.strictObject({ passphrase: secret, newPassphrase: secret }), output: nothing },
  "list-advisers": {
    input: nothing,
    output: z.object({
      advisers: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          staffNumber: z.string(),
          isRetired: z.boolean(),
          /** The name of the client with whom the adviser has an interview open; absent when there is none. */
          inInterviewWith: z.string().optional(),
        }),
      ),
    }),
  },
  "add-adviser": {
    input: newAdviserSchema.extend({ passphrase: secret }),
    output: z.object({ adviserId: z.string() }),
  },
  "rename-adviser": { input: z.strictObject({ adviserId: identifier, name: shortText }), output: nothing },
  "retire-adviser": { input: z.strictObject({ adviserId: identifier }), output: nothing },
} as const satisfies Record<string, RequestShape>;

const backupSchema = z.object({ file: z.string(), madeAt: momentSchema, bytes: z.number().int().nonnegative() });

/** The office's backups, which lie beside its store. */
const backupRequests = {
  "back-up": { input: nothing, output: backupSchema.omit({ madeAt: true }) },
  /** Newest first. */
  "list-backups": { input: nothing, output: z.object({ folder: z.string(), backups: z.array(backupSchema) }) },
  "restore-backup": { input: z.strictObject({ file: z.string().min(1).max(4_096) }), output: nothing },
} as const satisfies Record<string, RequestShape>;

/** The course of an interview: appointments, its kind, its doubts, its questions. */
const interviewRequests = {
  "book-appointment": {
    input: z.strictObject({
      clientId: identifier,
      date: civilDateSchema,
      time: timeOfDaySchema,
      kind: identifier,
      adviserId: identifier,
    }),
    output: appointmentSchema,
  },
  "move-appointment": {
    input: z.strictObject({
      appointmentId: identifier,
      version: z.number().int().positive(),
      date: civilDateSchema,
      time: timeOfDaySchema,
      kind: identifier,
      adviserId: identifier,
    }),
    output: appointmentSchema,
  },
  "cancel-appointment": {
    input: z.strictObject({ appointmentId: identifier, version: z.number().int().positive() }),
    output: nothing,
  },
  /** Raises the kind to an enforced one, when a referral arises midway; it is never lowered. */
  "raise-interview": {
    input: z.strictObject({ interviewId: identifier, kind: identifier }),
    output: openInterviewSchema,
  },
  /** Takes back an interview in which nothing has been recorded. */
  "cancel-interview": { input: z.strictObject({ interviewId: identifier, reason: note }), output: nothing },
  "answer-question": {
    input: z.strictObject({ interviewId: identifier, question: identifier, answer: note }),
    output: openInterviewSchema,
  },
  "record-doubt": {
    input: z.strictObject({ interviewId: identifier, kind: doubtKindSchema, text: note }),
    output: openInterviewSchema,
  },
  /** Takes a doubt back before End, so that the normal gate holds again. */
  "withdraw-doubt": { input: z.strictObject({ doubtId: identifier }), output: openInterviewSchema },
  /** Records what came of considering a sanction after an FTP End (¶121). */
  "settle-doubt": { input: z.strictObject({ doubtId: identifier, outcome: note }), output: nothing },
} as const satisfies Record<string, RequestShape>;

/** The windows whose draft is being saved: it goes together with the save, so that none is offered of what is saved. */
const draftWindows = z.array(identifier).max(2).optional();

/** The client record's windows. */
const recordRequests = {
  "amend-record": {
    input: z.strictObject({
      clientId: identifier,
      /** What stood in the window when it was opened: refused when somebody saved something else meanwhile. */
      opened: recordPartSchema,
      part: recordPartSchema,
      /** True when the adviser saw that the clock moved back and goes on (DT-2). */
      isClockConfirmed: z.boolean().optional(),
      draftWindows,
    }),
    output: storedClientRecordSchema,
  },
  "new-client": {
    input: z.strictObject({
      details: clientDetailsSchema.strict(),
      isClockConfirmed: z.boolean().optional(),
      draftWindows,
    }),
    output: z.object({ clientId: z.string() }),
  },
  /** Who may be the same person, to be shown side by side before saving. */
  "find-duplicates": {
    input: z.strictObject({
      nino: z.string().max(100),
      surname: z.string().max(1_000),
      dateOfBirth: civilDateSchema.nullable(),
      /** The client whose record it is; null for a new one. */
      exceptClientId: identifier.nullable(),
    }),
    output: z.object({ clients: z.array(clientSummarySchema) }),
  },
  /** Every In Work Benefit Calculation, newest first; the record carries only the newest. */
  "list-calculations": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({ calculations: z.array(calculationSchema) }),
  },
} as const satisfies Record<string, RequestShape>;

/** The clerical fallback (¶122 to ¶125): issuing forms, entering them later, checking what was entered. */
const clericalRequests = {
  "issue-clerical-forms": {
    input: z.discriminatedUnion("what", [
      /** Blank forms, each with a number of its own; for a client, or for nobody yet. */
      z.strictObject({
        what: z.literal("blank"),
        clientId: identifier.nullable(),
        copies: z.number().int().positive().max(MOST_BLANK_FORMS),
      }),
      /** Filled from a client's saved plan. */
      z.strictObject({ what: z.literal("filled"), clientId: identifier }),
      /** One for each of the adviser's appointments today; filled where the client has a plan. */
      z.strictObject({ what: z.literal("appointments") }),
    ]),
    output: z.object({
      forms: z.array(z.object({ id: z.string(), serial: z.string() })),
      fileName: z.string(),
      pages: z.number().int().positive(),
      /** The document's bytes, base64. */
      pdf: z.string(),
    }),
  },
  "cancel-clerical-form": { input: z.strictObject({ formId: identifier, reason: note }), output: nothing },
  /** The form to be entered; refused where the number is mistyped, unknown, used or cancelled. */
  "find-clerical-form": { input: z.strictObject({ serial: z.string().max(100) }), output: clericalFormSchema },
  /** Gives a number to a form that has none or was issued elsewhere. */
  "take-in-clerical-form": {
    input: z.strictObject({ clientId: identifier, paperSerial, reason: note }),
    output: clericalFormSchema,
  },
  "open-clerical-proof": {
    input: z.strictObject({ formId: identifier }),
    output: z.object({ form: clericalFormSchema, entries: z.array(clericalEntrySchema) }),
  },
  /** Ticks an entry off as being on the plan what it is on the form, or takes the tick back. */
  "check-clerical-entry": {
    input: z.strictObject({ formId: identifier, entryId: identifier, isChecked: z.boolean() }),
    output: clericalEntrySchema.pick({ checkedAt: true, checkedBy: true }),
  },
} as const satisfies Record<string, RequestShape>;

/** What an adviser's desk keeps besides the plan itself. */
const deskRequests = {
  /** Keeps what is unsaved on a plan; it takes the place of this adviser's draft from before. */
  "keep-draft": {
    input: z.strictObject({
      clientId: identifier,
      kind,
      planVersion: z.number().int().positive().nullable(),
      content: draftContentSchema,
      /** Whose draft it is meant to be: after another adviser signed in it is kept by nobody. */
      adviserId: identifier.optional(),
      /** The window whose draft this one goes on with. */
      follows: identifier.optional(),
    }),
    output: z.object({ keptAt: momentSchema }),
  },
  "discard-draft": {
    input: z.strictObject({
      clientId: identifier,
      kind,
      /** Only the draft of this window; whichever there is when absent. */
      window: identifier.optional(),
    }),
    output: nothing,
  },
  /** The adviser's own drafts in the windows of a client's record; without a client, that of a new one. */
  "list-record-drafts": {
    input: z.strictObject({ clientId: identifier.nullable() }),
    output: z.object({ drafts: z.array(recordDraftSchema) }),
  },
  /** Keeps what is typed in a window of the client record; it takes the place of this adviser's draft from before. */
  "keep-record-draft": {
    input: z.strictObject({
      clientId: identifier.nullable(),
      form: recordDraftFormSchema,
      content: recordDraftContentSchema,
      /** Whose draft it is meant to be: after another adviser signed in it is kept by nobody. */
      adviserId: identifier,
      /** The window whose draft this one goes on with. */
      follows: identifier.optional(),
    }),
    output: z.object({ keptAt: momentSchema }),
  },
  "discard-record-draft": {
    input: z.strictObject({
      clientId: identifier.nullable(),
      form: recordDraftFormSchema,
      /** Only the draft of this window; whichever there is when absent. */
      window: identifier.optional(),
    }),
    output: nothing,
  },
  /** Newest first. */
  "list-conversations": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({ client: clientSummarySchema, conversations: z.array(conversationSchema) }),
  },
  "add-conversation": {
    input: z.strictObject({
      clientId: identifier,
      text: note,
      /** The open Action Item to close at the next interview; null for any other note. */
      closesItemId: identifier.nullable(),
      isByTelephone: z.boolean().optional(),
      draftWindows,
    }),
    output: conversationSchema,
  },
  /** Sets the check on an open item, or changes the one that is set. */
  "set-workflow": {
    input: z.strictObject({ clientId: identifier, itemId: identifier, checkDate: civilDateSchema, note }),
    output: workflowSchema,
  },
  "finish-workflow": { input: z.strictObject({ workflowId: identifier, outcome: note }), output: nothing },
  "work-list": { input: z.strictObject({ scope: workScopeSchema }), output: workListSchema },
  "set-preferences": { input: preferencesSchema.partial().strict(), output: preferencesSchema },
} as const satisfies Record<string, RequestShape>;

/** The spelling check and the office's dictionary (¶109 to ¶111). */
const spellingRequests = {
  /** What is wrong in each text, in the texts' order; the names of the client and of every adviser are right. */
  "check-spelling": {
    input: z.strictObject({
      /** Null where what is written is about no client. */
      clientId: identifier.nullable(),
      texts: z.array(z.strictObject({ id: z.string().max(200), text: z.string().max(100_000) })).max(2_000),
    }),
    output: z.object({ findings: z.array(findingSchema.extend({ id: z.string() })) }),
  },
  /** Best first; none where nothing is like it. */
  "suggest-spelling": {
    input: z.strictObject({ word: z.string().max(1_000) }),
    output: z.object({ suggestions: z.array(z.string()) }),
  },
  /** Has the check made ready before it is needed; it answers at once. */
  "warm-spelling": { input: nothing, output: nothing },
  /** The office's own words, in the order of the alphabet. */
  "list-words": { input: nothing, output: z.object({ words: z.array(officeWordSchema) }) },
  /** A word that is there already is answered as it is. */
  "add-word": { input: z.strictObject({ word: z.string().max(1_000) }), output: officeWordSchema },
  "remove-word": { input: z.strictObject({ wordId: identifier }), output: nothing },
  /** A list with one word a line; lines that are none are left out and named. */
  "import-words": {
    input: z.strictObject({ list: z.string().max(1_000_000) }),
    output: z.object({
      added: z.number().int().nonnegative(),
      known: z.number().int().nonnegative(),
      /** The numbers, from 1, of the lines that hold no word. */
      linesLeftOut: z.array(z.number().int().positive()),
    }),
  },
  /** The same kind of list, as UTF-8 is to be written. */
  "export-words": { input: nothing, output: z.object({ fileName: z.string(), list: z.string() }) },
} as const satisfies Record<string, RequestShape>;

/** Rights over the data: subject access, erasure, and the audit for whoever is signed in. */
const rightsRequests = {
  /** Everything held on a client, to be saved as files. */
  "subject-access": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({
      files: z.array(z.object({ name: z.string(), type: z.string(), text: z.string() })),
      /** The files attached to interactions: each is asked for by open-attachment, and saved under the name given here. */
      attachments: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
    }),
  },
  "erase-client": {
    input: z.strictObject({
      clientId: identifier,
      reason: erasureReasonSchema,
      /** The NINO's last characters, typed by whoever erases. */
      ninoEnd: z.string().max(20),
    }),
    output: z.object({ backups: erasedBackupsSchema }),
  },
  /** Newest first, a page at a time. */
  "audit-lines": {
    input: z.strictObject({
      filter: auditFilterSchema,
      /** Only lines older than this one; null for the newest. */
      before: z.number().int().positive().nullable(),
    }),
    output: z.object({
      lines: z.array(auditLineSchema),
      hasMore: z.boolean(),
      /** Every adviser there ever was, to choose from. */
      advisers: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  },
  "audit-line": {
    input: z.strictObject({
      lineId: z.number().int().positive(),
      /** Only changes after this one; 0 for the first. */
      after: z.number().int().nonnegative(),
    }),
    output: z.object({ line: auditLineSchema, changes: z.array(auditChangeSchema), hasMore: z.boolean() }),
  },
  /** The audit as CSV in parts, newest first; `next` goes in as `before` for the part after, and is null after the last. */
  "export-audit": {
    input: z.strictObject({ filter: auditFilterSchema, before: z.number().int().positive().nullable() }),
    output: z.object({ fileName: z.string(), csv: z.string(), next: z.number().int().positive().nullable() }),
  },
} as const satisfies Record<string, RequestShape>;

/** How many clients one page of a list holds: the places that an outline gives are as many clients apart. */
export const CLIENTS_A_PAGE = 100;

/** A place in a list of clients: it goes on after the client who stands there. */
const listPlaceSchema = z.strictObject({ name: z.string().max(1_000), key: z.string().max(64) });

/** The lists of the first screen, besides the recent clients: the adviser's own caseload, and the whole office. */
const clientListSchema = z.enum(["mine", "everyone"]);

/** The lists of clients, which are as long as the office is large. */
const listRequests = {
  /** One page, in the order in which people sort names; it begins after a place, or at the start. */
  "caseload-clients": {
    input: z.strictObject({ list: clientListSchema, after: listPlaceSchema.nullable() }),
    output: z.object({ clients: z.array(clientSummarySchema) }),
  },
  /** Where the next pages after a place begin, so that a window can scroll to any of them. */
  "caseload-outline": {
    input: z.strictObject({ list: clientListSchema, after: listPlaceSchema.nullable() }),
    output: z.object({
      /** The last client of each whole page. */
      places: z.array(listPlaceSchema),
      /** How many clients are left after the last place; null while there are whole pages still to come. */
      left: z.number().int().nonnegative().nullable(),
    }),
  },
  /** What stands on the card of the client who is chosen on the first screen. */
  "client-card": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({
      /** When the plan, of whichever kind, was saved last. */
      planSavedAt: momentSchema.nullable(),
      /** Which plans the client has, and whether one under a contract would be made. */
      plans: z.object({ existing: z.array(planKindSchema), contract: z.string().nullable() }),
      nextAppointment: appointmentSchema.nullable(),
    }),
  },
} as const satisfies Record<string, RequestShape>;

/** How many bytes of an import file one request carries. */
export const IMPORT_PART_BYTES = 1_048_576;
/** The largest import file. */
export const LARGEST_IMPORT_BYTES = 256 * 1024 * 1024;

/** Importing clients from a file: sent in parts, checked, shown, and written only when the adviser says so. */
const importRequests = {
  /** Begins an import; there is one at a time. */
  "begin-import": {
    input: z.strictObject({ bytes: z.number().int().nonnegative() }),
    output: z.object({ importId: z.string() }),
  },
  /** The file's next bytes, base64. */
  "send-import-part": {
    input: z.strictObject({ importId: identifier, part: z.base64().max(Math.ceil(IMPORT_PART_BYTES / 3) * 4) }),
    output: z.object({ received: z.number().int().nonnegative() }),
  },
  /** Reads and checks the whole file and compares it with the store; nothing is written. Events tell how far it is. */
  "check-import": {
    input: z.strictObject({
      importId: identifier,
      /** What columns with other names stand for; null for what was chosen the last time for such a header row. */
      choices: z.array(importColumnChoiceSchema).max(1_000).nullable(),
    }),
    output: importReviewSchema,
  },
  /** Problems first, then notes, each by line and column. */
  "list-import-remarks": {
    input: z.strictObject({ importId: identifier, from: z.number().int().nonnegative() }),
    output: z.object({ remarks: z.array(importRemarkSchema) }),
  },
  /** Writes all of it or nothing. */
  "confirm-import": { input: z.strictObject({ importId: identifier }), output: importCountsSchema },
  /** Gives the import up, which is possible until it is committed; false where it was too late. */
  "cancel-import": { input: z.strictObject({ importId: identifier }), output: z.object({ isCancelled: z.boolean() }) },
  /** The window that shows the import is still there: one that nobody looks at is given up. */
  "keep-import": { input: z.strictObject({ importId: identifier }), output: nothing },
} as const satisfies Record<string, RequestShape>;

/** A request of the contract: what goes in and what comes out. */
interface RequestShape {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** The requests that print on paper, and that show what was given to the customer. */
const printerRequests = {
  /** The default printer first. */
  "list-printers": { input: nothing, output: z.object({ printers: z.array(printerSchema) }) },
  /** The very pages that print-plan prints with the same choices. */
  "preview-print": {
    input: printChoiceSchema.extend({ clientId: identifier, kind }),
    output: z.object({ pages: z.number().int().positive(), /** The document's bytes, base64. */ pdf: z.string() }),
  },
  "print-plan": {
    input: printChoiceSchema.extend({
      clientId: identifier,
      kind,
      copies: copiesSchema,
      printer: z.string().min(1).max(300),
      tray: z.string().min(1).max(300),
    }),
    output: z.object({ printId: z.string(), pages: z.number().int().positive() }),
  },
  /** What was given to the customer, newest first. */
  "list-copies": {
    input: z.strictObject({ clientId: identifier, kind }),
    output: z.object({ copies: z.array(givenCopySchema) }),
  },
} as const satisfies Record<string, RequestShape>;

/** Every request that a window may make; hosts, preload and renderer all derive from this. */
export const requests = {
  session: { input: nothing, output: sessionSchema },
  "find-clients": {
    input: z.strictObject({ text: z.string().max(500) }),
    output: z.object({
      groups: z.array(z.object({ match: matchSchema, clients: z.array(clientSummarySchema) })),
      /** True when more clients matched than are listed. */
      hasMore: z.boolean(),
    }),
  },
  "recent-clients": { input: nothing, output: z.object({ clients: z.array(clientSummarySchema) }) },
  "open-client": { input: z.strictObject({ clientId: identifier }), output: clientPageSchema },
  "open-plan": { input: z.strictObject({ clientId: identifier, kind }), output: planWindowSchema },
  "save-plan": {
    input: z
      .strictObject({
        clientId: identifier,
        kind,
        /** The version the changes were made on; null for a plan that does not exist yet. */
        planVersion: z.number().int().positive().nullable(),
        /** Why the plan is created outside an interview (AP-2); null otherwise. */
        creation: creationSchema.nullable(),
        changes: planChangesSchema,
        /** True when the adviser saw that the clock moved back and goes on (DT-2). */
        isClockConfirmed: z.boolean(),
        /** The clerical form that is being entered (¶125); absent for every other save. */
        clerical: clericalSaveSchema.optional(),
      })
      // The clerical forms are those of the Labour Market System's plan.
      .refine((save) => save.clerical === undefined || save.kind === "lms"),
    output: planWindowSchema,
  },
  "start-interview": {
    input: z.strictObject({
      clientId: identifier,
      kind: identifier,
      attendance: attendanceSchema,
      /** The appointment that it is held for. */
      appointmentId: identifier.optional(),
    }),
    output: openInterviewSchema,
  },
  "end-interview": {
    input: z.strictObject({
      interviewId: identifier,
      /** True when the adviser was told that an advised plan was not completed and ends all the same (¶102). */
      endAnyway: z.boolean(),
      /** Why an interview is ended that was left open overnight or by another adviser. */
      reason: note.optional(),
    }),
    output: interviewSchema,
  },
  "make-print": {
    input: printChoiceSchema
      .extend({
        clientId: identifier,
        kind,
        format: printFormatSchema.default("pdf"),
        /** Opens the document; for a PDF alone. */
        password: printPasswordSchema.optional(),
      })
      .refine(({ format, password }) => format === "pdf" || password === undefined),
    output: z.object({
      printId: z.string(),
      fileName: z.string(),
      /** Null for a document without pages. */
      pages: z.number().int().positive().nullable(),
      /** The document's bytes, base64. */
      document: z.string(),
    }),
  },
  /** Takes back what is being made or printed for a client; nothing happens where nothing is. */
  "cancel-print": { input: z.strictObject({ clientId: identifier, kind }), output: nothing },
  "read-letterhead": { input: nothing, output: z.object({ image: z.string().nullable() }) },
  /** A page of nobody's with the picture at its head, or without one. */
  "preview-letterhead": {
    input: z.strictObject({ image: letterheadSchema.nullable() }),
    output: z.object({ /** The document's bytes, base64. */ pdf: z.string() }),
  },
  "set-letterhead": { input: z.strictObject({ image: letterheadSchema.nullable() }), output: nothing },
  ...listRequests,
  ...importRequests,
  "hand-over-print": {
    /** How the copy came to the customer; into the hand where nothing else is said. */
    input: z.strictObject({ printId: identifier, means: meansSchema.optional() }),
    output: nothing,
  },
  ...printerRequests,
  ...interviewRequests,
  ...recordRequests,
  ...clericalRequests,
  ...deskRequests,
  ...spellingRequests,
  ...rightsRequests,
  ...complianceRequests,
  ...courseRequests,
  ...signingRequests,
  ...interactionRequests,
  ...entryRequests,
  ...backupRequests,
} as const satisfies Record<string, RequestShape>;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<Name extends RequestName> = z.input<Requests[Name]["input"]>;
export type RequestOutput<Name extends RequestName> = z.output<Requests[Name]["output"]>;

/** The requests of entry, and those of backups. */
export type EntryRequestName = keyof typeof entryRequests;
export type BackupRequestName = keyof typeof backupRequests;

/** Tells whether a request is one of entry's. */
export function isEntryRequest(name: RequestName): name is EntryRequestName {
  return Object.hasOwn(entryRequests, name);
}

/** Tells whether a request is about backups. */
export function isBackupRequest(name: RequestName): name is BackupRequestName {
  return Object.hasOwn(backupRequests, name);
}

/** How every request is answered. */
export type Answer<Name extends RequestName> = Result<RequestOutput<Name>, AppError>;

/** Tells whether a name is one of the contract's requests. */
export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}

/** The envelope of an answer whose value is checked apart. */
export const answerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);

/** What the main process tells every window, with identifiers and versions only. */
export const appEventSchema = z.discriminatedUnion("event", [
  z.object({ event: z.literal("client-changed"), clientId: z.string(), version: z.number().int() }),
  z.object({ event: z.literal("plan-changed"), clientId: z.string(), version: z.number().int() }),
  z.object({ event: z.literal("interview-changed"), clientId: z.string(), interviewId: z.string() }),
  z.object({ event: z.literal("work-changed") }),
  /** Holidays or outages are others, and due dates with them. */
  z.object({ event: z.literal("working-days-changed") }),
  /** An import was written: any client may be new or another than before. */
  z.object({ event: z.literal("clients-imported") }),
  z.object({ event: z.literal("progress"), task: z.string(), done: z.number(), of: z.number() }),
  z.object({ event: z.literal("locked") }),
  z.object({ event: z.literal("entry-changed") }),
  z.object({ event: z.literal("store-damaged") }),
  z.object({ event: z.literal("stopping") }),
]);

export type AppEvent = z.infer<typeof appEventSchema>;
export type PlanWindow = RequestOutput<"open-plan">;
export type ClientPage = RequestOutput<"open-client">;
export type Session = RequestOutput<"session">;
export type ClericalSave = z.infer<typeof clericalSaveSchema>;
export type OpenInterview = z.infer<typeof openInterviewSchema>;
export type Entry = RequestOutput<"entry">;
export type EntryState = z.infer<typeof entryStateSchema>;
export type Match = z.infer<typeof matchSchema>;
export type ClientListName = z.infer<typeof clientListSchema>;
export type ListPlace = z.infer<typeof listPlaceSchema>;
