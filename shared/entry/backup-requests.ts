import { z } from "zod";
import { momentSchema } from "../dates.ts";
import { nothing, type RequestShape } from "../request-parts.ts";

const backupSchema = z.object({ file: z.string(), madeAt: momentSchema, bytes: z.number().int().nonnegative() });

/** The office's backups, which lie beside its store. */
export const backupRequests = {
  "back-up": { input: nothing, output: backupSchema.omit({ madeAt: true }) },
  /** Newest first. */
  "list-backups": { input: nothing, output: z.object({ folder: z.string(), backups: z.array(backupSchema) }) },
  "restore-backup": { input: z.strictObject({ file: z.string().min(1).max(4_096) }), output: nothing },
} as const satisfies Record<string, RequestShape>;
