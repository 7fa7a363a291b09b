import type { z } from "zod";
import { fullName } from "../../../shared/client-record/client-record.ts";
import type { Requests } from "../../../shared/contract.ts";
import { type CivilDate, dateOfMoment } from "../../../shared/dates.ts";
import type { AppError } from "../../../shared/errors.ts";
import type { Signature } from "../../../shared/jets/signature.ts";
import type { SigningProblem } from "../../../shared/jets/signing-problems.ts";
import { type SigningSituation, signatureOf, signingProblems } from "../../../shared/jets/signing-rules.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { findClientSummaries } from "../../store/repositories/clients.ts";
import { listActivityDetails } from "../../store/repositories/jets/activity-details.ts";
import { findParticipant } from "../../store/repositories/jets/participants.ts";
import { insertSignature } from "../../store/repositories/jets/signatures.ts";
import { findSignedInteraction, firstDayOfPlan } from "../../store/repositories/jets/signed-subjects.ts";
import { findPlan } from "../../store/repositories/plans.ts";
import type { Reader } from "../../store/store.ts";
import { transaction, type Writer } from "../../store/transaction.ts";
import { unconfirmedClock } from "../clock-moved-back.ts";
import { dropWrittenDraft } from "../record-drafts.ts";
import { auditInInterview, type ServiceContext, tellClientChanged } from "../service-context.ts";
import { interactionContentHash } from "./interaction-content-hash.ts";
import { planContentHash } from "./plan-content-hash.ts";

type SignInput = z.output<Requests["sign"]["input"]>;

/** Records a signature on exactly what the window showed, or why there is none (4.03 to 4.05). */
export function sign(context: ServiceContext, input: SignInput): Result<Signature, AppError> {
  const audit = auditInInterview(context, "sign", input.clientId);
  const signed = transaction(context.store, audit, (writer) => record(context, writer, input, audit.at));
  if (signed.ok) tellClientChanged(context, input.clientId);
  return signed;
}

function record(context: ServiceContext, writer: Writer, input: SignInput, at: string): Result<Signature, AppError> {
  const { clientId, subject, interactionId } = input;
  const situation = situationOf(context, writer, clientId);
  if (!situation.ok) return situation;
  const found = subjectOf(writer, input);
  if (!found.ok) return found;
  const { contentHash, planVersion, earliest } = found.value;
  if (contentHash !== input.contentHash) return refused({ field: null, reason: { code: "changed-meanwhile" } });
  const judged = { ...situation.value, earliest };
  const problems = signingProblems(input, judged);
  if (problems.length > 0) return err({ code: "signature-refused", problems });
  const warning = unconfirmedClock(context, writer, input);
  if (warning) return err(warning);
  const { id: adviserId, name: recordedBy } = context.adviser;
  const signature = {
    ...signatureOf(input, judged),
    ...{ id: context.newId(), subject, interactionId, contentHash, planVersion, recordedAt: at },
  };
  insertSignature(writer, clientId, { ...signature, adviserId });
  dropWrittenDraft(context, clientId, input.savedDraft);
  return ok({ ...signature, recordedBy });
}

function situationOf(
  { contracts, clock, adviser, policy }: ServiceContext,
  reader: Reader,
  clientId: string,
): Result<Omit<SigningSituation, "earliest">, AppError> {
  const [client] = findClientSummaries(reader, [clientId]);
  if (!client) return err({ code: "client-not-found" });
  const contract = findParticipant(reader, clientId)?.contract;
  const terms = contracts.find(({ code }) => code === contract);
  if (!terms) return refused({ field: null, reason: { code: "not-a-participant" } });
  return ok({
    today: clock.today(),
    adviserName: adviser.name,
    participantName: fullName(client),
    annotations: terms.annotations,
    limits: { name: policy.signingNameCharacters, reason: policy.signingReasonCharacters },
  });
}

/** What is signed, as it stands now. */
interface Subject {
  readonly contentHash: string;
  readonly planVersion: number | null;
  readonly earliest: CivilDate;
}

function subjectOf(reader: Reader, { clientId, subject, interactionId }: SignInput): Result<Subject, AppError> {
  if (subject === "interaction") {
    const found = interactionId === null ? undefined : findSignedInteraction(reader, clientId, interactionId);
    if (!found) return refused({ field: null, reason: { code: "interaction-not-found" } });
    return ok({ contentHash: interactionContentHash(found), planVersion: null, earliest: found.happenedOn });
  }
  if (interactionId !== null) return refused({ field: "Interaction", reason: { code: "not-in-this-manner" } });
  const plan = findPlan(reader, clientId, "jets");
  if (!plan) return err({ code: "plan-not-found" });
  return ok({
    contentHash: planContentHash(plan, listActivityDetails(reader, plan.id)),
    planVersion: plan.version,
    earliest: firstDayOfPlan(reader, plan.id) ?? dateOfMoment(plan.savedAt),
  });
}

function refused(problem: SigningProblem): Result<never, AppError> {
  return err({ code: "signature-refused", problems: [problem] });
}
