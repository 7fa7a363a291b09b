import { z } from "zod";

/** Why what was written on a participant's course is refused; `field` is the field's name on screen, null for the whole. */
export const courseProblemSchema = z.object({
  field: z.string().nullable(),
  reason: z.discriminatedUnion("code", [
    z.object({ code: z.literal("not-a-participant") }),
    z.object({ code: z.literal("missing") }),
  ]),
});

export type CourseProblem = z.infer<typeof courseProblemSchema>;

/** A problem in a plain sentence. */
export function courseProblemMessage({ field, reason }: CourseProblem): string {
  switch (reason.code) {
    case "not-a-participant":
      return "The customer is not a participant under a contract.";
    case "missing":
      return `${field ?? "It"} is missing.`;
  }
}
