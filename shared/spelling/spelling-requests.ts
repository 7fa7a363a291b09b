import { z } from "zod";
import { identifier, nothing, type RequestShape } from "../request-parts.ts";
import { findingSchema, officeWordSchema } from "./spelling.ts";

/** The spelling check and the office's dictionary (¶109 to ¶111). */
export const spellingRequests = {
  /** What is wrong in each text, in the texts' order; the names of the client and of every adviser are right. */
  "check-spelling": {
    input: z.strictObject({
      /** Null where what is written is about no client. */
      clientId: identifier.nullable(),
      texts: z.array(z.strictObject({ id: z.string().max(200), text: z.string().max(100_000) })).max(2_000),
    }),
    output: z.object({ findings: z.array(findingSchema.extend({ id: z.string() })) }),
  },
  /** Best first; none where nothing is like it. */
  "suggest-spelling": {
    input: z.strictObject({ word: z.string().max(1_000) }),
    output: z.object({ suggestions: z.array(z.string()) }),
  },
  /** Has the check made ready before it is needed; it answers at once. */
  "warm-spelling": { input: nothing, output: nothing },
  /** The office's own words, in the order of the alphabet. */
  "list-words": { input: nothing, output: z.object({ words: z.array(officeWordSchema) }) },
  /** A word that is there already is answered as it is. */
  "add-word": { input: z.strictObject({ word: z.string().max(1_000) }), output: officeWordSchema },
  "remove-word": { input: z.strictObject({ wordId: identifier }), output: nothing },
  /** A list with one word a line; lines that are none are left out and named. */
  "import-words": {
    input: z.strictObject({ list: z.string().max(1_000_000) }),
    output: z.object({
      added: z.number().int().nonnegative(),
      known: z.number().int().nonnegative(),
      /** The numbers, from 1, of the lines that hold no word. */
      linesLeftOut: z.array(z.number().int().positive()),
    }),
  },
  /** The same kind of list, as UTF-8 is to be written. */
  "export-words": { input: nothing, output: z.object({ fileName: z.string(), list: z.string() }) },
} as const satisfies Record<string, RequestShape>;
