import { z } from "zod";
import { civilDateSchema, formatDate } from "../dates.ts";
import { agreementNeedSchema } from "./agreement.ts";

/** Why what was written on a participant's course is refused; `field` is the field's name on screen, null for the whole. */
export const courseProblemSchema = z.object({
  field: z.string().nullable(),
  reason: z.discriminatedUnion("code", [
    z.object({ code: z.literal("not-a-participant") }),
    z.object({ code: z.literal("unknown-contract") }),
    /** Somebody else saved it meanwhile. */
    z.object({ code: z.literal("changed") }),
    z.object({ code: z.literal("missing") }),
    z.object({ code: z.literal("future"), date: civilDateSchema }),
    /** It lies before another date, which is named. */
    z.object({ code: z.literal("before"), date: civilDateSchema, other: z.string(), otherDate: civilDateSchema }),
    z.object({ code: z.literal("agreed-already"), date: civilDateSchema }),
    z.object({ code: z.literal("still-to-do"), needs: z.array(agreementNeedSchema).min(1) }),
    z.object({ code: z.literal("review-over") }),
    z.object({ code: z.literal("holiday-listed"), date: civilDateSchema, name: z.string() }),
    z.object({ code: z.literal("weekend"), date: civilDateSchema }),
    z.object({ code: z.literal("holiday-not-found") }),
    z.object({ code: z.literal("outage-not-found") }),
    z.object({ code: z.literal("outage-taken-back") }),
  ]),
});

export type CourseProblem = z.infer<typeof courseProblemSchema>;

/** A problem in a plain sentence. */
export function courseProblemMessage({ field, reason }: CourseProblem): string {
  const name = field ?? "It";
  switch (reason.code) {
    case "not-a-participant":
      return "The customer is not a participant under a contract.";
    case "unknown-contract":
      return "There is no such contract here.";
    case "changed":
      return "Somebody saved this after you opened it.";
    case "missing":
      return `${name} is missing.`;
    case "future":
      return `${name}, ${formatDate(reason.date)}, is in the future.`;
    case "before":
      return `${name}, ${formatDate(reason.date)}, lies before ${reason.other}, ${formatDate(reason.otherDate)}.`;
    case "agreed-already":
      return `The full plan was agreed already on ${formatDate(reason.date)}.`;
    case "still-to-do":
      return `Before the full plan can be agreed, ${reason.needs.length === 1 ? "one thing is" : `${reason.needs.length} things are`} still to do.`;
    case "review-over":
      return "This plan review is complete already.";
    case "holiday-listed":
      return `${formatDate(reason.date)} is listed already: ${reason.name}.`;
    case "weekend":
      return `${formatDate(reason.date)} is at a weekend, which is not counted anyway.`;
    case "holiday-not-found":
      return "This local holiday is not listed any more.";
    case "outage-not-found":
      return "This outage is not listed.";
    case "outage-taken-back":
      return "This outage was taken back already.";
  }
}
