import { z } from "zod";
import { type CivilDate, civilDateSchema } from "../dates.ts";
import { countCharacters, hasDoubleQuotes, isBlank } from "../text.ts";
import type {
  ClientDetails,
  ClientRecord,
  Iwbc,
  JobPreference,
  Jsag,
  LastJob,
  More,
  Qualification,
} from "./client-record.ts";
import { type NinoRule, ninoProblem } from "./nino.ts";
import { isJsaClient } from "./pull-through.ts";
import type { RecordPart } from "./record-part.ts";

/** How many characters a field of one line holds, and a field of notes (as an import takes them). */
export const LINE_CHARACTERS = 200;
export const NOTES_CHARACTERS = 2_000;

/** Why a field of a record window cannot be saved as it is, with what its sentence needs. */
export const recordReasonSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("missing") }),
  z.object({ code: z.literal("too-long"), limit: z.number(), over: z.number() }),
  z.object({ code: z.literal("double-quotes") }),
  /** What is wrong with it by HMRC's rules, in words. */
  z.object({ code: z.literal("not-a-nino"), words: z.string() }),
  z.object({ code: z.literal("not-a-soc-code") }),
  z.object({ code: z.literal("in-future"), latest: civilDateSchema }),
  z.object({ code: z.literal("ends-before-start"), start: civilDateSchema }),
  z.object({ code: z.literal("outside-interview") }),
  z.object({ code: z.literal("jsa-only") }),
  z.object({ code: z.literal("read-only") }),
]);

/** A field to be put right, by its name on screen; in Quals and CBW with its row, from 1. */
export const recordProblemSchema = z.object({ field: z.string(), reason: recordReasonSchema });

export type RecordReason = z.infer<typeof recordReasonSchema>;
export type RecordProblem = z.infer<typeof recordProblemSchema>;

/** What the rules need to know besides what was written. */
export interface RecordSituation {
  readonly today: CivilDate;
  readonly rule: NinoRule;
  readonly isInterviewOpen: boolean;
  /** The client has a JSAg to fill in: a JSA client, or one who has one already (¶80). */
  readonly isJsaClient: boolean;
  /** More's preferences are the JSAg's to change (¶80). */
  readonly areAimsReadOnly: boolean;
  /** What stands there now, for the fields that cannot be changed here. */
  readonly savedAims: Pick<More, "jobPreferences" | "preferredHours">;
  /** Rows of Quals that stand on the record as they are: what is wrong with one holds up no other. */
  readonly savedQualifications?: readonly Qualification[];
}

/** Tells whether the client has a JSAg to fill in: a JSA client, or one who has one from before (¶80). */
export function canHaveJsag(client: Pick<ClientRecord, "benefit" | "clientGroup" | "jsag">): boolean {
  const isRecorded = client.benefit !== "" || client.clientGroup !== "";
  return client.jsag !== null || (isRecorded && isJsaClient(client));
}

/** Lists each field of a window's part to be put right, in the window's order; none means that it may be saved. */
export function recordProblems(part: RecordPart, situation: RecordSituation): RecordProblem[] {
  switch (part.window) {
    case "Client":
      return detailsProblems(part.details, situation);
    case "More":
      return moreProblems(part.more, situation);
    case "Quals":
      return part.qualifications.flatMap((row, index) =>
        stands(row, situation) ? [] : qualificationProblems(row, index + 1, situation),
      );
    case "CBW":
      return part.childDatesOfBirth.flatMap((date, index) =>
        futureProblem(`Date of birth ${index + 1}`, date, situation),
      );
    case "IWBC":
      return iwbcProblems(part.iwbc, situation);
    case "JSAg":
      return jsagProblems(part.jsag, situation);
  }
}

function detailsProblems(details: ClientDetails, situation: RecordSituation): RecordProblem[] {
  const words = ninoProblem(details.nino, situation.rule);
  const contact: readonly (readonly [string, string])[] = [
    ...details.address.map((line, index) => [`Address ${index + 1}`, line] as const),
    ["Postcode", details.postcode],
    ["Telephone", details.telephone],
    ["Mobile", details.mobile],
    ["Email", details.email],
    ["Benefit", details.benefit],
    ["Client group", details.clientGroup],
    ["Status", details.status],
  ];
  return [
    ...(words ? [{ field: "NINO", reason: { code: "not-a-nino", words } } satisfies RecordProblem] : []),
    ...lineProblems("Title", details.title),
    ...missingProblem("Surname", isBlank(details.surname)),
    ...lineProblems("Surname", details.surname),
    ...lineProblems("Forenames", details.forenames),
    ...futureProblem("Date of birth", details.dateOfBirth, situation),
    ...contact.flatMap(([field, text]) => lineProblems(field, text)),
  ];
}

function moreProblems(more: More, situation: RecordSituation): RecordProblem[] {
  return [
    ...(situation.areAimsReadOnly ? keptAimsProblems(more, situation) : preferenceProblems(more.jobPreferences)),
    ...more.lastJobs.flatMap((job, index) => lastJobProblems(job, index + 1, situation)),
    ...notesProblems("Additional support needs", more.supportNeeds),
  ];
}

/** For a JSA client the preferences on More are read-only: the JSAg's count (¶80). */
function keptAimsProblems(more: More, { savedAims }: RecordSituation): RecordProblem[] {
  const aims = ({ jobPreferences, preferredHours }: RecordSituation["savedAims"]) =>
    JSON.stringify([jobPreferences.map(({ job, soc }) => [job, soc]), preferredHours]);
  return aims(more) === aims(savedAims) ? [] : [{ field: "Job Pref 1", reason: { code: "read-only" } }];
}

function preferenceProblems(preferences: readonly JobPreference[]): RecordProblem[] {
  return preferences.flatMap(({ job, soc }, index) => [
    ...lineProblems(`Job Pref ${index + 1}`, job),
    ...(soc === "" || /^\d{4}$/.test(soc)
      ? []
      : [{ field: `SOC ${index + 1}`, reason: { code: "not-a-soc-code" } } satisfies RecordProblem]),
  ]);
}

function lastJobProblems({ job, from, to }: LastJob, number: number, situation: RecordSituation): RecordProblem[] {
  const start = `Last Job ${number} From`;
  const end = `Last Job ${number} To`;
  return [
    ...lineProblems(`Last Job ${number}`, job),
    ...futureProblem(start, from, situation),
    ...futureProblem(end, to, situation),
    ...(from && to && from > to
      ? [{ field: end, reason: { code: "ends-before-start", start: from } } satisfies RecordProblem]
      : []),
  ];
}

function stands(row: Qualification, { savedQualifications = [] }: RecordSituation): boolean {
  const fields = ["level", "subject", "outcome", "completed", "kind", "onPlan"] as const;
  return savedQualifications.some((saved) => fields.every((field) => saved[field] === row[field]));
}

function qualificationProblems(row: Qualification, number: number, situation: RecordSituation): RecordProblem[] {
  const isEmpty = [row.level, row.subject, row.outcome].every(isBlank) && row.completed === null;
  return [
    ...lineProblems(`Level ${number}`, row.level),
    ...missingProblem(`Subject ${number}`, isEmpty),
    ...lineProblems(`Subject ${number}`, row.subject),
    ...lineProblems(`Outcome ${number}`, row.outcome),
    ...futureProblem(`Date Completed ${number}`, row.completed, situation),
  ];
}

/** A calculation can be added only in an interview (¶89); it is never amended. */
function iwbcProblems(iwbc: Iwbc | null, { isInterviewOpen }: RecordSituation): RecordProblem[] {
  if (!isInterviewOpen) return [{ field: "IWBC", reason: { code: "outside-interview" } }];
  return [
    ...missingProblem("Result", !iwbc?.result),
    ...notesProblems("IWBC Notes", iwbc?.notes ?? ""),
    ...missingProblem("IWBC Date", !iwbc?.date),
  ];
}

function jsagProblems(jsag: Jsag | null, situation: RecordSituation): RecordProblem[] {
  if (!situation.isJsaClient) return [{ field: "JSAg", reason: { code: "jsa-only" } }];
  if (!jsag) return [];
  return [
    ...preferenceProblems(jsag.jobPreferences),
    ...notesProblems("Availability", jsag.availability),
    ...notesProblems("Restrictions", jsag.restrictions),
    ...notesProblems("Actions agreed", jsag.actionsAgreed),
    ...futureProblem("Date signed", jsag.signed, situation),
  ];
}

function missingProblem(field: string, isMissing: boolean): RecordProblem[] {
  return isMissing ? [{ field, reason: { code: "missing" } }] : [];
}

function futureProblem(field: string, date: CivilDate | null, { today }: RecordSituation): RecordProblem[] {
  return date && date > today ? [{ field, reason: { code: "in-future", latest: today } }] : [];
}

function lineProblems(field: string, text: string): RecordProblem[] {
  return textProblems(field, text, LINE_CHARACTERS);
}

function notesProblems(field: string, text: string): RecordProblem[] {
  return textProblems(field, text, NOTES_CHARACTERS);
}

function textProblems(field: string, text: string, limit: number): RecordProblem[] {
  const over = countCharacters(text) - limit;
  return [
    ...(over > 0 ? [{ field, reason: { code: "too-long", limit, over } } satisfies RecordProblem] : []),
    ...(hasDoubleQuotes(text) ? [{ field, reason: { code: "double-quotes" } } satisfies RecordProblem] : []),
  ];
}
