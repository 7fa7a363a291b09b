import { z } from "zod";
import { identifier, kind, nothing, type RequestShape } from "../request-parts.ts";
import { letterheadSchema } from "./letterhead.ts";
import {
  copiesSchema,
  givenCopySchema,
  meansSchema,
  printChoiceSchema,
  printerSchema,
  printFormatSchema,
  printPasswordSchema,
} from "./print-options.ts";

/** Printing: on paper, to a file, what was given to the customer, and the letterhead. */
export const printRequests = {
  "make-print": {
    input: printChoiceSchema
      .extend({
        clientId: identifier,
        kind,
        format: printFormatSchema.default("pdf"),
        /** Opens the document; for a PDF alone. */
        password: printPasswordSchema.optional(),
      })
      .refine(({ format, password }) => format === "pdf" || password === undefined),
    output: z.object({
      printId: z.string(),
      fileName: z.string(),
      /** Null for a document without pages. */
      pages: z.number().int().positive().nullable(),
      /** The document's bytes, base64. */
      document: z.string(),
    }),
  },
  /** Takes back what is being made or printed for a client; nothing happens where nothing is. */
  "cancel-print": { input: z.strictObject({ clientId: identifier, kind }), output: nothing },
  "hand-over-print": {
    /** How the copy came to the customer; into the hand where nothing else is said. */
    input: z.strictObject({ printId: identifier, means: meansSchema.optional() }),
    output: nothing,
  },
  /** The default printer first. */
  "list-printers": { input: nothing, output: z.object({ printers: z.array(printerSchema) }) },
  /** The very pages that print-plan prints with the same choices. */
  "preview-print": {
    input: printChoiceSchema.extend({ clientId: identifier, kind }),
    output: z.object({ pages: z.number().int().positive(), /** The document's bytes, base64. */ pdf: z.string() }),
  },
  "print-plan": {
    input: printChoiceSchema.extend({
      clientId: identifier,
      kind,
      copies: copiesSchema,
      printer: z.string().min(1).max(300),
      tray: z.string().min(1).max(300),
    }),
    output: z.object({ printId: z.string(), pages: z.number().int().positive() }),
  },
  /** What was given to the customer, newest first. */
  "list-copies": {
    input: z.strictObject({ clientId: identifier, kind }),
    output: z.object({ copies: z.array(givenCopySchema) }),
  },
  "read-letterhead": { input: nothing, output: z.object({ image: z.string().nullable() }) },
  /** A page of nobody's with the picture at its head, or without one. */
  "preview-letterhead": {
    input: z.strictObject({ image: letterheadSchema.nullable() }),
    output: z.object({ /** The document's bytes, base64. */ pdf: z.string() }),
  },
  "set-letterhead": { input: z.strictObject({ image: letterheadSchema.nullable() }), output: nothing },
} as const satisfies Record<string, RequestShape>;
