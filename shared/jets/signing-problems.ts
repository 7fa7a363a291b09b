import { z } from "zod";

/** Why a signature is refused; `field` is the field's name on screen, null for the whole. */
export const signingProblemSchema = z.object({
  field: z.string().nullable(),
  reason: z.discriminatedUnion("code", [
    z.object({ code: z.literal("not-a-participant") }),
    z.object({ code: z.literal("missing") }),
  ]),
});

export type SigningProblem = z.infer<typeof signingProblemSchema>;

/** A problem in a plain sentence. */
export function signingProblemMessage({ field, reason }: SigningProblem): string {
  switch (reason.code) {
    case "not-a-participant":
      return "The customer is not a participant under a contract.";
    case "missing":
      return `${field ?? "It"} is missing.`;
  }
}
