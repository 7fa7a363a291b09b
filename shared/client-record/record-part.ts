import { z } from "zod";
import { civilDateSchema } from "../dates.ts";
import {
  type ClientRecord,
  clientDetailsSchema,
  iwbcSchema,
  jsagSchema,
  moreSchema,
  qualificationSchema,
} from "./client-record.ts";

/** What one window of the client record holds and saves. */
export const recordPartSchema = z.discriminatedUnion("window", [
  z.strictObject({ window: z.literal("Client"), details: clientDetailsSchema.strict() }),
  z.strictObject({ window: z.literal("More"), more: moreSchema.strict() }),
  z.strictObject({ window: z.literal("Quals"), qualifications: z.array(qualificationSchema.strict()).max(200) }),
  z.strictObject({ window: z.literal("CBW"), childDatesOfBirth: z.array(civilDateSchema).max(50) }),
  z.strictObject({ window: z.literal("IWBC"), iwbc: iwbcSchema.strict().nullable() }),
  z.strictObject({ window: z.literal("JSAg"), jsag: jsagSchema.strict().nullable() }),
]);

export type RecordPart = z.infer<typeof recordPartSchema>;
export type PartWindow = RecordPart["window"];

/** The part of a record that a window shows. */
export function partOf(record: ClientRecord, window: PartWindow): RecordPart {
  switch (window) {
    case "Client":
      return { window, details: clientDetailsSchema.parse(record) };
    case "More":
      return { window, more: record.more };
    case "Quals":
      return { window, qualifications: record.qualifications };
    case "CBW":
      return { window, childDatesOfBirth: record.childDatesOfBirth };
    case "IWBC":
      return { window, iwbc: record.iwbc };
    case "JSAg":
      return { window, jsag: record.jsag };
  }
}

/** A record with one window's part in the place of its own. */
export function withPart(record: ClientRecord, part: RecordPart): ClientRecord {
  switch (part.window) {
    case "Client":
      return { ...record, ...part.details };
    case "More":
      return { ...record, more: part.more };
    case "Quals":
      return { ...record, qualifications: part.qualifications };
    case "CBW":
      return { ...record, childDatesOfBirth: part.childDatesOfBirth };
    case "IWBC":
      return { ...record, iwbc: part.iwbc };
    case "JSAg":
      return { ...record, jsag: part.jsag };
  }
}

/** Tells whether two parts of the same window say the same, whatever order their fields came in. */
export function isSamePart(a: RecordPart, b: RecordPart): boolean {
  return JSON.stringify(recordPartSchema.parse(a)) === JSON.stringify(recordPartSchema.parse(b));
}
