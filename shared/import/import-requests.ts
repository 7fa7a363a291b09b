import { z } from "zod";
import { identifier, nothing, type RequestShape } from "../request-parts.ts";
import {
  importColumnChoiceSchema,
  importCountsSchema,
  importRemarkSchema,
  importReviewSchema,
} from "./import-review.ts";

/** How many bytes of an import file one request carries. */
export const IMPORT_PART_BYTES = 1_048_576;
/** The largest import file. */
export const LARGEST_IMPORT_BYTES = 256 * 1024 * 1024;

/** Importing clients from a file: sent in parts, checked, shown, and written only when the adviser says so. */
export const importRequests = {
  /** Begins an import; there is one at a time. */
  "begin-import": {
    input: z.strictObject({ bytes: z.number().int().nonnegative() }),
    output: z.object({ importId: z.string() }),
  },
  /** The file's next bytes, base64. */
  "send-import-part": {
    input: z.strictObject({ importId: identifier, part: z.base64().max(Math.ceil(IMPORT_PART_BYTES / 3) * 4) }),
    output: z.object({ received: z.number().int().nonnegative() }),
  },
  /** Reads and checks the whole file and compares it with the store; nothing is written. Events tell how far it is. */
  "check-import": {
    input: z.strictObject({
      importId: identifier,
      /** What columns with other names stand for; null for what was chosen the last time for such a header row. */
      choices: z.array(importColumnChoiceSchema).max(1_000).nullable(),
    }),
    output: importReviewSchema,
  },
  /** Problems first, then notes, each by line and column. */
  "list-import-remarks": {
    input: z.strictObject({ importId: identifier, from: z.number().int().nonnegative() }),
    output: z.object({ remarks: z.array(importRemarkSchema) }),
  },
  /** Writes all of it or nothing. */
  "confirm-import": { input: z.strictObject({ importId: identifier }), output: importCountsSchema },
  /** Gives the import up, which is possible until it is committed; false where it was too late. */
  "cancel-import": { input: z.strictObject({ importId: identifier }), output: z.object({ isCancelled: z.boolean() }) },
  /** The window that shows the import is still there: one that nobody looks at is given up. */
  "keep-import": { input: z.strictObject({ importId: identifier }), output: nothing },
} as const satisfies Record<string, RequestShape>;
