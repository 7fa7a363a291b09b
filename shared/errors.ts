import { z } from "zod";
import { problemSchema } from "./action-plan/problems.ts";
import { clientSummarySchema } from "./client-record/client-record.ts";
import { recordProblemSchema } from "./client-record/record-rules.ts";
import { civilDateSchema, momentSchema } from "./dates.ts";
import { interviewProgressSchema } from "./interview/interview.ts";
import { courseProblemSchema } from "./jets/course-problems.ts";
import { interactionProblemSchema } from "./jets/interaction-problems.ts";
import { signingProblemSchema } from "./jets/signing-problems.ts";
import { letterheadReasonSchema } from "./print/letterhead.ts";

/** Every way in which a request can be refused: the closed union that both hosts carry and messages.ts puts in words. */
export const appErrorSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("invalid-request"), fields: z.array(z.string()) }),
  z.object({ code: z.literal("unknown-request"), name: z.string() }),
  z.object({ code: z.literal("client-not-found") }),
  z.object({ code: z.literal("nino-not-found"), nino: z.string() }),
  z.object({ code: z.literal("plan-not-found") }),
  z.object({ code: z.literal("plan-kind-needed") }),
  z.object({ code: z.literal("print-not-found") }),
  z.object({ code: z.literal("print-out-of-date") }),
  z.object({ code: z.literal("cannot-save"), problems: z.array(problemSchema).min(1) }),
  z.object({ code: z.literal("nothing-to-save") }),
  z.object({ code: z.literal("plan-changed"), savedBy: z.string(), savedAt: momentSchema }),
  z.object({ code: z.literal("draft-elsewhere"), keptAt: momentSchema }),
  z.object({ code: z.literal("creation-reason-needed") }),
  /** A first plan of a kind that the office does not make. */
  z.object({ code: z.literal("plan-kind-not-made") }),
  z.object({ code: z.literal("clock-moved-back"), newest: civilDateSchema, today: civilDateSchema }),
  z.object({ code: z.literal("unknown-interview-kind") }),
  z.object({ code: z.literal("client-in-interview"), adviserName: z.string(), startedAt: momentSchema }),
  z.object({
    code: z.literal("adviser-in-interview"),
    clientId: z.string(),
    clientName: z.string(),
    startedAt: momentSchema,
  }),
  z.object({ code: z.literal("interview-not-open") }),
  z.object({ code: z.literal("end-reason-needed"), adviserName: z.string(), startedAt: momentSchema }),
  z.object({ code: z.literal("interview-not-empty") }),
  z.object({ code: z.literal("interview-not-raised") }),
  z.object({ code: z.literal("appointment-not-found") }),
  z.object({ code: z.literal("appointment-changed") }),
  z.object({ code: z.literal("appointment-past"), date: civilDateSchema, today: civilDateSchema }),
  z.object({ code: z.literal("doubt-not-found") }),
  z.object({ code: z.literal("doubt-recorded-already") }),
  z.object({ code: z.literal("item-not-open") }),
  z.object({ code: z.literal("workflow-not-found") }),
  z.object({ code: z.literal("unknown-question") }),
  z.object({ code: z.literal("record-refused"), problems: z.array(recordProblemSchema).min(1) }),
  z.object({ code: z.literal("record-changed") }),
  z.object({ code: z.literal("serial-mistyped"), typed: z.string() }),
  /** Well written, but this desktop did not issue it. */
  z.object({ code: z.literal("serial-unknown"), serial: z.string() }),
  z.object({
    code: z.literal("serial-used"),
    serial: z.string(),
    client: clientSummarySchema,
    enteredAt: momentSchema,
  }),
  /** It was issued, or taken in, and still waits under the number given. */
  z.object({ code: z.literal("serial-waiting"), serial: z.string() }),
  z.object({ code: z.literal("serial-cancelled"), serial: z.string(), reason: z.string() }),
  z.object({ code: z.literal("serial-of-other-client"), serial: z.string(), client: clientSummarySchema }),
  z.object({ code: z.literal("clerical-form-not-found") }),
  z.object({ code: z.literal("clerical-form-closed"), serial: z.string() }),
  z.object({
    code: z.literal("happened-on-refused"),
    reason: z.enum(["future", "before-issue"]),
    date: civilDateSchema,
  }),
  z.object({ code: z.literal("no-appointments-today") }),
  z.object({ code: z.literal("nothing-to-fill-from") }),
  /** Another client here has the NINO. */
  z.object({ code: z.literal("nino-taken"), client: clientSummarySchema }),
  /** A note that is missing or too long; `field` is its name on screen. */
  z.object({
    code: z.literal("text-refused"),
    field: z.string(),
    reason: z.discriminatedUnion("code", [
      z.object({ code: z.literal("text-missing") }),
      z.object({ code: z.literal("text-too-long"), limit: z.number(), over: z.number() }),
    ]),
  }),
  z.object({ code: z.literal("cannot-end"), kindName: z.string(), progress: interviewProgressSchema }),
  z.object({ code: z.literal("plan-not-completed"), kindName: z.string() }),
  z.object({ code: z.literal("file-not-read"), file: z.string() }),
  z.object({ code: z.literal("file-not-written"), file: z.string() }),
  z.object({ code: z.literal("import-under-way") }),
  /** It was cancelled, given up or finished, or another was begun since. */
  z.object({ code: z.literal("import-over") }),
  /** It still has problems, or was not sent or checked as a whole. */
  z.object({ code: z.literal("import-not-ready") }),
  z.object({ code: z.literal("print-failed") }),
  z.object({ code: z.literal("letterhead-refused"), reason: letterheadReasonSchema }),
  z.object({ code: z.literal("no-spooler") }),
  z.object({ code: z.literal("printer-missing"), printer: z.string() }),
  z.object({ code: z.literal("printer-offline"), printer: z.string() }),
  z.object({ code: z.literal("printer-refused"), printer: z.string() }),
  z.object({ code: z.literal("printer-silent"), printer: z.string() }),
  z.object({ code: z.literal("print-cancelled") }),
  z.object({ code: z.literal("spelling-unavailable") }),
  z.object({ code: z.literal("not-a-word") }),
  z.object({ code: z.literal("word-not-found") }),
  z.object({ code: z.literal("too-many-words"), limit: z.number() }),
  z.object({ code: z.literal("erasure-in-interview"), adviserName: z.string(), startedAt: momentSchema }),
  z.object({ code: z.literal("nino-end-differs") }),
  z.object({ code: z.literal("audit-line-not-found") }),
  z.object({ code: z.literal("course-refused"), problems: z.array(courseProblemSchema).min(1) }),
  z.object({ code: z.literal("signature-refused"), problems: z.array(signingProblemSchema).min(1) }),
  z.object({ code: z.literal("interaction-refused"), problems: z.array(interactionProblemSchema).min(1) }),
  /** A report was asked for an office whose store this is not. */
  z.object({ code: z.literal("other-office"), name: z.string(), officeName: z.string() }),
  z.object({ code: z.literal("store-held"), holder: z.string() }),
  z.object({ code: z.literal("store-newer"), found: z.number(), known: z.number() }),
  z.object({ code: z.literal("store-damaged"), file: z.string() }),
  z.object({ code: z.literal("store-missing"), file: z.string() }),
  z.object({ code: z.literal("store-full") }),
  z.object({ code: z.literal("store-read-only") }),
  z.object({ code: z.literal("store-busy") }),
  z.object({ code: z.literal("signed-out") }),
  /** What one adviser wrote comes when another is signed in; it is never kept under the other's name. */
  z.object({ code: z.literal("adviser-changed") }),
  z.object({ code: z.literal("locked") }),
  z.object({ code: z.literal("wrong-passphrase"), waitSeconds: z.number().int().nonnegative() }),
  z.object({ code: z.literal("wrong-recovery-key"), waitSeconds: z.number().int().nonnegative() }),
  z.object({ code: z.literal("must-wait"), waitSeconds: z.number().int().positive() }),
  z.object({ code: z.literal("passphrase-too-short"), least: z.number().int().positive() }),
  z.object({ code: z.literal("recovery-key-differs") }),
  z.object({ code: z.literal("already-set-up") }),
  z.object({ code: z.literal("adviser-not-found") }),
  z.object({ code: z.literal("last-adviser") }),
  z.object({ code: z.literal("staff-number-taken") }),
  z.object({ code: z.literal("keys-missing"), file: z.string() }),
  z.object({ code: z.literal("keys-damaged"), file: z.string() }),
  z.object({ code: z.literal("keys-sealed"), file: z.string() }),
  z.object({ code: z.literal("backup-not-readable"), file: z.string() }),
  z.object({ code: z.literal("not-in-training") }),
  z.object({ code: z.literal("connection-lost") }),
  z.object({ code: z.literal("internal"), errorId: z.string() }),
]);

export type AppError = z.infer<typeof appErrorSchema>;
/** A refusal by its code. */
export type AppErrorOf<Code extends AppError["code"]> = Extract<AppError, { code: Code }>;
