import { z } from "zod";
import { draftContentSchema } from "../action-plan/draft.ts";
import { workflowSchema } from "../action-plan/workflow.ts";
import { clientSummarySchema } from "../client-record/client-record.ts";
import { conversationSchema } from "../client-record/conversation.ts";
import {
  recordDraftContentSchema,
  recordDraftFormSchema,
  recordDraftSchema,
  savedDraftSchema,
} from "../client-record/record-draft.ts";
import { civilDateSchema, momentSchema } from "../dates.ts";
import { preferencesSchema } from "../preferences.ts";
import { draftWindows, identifier, kind, note, nothing, type RequestShape } from "../request-parts.ts";
import { workListSchema, workScopeSchema } from "./work-list.ts";

/** What an adviser's desk keeps besides the plan itself. */
export const deskRequests = {
  /** Keeps what is unsaved on a plan; it takes the place of this adviser's draft from before. */
  "keep-draft": {
    input: z.strictObject({
      clientId: identifier,
      kind,
      planVersion: z.number().int().positive().nullable(),
      content: draftContentSchema,
      /** Whose draft it is meant to be: after another adviser signed in it is kept by nobody. */
      adviserId: identifier.optional(),
      /** The window whose draft this one goes on with. */
      follows: identifier.optional(),
    }),
    output: z.object({ keptAt: momentSchema }),
  },
  "discard-draft": {
    input: z.strictObject({
      clientId: identifier,
      kind,
      /** Only the draft of this window; whichever there is when absent. */
      window: identifier.optional(),
    }),
    output: nothing,
  },
  /** The adviser's own drafts in the windows of a client's record; without a client, that of a new one. */
  "list-record-drafts": {
    input: z.strictObject({ clientId: identifier.nullable() }),
    output: z.object({ drafts: z.array(recordDraftSchema) }),
  },
  /** Keeps what is typed in a window of the client record; it takes the place of this adviser's draft from before. */
  "keep-record-draft": {
    input: z.strictObject({
      clientId: identifier.nullable(),
      form: recordDraftFormSchema,
      content: recordDraftContentSchema,
      /** Whose draft it is meant to be: after another adviser signed in it is kept by nobody. */
      adviserId: identifier,
      /** The window whose draft this one goes on with. */
      follows: identifier.optional(),
    }),
    output: z.object({ keptAt: momentSchema }),
  },
  "discard-record-draft": {
    input: z.strictObject({
      clientId: identifier.nullable(),
      form: recordDraftFormSchema,
      /** Only the draft of this window; whichever there is when absent. */
      window: identifier.optional(),
    }),
    output: nothing,
  },
  /** Newest first. */
  "list-conversations": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({ client: clientSummarySchema, conversations: z.array(conversationSchema) }),
  },
  "add-conversation": {
    input: z.strictObject({
      clientId: identifier,
      text: note,
      /** The open Action Item to close at the next interview; null for any other note. */
      closesItemId: identifier.nullable(),
      isByTelephone: z.boolean().optional(),
      draftWindows,
      savedDraft: savedDraftSchema,
    }),
    output: conversationSchema,
  },
  /** Sets the check on an open item, or changes the one that is set. */
  "set-workflow": {
    input: z.strictObject({
      clientId: identifier,
      itemId: identifier,
      checkDate: civilDateSchema,
      note,
      savedDraft: savedDraftSchema,
    }),
    output: workflowSchema,
  },
  "finish-workflow": {
    input: z.strictObject({ workflowId: identifier, outcome: note, savedDraft: savedDraftSchema }),
    output: nothing,
  },
  "work-list": { input: z.strictObject({ scope: workScopeSchema }), output: workListSchema },
  "set-preferences": { input: preferencesSchema.partial().strict(), output: preferencesSchema },
} as const satisfies Record<string, RequestShape>;
