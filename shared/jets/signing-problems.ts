import { z } from "zod";
import { civilDateSchema, formatDate } from "../dates.ts";

/** Why a signature is refused; `field` is the field's name on screen, null for the whole. */
export const signingProblemSchema = z.object({
  field: z.string().nullable(),
  reason: z.discriminatedUnion("code", [
    z.object({ code: z.literal("not-a-participant") }),
    z.object({ code: z.literal("missing") }),
    /** Nothing was drawn, or no more than a dot. */
    z.object({ code: z.literal("no-ink") }),
    z.object({ code: z.literal("not-confirmed") }),
    z.object({ code: z.literal("text-too-long"), limit: z.number(), over: z.number() }),
    z.object({ code: z.literal("in-future") }),
    z.object({ code: z.literal("too-early"), earliest: civilDateSchema }),
    /** The field is filled in, but this manner of signing has no use for it. */
    z.object({ code: z.literal("not-in-this-manner") }),
    z.object({ code: z.literal("not-the-adviser"), adviserName: z.string() }),
    z.object({ code: z.literal("annotation-unknown") }),
    z.object({
      code: z.literal("annotation-not-in-use"),
      words: z.string(),
      firstDay: civilDateSchema,
      lastDay: civilDateSchema.nullable(),
    }),
    /** What stands now is not what the window showed. */
    z.object({ code: z.literal("changed-meanwhile") }),
    z.object({ code: z.literal("interaction-not-found") }),
  ]),
});

export type SigningProblem = z.infer<typeof signingProblemSchema>;

/** A problem in a plain sentence. */
export function signingProblemMessage({ field, reason }: SigningProblem): string {
  const name = field ?? "It";
  switch (reason.code) {
    case "not-a-participant":
      return "The customer is not a participant under a contract.";
    case "missing":
      return `${name} is missing.`;
    case "no-ink":
      return "Nothing that could be a signature was drawn: a dot is not enough, a cross is.";
    case "not-confirmed":
      return "The typed name is not confirmed yet: tick the confirmation.";
    case "text-too-long":
      return `${name} is ${reason.over} over ${reason.limit} characters.`;
    case "in-future":
      return `${name} lies in the future.`;
    case "too-early":
      return `${name} lies before ${formatDate(reason.earliest)}, when there was nothing to sign yet.`;
    case "not-in-this-manner":
      return `${name} has no place in this manner of signing.`;
    case "not-the-adviser":
      return `The provider signs under the name of who is signed in: ${reason.adviserName}.`;
    case "annotation-unknown":
      return "The annotation is not one of this contract's.";
    case "annotation-not-in-use":
      return `The annotation ${reason.words} is in use only ${daysInWords(reason)}.`;
    case "changed-meanwhile":
      return "What is to be signed has changed since this window showed it. Look at it as it stands now, then sign.";
    case "interaction-not-found":
      return "The interaction is not there.";
  }
}

function daysInWords({ firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string | null }): string {
  const first = formatDate(firstDay);
  return lastDay === null ? `from ${first}` : `from ${first} to ${formatDate(lastDay)}`;
}
