import { z } from "zod";
import { identifier, type RequestShape } from "../request-parts.ts";
import { auditChangeSchema, auditFilterSchema, auditLineSchema } from "./audit.ts";
import { erasedBackupsSchema, erasureReasonSchema } from "./erasure.ts";

/** Rights over the data: subject access, erasure, and the audit for whoever is signed in. */
export const rightsRequests = {
  /** Everything held on a client, to be saved as files. */
  "subject-access": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({
      files: z.array(z.object({ name: z.string(), type: z.string(), text: z.string() })),
      /** The files attached to interactions: each is asked for by open-attachment, and saved under the name given here. */
      attachments: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
    }),
  },
  "erase-client": {
    input: z.strictObject({
      clientId: identifier,
      reason: erasureReasonSchema,
      /** The NINO's last characters, typed by whoever erases. */
      ninoEnd: z.string().max(20),
    }),
    output: z.object({ backups: erasedBackupsSchema }),
  },
  /** Newest first, a page at a time. */
  "audit-lines": {
    input: z.strictObject({
      filter: auditFilterSchema,
      /** Only lines older than this one; null for the newest. */
      before: z.number().int().positive().nullable(),
    }),
    output: z.object({
      lines: z.array(auditLineSchema),
      hasMore: z.boolean(),
      /** Every adviser there ever was, to choose from. */
      advisers: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  },
  "audit-line": {
    input: z.strictObject({
      lineId: z.number().int().positive(),
      /** Only changes after this one; 0 for the first. */
      after: z.number().int().nonnegative(),
    }),
    output: z.object({ line: auditLineSchema, changes: z.array(auditChangeSchema), hasMore: z.boolean() }),
  },
  /** The audit as CSV in parts, newest first; `next` goes in as `before` for the part after, and is null after the last. */
  "export-audit": {
    input: z.strictObject({ filter: auditFilterSchema, before: z.number().int().positive().nullable() }),
    output: z.object({ fileName: z.string(), csv: z.string(), next: z.number().int().positive().nullable() }),
  },
} as const satisfies Record<string, RequestShape>;
