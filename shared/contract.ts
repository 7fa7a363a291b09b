import { z } from "zod";
import { planRequests } from "./action-plan/plan-requests.ts";
import { clericalRequests } from "./clerical/clerical-requests.ts";
import { clientRequests } from "./client-record/client-requests.ts";
import { recordRequests } from "./client-record/record-requests.ts";
import { civilDateSchema, momentSchema } from "./dates.ts";
import { backupRequests } from "./entry/backup-requests.ts";
import { entryRequests, officePlansSchema } from "./entry/entry-requests.ts";
import { type AppError, appErrorSchema } from "./errors.ts";
import { importRequests } from "./import/import-requests.ts";
import { interviewKindSchema } from "./interview/interview.ts";
import { interviewRequests, type openInterviewSchema } from "./interview/interview-requests.ts";
import { complianceRequests } from "./jets/compliance-requests.ts";
import { contractTermsSchema } from "./jets/contract-terms.ts";
import { courseRequests } from "./jets/course-requests.ts";
import { interactionRequests } from "./jets/interaction-requests.ts";
import { signingRequests } from "./jets/signing-requests.ts";
import { policySchema } from "./policy.ts";
import { preferencesSchema } from "./preferences.ts";
import { printRequests } from "./print/print-requests.ts";
import { nothing, type RequestShape } from "./request-parts.ts";
import type { Result } from "./result.ts";
import { rightsRequests } from "./rights/rights-requests.ts";
import { spellingRequests } from "./spelling/spelling-requests.ts";
import { deskRequests } from "./work-list/desk-requests.ts";

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

/** Every request that a window may make; hosts, preload and renderer all derive from this. */
export const requests = {
  session: { input: nothing, output: sessionSchema },
  ...clientRequests,
  ...recordRequests,
  ...planRequests,
  ...deskRequests,
  ...interviewRequests,
  ...printRequests,
  ...clericalRequests,
  ...importRequests,
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
export type OpenInterview = z.infer<typeof openInterviewSchema>;
export type Entry = RequestOutput<"entry">;
