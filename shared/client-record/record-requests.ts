import { z } from "zod";
import { civilDateSchema } from "../dates.ts";
import { draftWindows, identifier, type RequestShape } from "../request-parts.ts";
import {
  calculationSchema,
  clientDetailsSchema,
  clientSummarySchema,
  storedClientRecordSchema,
} from "./client-record.ts";
import { recordPartSchema } from "./record-part.ts";

/** The client record's windows. */
export const recordRequests = {
  "amend-record": {
    input: z.strictObject({
      clientId: identifier,
      /** What stood in the window when it was opened: refused when somebody saved something else meanwhile. */
      opened: recordPartSchema,
      part: recordPartSchema,
      /** True when the adviser saw that the clock moved back and goes on (DT-2). */
      isClockConfirmed: z.boolean().optional(),
      draftWindows,
    }),
    output: storedClientRecordSchema,
  },
  "new-client": {
    input: z.strictObject({
      details: clientDetailsSchema.strict(),
      isClockConfirmed: z.boolean().optional(),
      draftWindows,
    }),
    output: z.object({ clientId: z.string() }),
  },
  /** Who may be the same person, to be shown side by side before saving. */
  "find-duplicates": {
    input: z.strictObject({
      nino: z.string().max(100),
      surname: z.string().max(1_000),
      dateOfBirth: civilDateSchema.nullable(),
      /** The client whose record it is; null for a new one. */
      exceptClientId: identifier.nullable(),
    }),
    output: z.object({ clients: z.array(clientSummarySchema) }),
  },
  /** Every In Work Benefit Calculation, newest first; the record carries only the newest. */
  "list-calculations": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({ calculations: z.array(calculationSchema) }),
  },
} as const satisfies Record<string, RequestShape>;
