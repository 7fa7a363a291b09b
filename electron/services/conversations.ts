import type { Conversation } from "../../shared/client-record/conversation.ts";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import { insertConversation, listConversations as readConversations } from "../store/repositories/conversations.ts";
import { isOpenItemOf } from "../store/repositories/plans.ts";
import { recordRead, transaction } from "../store/transaction.ts";
import { dropSavedRecordDraft, dropWrittenDraft } from "./record-drafts.ts";
import { auditInInterview, auditOf, type ServiceContext, tellClientChanged } from "./service-context.ts";
import { writtenText } from "./written-text.ts";

/** A client's conversations, newest first, and records that they were read. */
export function listConversations(
  context: ServiceContext,
  { clientId }: RequestInput<"list-conversations">,
): Result<RequestOutput<"list-conversations">, AppError> {
  const [client] = findClientSummaries(context.store, [clientId]);
  if (!client) return err({ code: "client-not-found" });
  recordRead(context.store, auditOf(context, "list-conversations", { clientId }));
  return ok({ client, conversations: readConversations(context.store, clientId) });
}

/** Adds a signed note; one that wants an item closed at the next interview names an item that is still open (¶68). */
export function addConversation(
  context: ServiceContext,
  { clientId, text, closesItemId, isByTelephone = false, draftWindows, savedDraft }: RequestInput<"add-conversation">,
): Result<Conversation, AppError> {
  const written = writtenText(text, { field: "Conversation", limit: context.policy.conversationCharacters });
  if (!written.ok) return written;
  const audit = auditInInterview(context, "add-conversation", clientId);
  const { at: createdAt, interviewId } = audit;
  const { id: adviserId, name: createdBy } = context.adviser;
  const about = { createdAt, interviewId, closesItemId, isByTelephone };
  const conversation = { id: context.newId(), text: written.value, ...about };
  let dropsDraft = false;
  const added = transaction(context.store, audit, (writer): Result<Conversation, AppError> => {
    if (findClientSummaries(writer, [clientId]).length === 0) return err({ code: "client-not-found" });
    if (closesItemId !== null && !isOpenItemOf(writer, clientId, closesItemId)) return err({ code: "item-not-open" });
    insertConversation(writer, clientId, { ...conversation, adviserId });
    dropsDraft = dropSavedRecordDraft(context, { clientId, form: "Convs" }, draftWindows);
    dropWrittenDraft(context, clientId, savedDraft);
    return ok({ ...conversation, createdBy });
  });
  if (added.ok) tellClientChanged(context, clientId);
  if (added.ok && dropsDraft) context.emit({ event: "work-changed" });
  return added;
}
