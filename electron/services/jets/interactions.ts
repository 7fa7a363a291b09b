import type { RequestInput, RequestOutput } from "../../../shared/contract.ts";
import type { AppError } from "../../../shared/errors.ts";
import type { Interaction } from "../../../shared/jets/interaction.ts";
import { type InteractionSituation, interactionProblems } from "../../../shared/jets/interaction-rules.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { tidyText } from "../../../shared/text.ts";
import { findClientSummaries } from "../../store/repositories/clients.ts";
import { insertInteraction, listInteractions as readInteractions } from "../../store/repositories/jets/interactions.ts";
import { findParticipant } from "../../store/repositories/jets/participants.ts";
import type { Reader } from "../../store/store.ts";
import { recordRead, transaction } from "../../store/transaction.ts";
import { unconfirmedClock } from "../clock-moved-back.ts";
import { dropWrittenDraft } from "../record-drafts.ts";
import { auditInInterview, auditOf, type ServiceContext, tellClientChanged } from "../service-context.ts";
import { interactionContentHash } from "./interaction-content-hash.ts";

/** The refusal with one reason. */
export function interactionRefused(
  reason: Extract<AppError, { code: "interaction-refused" }>["problems"][number]["reason"],
  field: string | null = null,
): Result<never, AppError> {
  return err({ code: "interaction-refused", problems: [{ field, reason }] });
}

/** A participant's interactions, newest day first, and records that they were read. */
export function listInteractions(
  context: ServiceContext,
  { clientId }: RequestInput<"list-interactions">,
): Result<RequestOutput<"list-interactions">, AppError> {
  const { store } = context;
  const [client] = findClientSummaries(store, [clientId]);
  if (!client) return err({ code: "client-not-found" });
  const participant = findParticipant(store, clientId);
  if (!participant) return interactionRefused({ code: "not-a-participant" });
  recordRead(store, auditOf(context, "list-interactions", { clientId }));
  return ok({
    client,
    contract: participant.contract,
    preferredMeans: participant.preferredMeans,
    referredOn: participant.dates.referredOn,
    interactions: readInteractions(store, clientId).map(withHash),
  });
}

/** Records an interaction (4.05); it is not changed afterwards. */
export function addInteraction(
  context: ServiceContext,
  { clientId, happenedOn, kind, means, text, isClockConfirmed, savedDraft }: RequestInput<"add-interaction">,
): Result<Interaction, AppError> {
  const audit = auditInInterview(context, "add-interaction", clientId);
  const interaction = { clientId, happenedOn, kind, means, text: tidyText(text) };
  const recorded = { id: context.newId(), ...interaction, recordedAt: audit.at };
  const limit = context.policy.interactionCharacters;
  const added = transaction(context.store, audit, (writer): Result<Interaction, AppError> => {
    const situation = findSituation(context, writer, clientId, limit);
    if (!situation.ok) return situation;
    const problems = interactionProblems(interaction, situation.value);
    if (problems.length > 0) return err({ code: "interaction-refused", problems });
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    insertInteraction(writer, { ...recorded, adviserId: context.adviser.id });
    dropWrittenDraft(context, clientId, savedDraft);
    return ok(withHash({ ...recorded, recordedBy: context.adviser.name, signatures: [], attachments: [] }));
  });
  if (added.ok) tellClientChanged(context, clientId);
  return added;
}

function withHash(interaction: Omit<Interaction, "contentHash">): Interaction {
  return { ...interaction, contentHash: interactionContentHash(interaction) };
}

/** What is looked at besides what was written; only a participant has it. */
export function findSituation(
  context: ServiceContext,
  reader: Reader,
  clientId: string,
  limit: number,
): Result<InteractionSituation, AppError> {
  if (findClientSummaries(reader, [clientId]).length === 0) return err({ code: "client-not-found" });
  const participant = findParticipant(reader, clientId);
  if (!participant) return interactionRefused({ code: "not-a-participant" });
  return ok({ today: context.clock.today(), referredOn: participant.dates.referredOn, limit });
}
