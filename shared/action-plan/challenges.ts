import { z } from "zod";

/** The 5 Challenges (¶44) by the codes they are stored under. */
export const challengeSchema = z.enum(["belief", "labour-market", "jobsearch", "presenting", "keeping"]);

export type Challenge = z.infer<typeof challengeSchema>;

/** The 5 Challenges in ¶44's order and words. */
export const CHALLENGES: readonly { readonly code: Challenge; readonly name: string }[] = [
  { code: "belief", name: "Basic belief" },
  { code: "labour-market", name: "Local Labour Market Knowledge" },
  { code: "jobsearch", name: "Jobsearch Skills" },
  { code: "presenting", name: "Presenting my case effectively" },
  { code: "keeping", name: "Keeping the job" },
];
