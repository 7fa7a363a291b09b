import { z } from "zod";
import { planKindSchema, planSchema } from "../action-plan/action-plan.ts";
import { momentSchema } from "../dates.ts";
import { appointmentSchema } from "../interview/appointment.ts";
import { doubtSchema } from "../interview/doubt.ts";
import { interviewSchema } from "../interview/interview.ts";
import { openInterviewSchema } from "../interview/interview-requests.ts";
import { identifier, nothing, type RequestShape } from "../request-parts.ts";
import { clientSummarySchema, storedClientRecordSchema } from "./client-record.ts";
import { conversationSchema } from "./conversation.ts";

/** How a client matched what was typed in Find a client, best first. */
const matchSchema = z.enum(["exact", "starts", "sounds"]);

/** How many clients one page of a list holds: the places that an outline gives are as many clients apart. */
export const CLIENTS_A_PAGE = 100;

/** A place in a list of clients: it goes on after the client who stands there. */
const listPlaceSchema = z.strictObject({ name: z.string().max(1_000), key: z.string().max(64) });

/** The lists of the first screen, besides the recent clients: the adviser's own caseload, and the whole office. */
const clientListSchema = z.enum(["mine", "everyone"]);

/** A client's page: the record, the interviews newest first, the plan if there is one, and the open interview. */
const clientPageSchema = z.object({
  client: storedClientRecordSchema,
  plan: planSchema.nullable(),
  /** The plan under a contract, if there is one. */
  jetsPlan: planSchema.nullable(),
  /** The code of the contract that such a plan is under or would be under; null where the client is no participant. */
  contract: z.string().nullable(),
  /** The dated annotations that stand in the place of signatures on that plan, by their codes (4.04). */
  annotations: z.array(z.string()),
  /** True while that plan is the initial one: begun, and the full plan not agreed yet (4.02, 4.03). */
  isPlanInitial: z.boolean(),
  interviews: z.array(interviewSchema),
  openInterview: openInterviewSchema.nullable(),
  /** Booked and still to come or not held yet, soonest first. */
  appointments: z.array(appointmentSchema),
  /** The newest few; list-conversations has them all. */
  conversations: z.array(conversationSchema),
  conversationCount: z.number().int().nonnegative(),
  /** Fail to participate doubts of interviews that have ended and whose sanction is still to be considered (¶121). */
  failures: z.array(doubtSchema),
  /** True where the client is recorded as a participant under a contract, who has interactions and can ask for copies. */
  isParticipant: z.boolean(),
});

/** Finding a client, the lists of clients, which are as long as the office is large, and a client's page. */
export const clientRequests = {
  "find-clients": {
    input: z.strictObject({ text: z.string().max(500) }),
    output: z.object({
      groups: z.array(z.object({ match: matchSchema, clients: z.array(clientSummarySchema) })),
      /** True when more clients matched than are listed. */
      hasMore: z.boolean(),
    }),
  },
  "recent-clients": { input: nothing, output: z.object({ clients: z.array(clientSummarySchema) }) },
  /** One page, in the order in which people sort names; it begins after a place, or at the start. */
  "caseload-clients": {
    input: z.strictObject({ list: clientListSchema, after: listPlaceSchema.nullable() }),
    output: z.object({ clients: z.array(clientSummarySchema) }),
  },
  /** Where the next pages after a place begin, so that a window can scroll to any of them. */
  "caseload-outline": {
    input: z.strictObject({ list: clientListSchema, after: listPlaceSchema.nullable() }),
    output: z.object({
      /** The last client of each whole page. */
      places: z.array(listPlaceSchema),
      /** How many clients are left after the last place; null while there are whole pages still to come. */
      left: z.number().int().nonnegative().nullable(),
    }),
  },
  /** What stands on the card of the client who is chosen on the first screen. */
  "client-card": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({
      /** When the plan, of whichever kind, was saved last. */
      planSavedAt: momentSchema.nullable(),
      /** Which plans the client has, and whether one under a contract would be made. */
      plans: z.object({ existing: z.array(planKindSchema), contract: z.string().nullable() }),
      nextAppointment: appointmentSchema.nullable(),
    }),
  },
  "open-client": { input: z.strictObject({ clientId: identifier }), output: clientPageSchema },
} as const satisfies Record<string, RequestShape>;

/** How a client matched, the list that is shown, and a place in it. */
export type Match = z.infer<typeof matchSchema>;
export type ClientListName = z.infer<typeof clientListSchema>;
export type ListPlace = z.infer<typeof listPlaceSchema>;
