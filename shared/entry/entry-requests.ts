import { z } from "zod";
import { nationSchema } from "../jets/contract-terms.ts";
import { identifier, nothing, type RequestShape } from "../request-parts.ts";
import { hasDoubleQuotes, onOneLine, tidyText } from "../text.ts";

/** The kinds of plan that an office makes. */
export const officePlansSchema = z.enum(["lms", "jets", "both"]);

/** A name or number that is shown or printed; it keeps to AP-8 and AP-9, since it travels with every record. */
const shortText = z
  .string()
  .overwrite((text) => onOneLine(tidyText(text)))
  .min(1)
  .max(60)
  .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks");

/** What a person types to prove who they are; how long a new passphrase must be is checked where it is set. */
const secret = z.string().min(1).max(1_000);

/** The office that this desktop is set up for. */
const officeSetUpSchema = z.strictObject({
  name: shortText,
  nation: nationSchema,
  soc: z.enum(["2000", "2010", "2020"]),
  plans: officePlansSchema,
});

const newAdviserSchema = z.strictObject({ name: shortText, staffNumber: shortText });

/** Where entry stands: before set-up, while the recovery key is shown, at the door, behind the lock, or inside. */
const entryStateSchema = z.enum(["new", "recovery-key", "signed-out", "locked", "signed-in"]);

/** What the entry windows show; it is answered in every state. */
const entrySchema = z.object({
  state: entryStateSchema,
  isTraining: z.boolean(),
  /** Null until the office is set up. */
  office: z.object({ name: z.string() }).nullable(),
  /** What plans are called under each contract here, for setting up the office; empty once it is. */
  contractPlans: z.array(z.string()),
  /** The advisers who have not retired. */
  advisers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whose work lies behind the lock; null unless it is locked. */
  lockedAdviserId: z.string().nullable(),
  /** How long the next passphrase has to wait after wrong ones. */
  waitSeconds: z.number().int().nonnegative(),
});

/** The requests that let people in and out and manage who may come in. */
export const entryRequests = {
  entry: { input: nothing, output: entrySchema },
  "set-up": {
    input: z.strictObject({ office: officeSetUpSchema, adviser: newAdviserSchema, passphrase: secret }),
    /** Eight groups of five characters, shown this once. */
    output: z.object({ recoveryKey: z.string() }),
  },
  "confirm-recovery-key": { input: z.strictObject({ lastGroup: z.string().max(100) }), output: nothing },
  /** Makes another recovery key in the place of the one before, which opens nothing from then on. */
  "new-recovery-key": { input: z.strictObject({ passphrase: secret }), output: z.object({ recoveryKey: z.string() }) },
  "open-training": { input: nothing, output: nothing },
  "sign-in": { input: z.strictObject({ adviserId: identifier, passphrase: secret }), output: nothing },
  "sign-out": { input: nothing, output: nothing },
  lock: { input: nothing, output: nothing },
  /** The adviser is typing or moving; told at most twice a minute. */
  "still-here": { input: nothing, output: nothing },
  recover: {
    input: z.strictObject({ recoveryKey: secret, adviserId: identifier, passphrase: secret }),
    output: nothing,
  },
  "change-passphrase": { input: z.strictObject({ passphrase: secret, newPassphrase: secret }), output: nothing },
  "list-advisers": {
    input: nothing,
    output: z.object({
      advisers: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          staffNumber: z.string(),
          isRetired: z.boolean(),
          /** The name of the client with whom the adviser has an interview open; absent when there is none. */
          inInterviewWith: z.string().optional(),
        }),
      ),
    }),
  },
  "add-adviser": {
    input: newAdviserSchema.extend({ passphrase: secret }),
    output: z.object({ adviserId: z.string() }),
  },
  "rename-adviser": { input: z.strictObject({ adviserId: identifier, name: shortText }), output: nothing },
  "retire-adviser": { input: z.strictObject({ adviserId: identifier }), output: nothing },
} as const satisfies Record<string, RequestShape>;

/** Where entry stands, by its name. */
export type EntryState = z.infer<typeof entryStateSchema>;
