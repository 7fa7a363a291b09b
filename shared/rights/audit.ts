import { z } from "zod";
import { civilDateSchema, momentSchema } from "../dates.ts";

/** Whether a line of the audit says that a client was looked at, or that something was changed. */
export const auditKindSchema = z.enum(["read", "change"]);

/** Which lines of the audit are wanted; what is absent narrows nothing. */
export const auditFilterSchema = z.strictObject({
  clientId: z.string().min(1).max(64).optional(),
  adviserId: z.string().min(1).max(64).optional(),
  kind: auditKindSchema.optional(),
  /** The first and the last day. */
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
});

/** A line of the audit as the manager sees it. */
export const auditLineSchema = z.object({
  id: z.number().int().positive(),
  at: momentSchema,
  kind: auditKindSchema,
  action: z.string(),
  /** Null where no adviser did it, such as a purge. */
  adviserName: z.string().nullable(),
  /** Null where it is about no one client. */
  client: z
    .object({
      id: z.string(),
      /** Null for a client who was erased. */
      name: z.string().nullable(),
      nino: z.string().nullable(),
    })
    .nullable(),
  hasChanges: z.boolean(),
});

/** One change under a line: a field, or a row that came or went as a whole. */
export const auditChangeSchema = z.object({
  id: z.number().int().positive(),
  table: z.string(),
  rowId: z.string(),
  /** Null where the whole row came or went. */
  column: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** True where a purge or an erasure emptied the values. */
  isEmptied: z.boolean(),
});

export type AuditFilter = z.infer<typeof auditFilterSchema>;
export type AuditLine = z.infer<typeof auditLineSchema>;
export type AuditChange = z.infer<typeof auditChangeSchema>;
