import { z } from "zod";
import { civilDateSchema } from "../dates.ts";

/** A time of day, HH:MM. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is no time of day");

/** An interview that is booked and neither held nor cancelled yet (¶64). */
export const appointmentSchema = z.object({
  id: z.string(),
  clientId: z.string(),
  date: civilDateSchema,
  time: timeOfDaySchema,
  kind: z.string(),
  adviserId: z.string(),
  adviserName: z.string(),
  version: z.number().int().positive(),
});

export type Appointment = z.infer<typeof appointmentSchema>;
