import { z } from "zod";
import { civilDateSchema, formatDate } from "../dates.ts";
import { ATTACHMENT_TYPE_NAMES } from "./attachment-rules.ts";
import { attachmentTypeSchema } from "./interaction.ts";

const interactionReasonSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("not-a-participant") }),
  z.object({ code: z.literal("missing") }),
  z.object({ code: z.literal("future"), today: civilDateSchema }),
  z.object({ code: z.literal("before-referral"), referredOn: civilDateSchema }),
  z.object({ code: z.literal("text-too-long"), limit: z.number(), over: z.number() }),
  z.object({ code: z.literal("written"), kind: z.enum(["e-mail", "letter"]) }),
  z.object({ code: z.literal("interaction-not-found") }),
  z.object({ code: z.literal("name-missing") }),
  z.object({ code: z.literal("name-too-long"), limit: z.number() }),
  z.object({ code: z.literal("name-separator") }),
  z.object({ code: z.literal("name-control") }),
  z.object({ code: z.literal("name-hidden") }),
  z.object({ code: z.literal("name-sign"), sign: z.string() }),
  z.object({ code: z.literal("name-dot") }),
  z.object({ code: z.literal("name-reserved") }),
  z.object({ code: z.literal("type-not-kept") }),
  z.object({
    code: z.literal("type-differs"),
    named: attachmentTypeSchema,
    /** Null where it is nothing that is kept. */
    found: attachmentTypeSchema.nullable(),
  }),
  z.object({ code: z.literal("file-empty") }),
  z.object({ code: z.literal("file-too-large"), bytes: z.number(), limit: z.number() }),
  z.object({ code: z.literal("file-not-whole") }),
  z.object({ code: z.literal("sending-over") }),
  z.object({ code: z.literal("too-many-at-once") }),
  z.object({ code: z.literal("attachment-not-found") }),
  z.object({ code: z.literal("request-not-found") }),
  z.object({ code: z.literal("already-answered"), answeredOn: civilDateSchema }),
  z.object({ code: z.literal("copy-of-another-plan") }),
  z.object({ code: z.literal("copy-not-given") }),
  z.object({ code: z.literal("copy-before-request"), askedOn: civilDateSchema }),
]);

/** Why an interaction, an attachment or a request is refused; `field` is the field's name on screen, null for the whole. */
export const interactionProblemSchema = z.object({
  field: z.string().nullable(),
  reason: interactionReasonSchema,
});

export type InteractionReason = z.infer<typeof interactionReasonSchema>;
export type InteractionProblem = z.infer<typeof interactionProblemSchema>;

/** What a file can be, as every refusal of another one says it. */
const KEPT = "A file can be a PDF, a PNG or JPEG picture, plain text (UTF-8) or CSV.";

/** A problem in plain sentences. */
export function interactionProblemMessage({ field, reason }: InteractionProblem): string {
  switch (reason.code) {
    case "not-a-participant":
      return "The customer is not a participant under a contract.";
    case "missing":
      return `${field ?? "It"} is missing.`;
    case "future":
      return `${field ?? "The date"} is in the future; today is ${formatDate(reason.today)}.`;
    case "before-referral":
      return `${field ?? "The date"} is before the referral on ${formatDate(reason.referredOn)}.`;
    case "text-too-long":
      return `${field ?? "It"} is ${reason.over} over its ${reason.limit} characters.`;
    case "written":
      return `${reason.kind === "letter" ? "A letter" : "An e-mail"} is no meeting: leave ${field ?? "the means"} empty.`;
    case "interaction-not-found":
      return "The interaction is not there any more.";
    case "sending-over":
      return "The file was not sent to its end, and what there was of it has been given up. Attach it again.";
    case "too-many-at-once":
      return "Other files are still being attached. Wait until they are there.";
    case "attachment-not-found":
      return "The file is not there any more.";
    default:
      return fileMessage(reason) ?? requestMessage(reason);
  }
}

function fileMessage(reason: InteractionReason): string | undefined {
  switch (reason.code) {
    case "name-missing":
      return "The file has no name.";
    case "name-too-long":
      return `The file's name is longer than ${reason.limit} characters: shorten it.`;
    case "name-separator":
      return "The file's name has a slash or a backslash, which leads to another folder: take it out.";
    case "name-control":
      return "The file's name has a line end or a control character: take it out.";
    case "name-hidden":
      return "The file's name has a character that is not seen, or that turns the direction of writing and so can hide the ending: type the name anew.";
    case "name-sign":
      return `The file's name has ${reason.sign}, which a name cannot have on every desktop: take it out.`;
    case "name-dot":
      return "The file's name begins with a dot, which hides a file: take it away.";
    case "name-reserved":
      return "The file has a name that Windows keeps for a device: give it another one.";
    case "type-not-kept":
      return `The ending of the file's name stands for no kind of file that is kept. ${KEPT}`;
    case "type-differs":
      return typeDiffers(reason);
    case "file-empty":
      return "The file is empty.";
    case "file-too-large":
      return `The file has ${inFigures(reason.bytes)} bytes; the most is 10 MB, which is ${inFigures(reason.limit)}.`;
    case "file-not-whole":
      return "The file changed while it was read: attach it again.";
    default:
      return undefined;
  }
}

function typeDiffers({ named, found }: Extract<InteractionReason, { code: "type-differs" }>): string {
  const is = found === null ? "something that is not kept" : ATTACHMENT_TYPE_NAMES[found];
  return `By its name the file is ${ATTACHMENT_TYPE_NAMES[named]}, by its content it is ${is}: they have to agree. ${KEPT}`;
}

function requestMessage(reason: InteractionReason): string {
  switch (reason.code) {
    case "already-answered":
      return `This was answered on ${formatDate(reason.answeredOn)}.`;
    case "copy-of-another-plan":
      return "The copy is of another plan than the participant's.";
    case "copy-not-given":
      return "The copy has not been printed or handed over.";
    case "copy-before-request":
      return `The copy was given before it was asked for on ${formatDate(reason.askedOn)}.`;
    default:
      return "What was asked for is not there any more.";
  }
}

function inFigures(count: number): string {
  return count.toLocaleString("en-GB");
}
