import { z } from "zod";

/** Why an interaction, an attachment or a request is refused; `field` is the field's name on screen, null for the whole. */
export const interactionProblemSchema = z.object({
  field: z.string().nullable(),
  reason: z.discriminatedUnion("code", [
    z.object({ code: z.literal("not-a-participant") }),
    z.object({ code: z.literal("missing") }),
  ]),
});

export type InteractionProblem = z.infer<typeof interactionProblemSchema>;

/** A problem in a plain sentence. */
export function interactionProblemMessage({ field, reason }: InteractionProblem): string {
  switch (reason.code) {
    case "not-a-participant":
      return "The customer is not a participant under a contract.";
    case "missing":
      return `${field ?? "It"} is missing.`;
  }
}
