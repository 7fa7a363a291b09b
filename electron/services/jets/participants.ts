import type { AppError } from "../../../shared/errors.ts";
import type { ContractTerms } from "../../../shared/jets/contract-terms.ts";
import type { CourseProblem } from "../../../shared/jets/course-problems.ts";
import type { Participant } from "../../../shared/jets/participant.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { findClientVersion } from "../../store/repositories/clients.ts";
import { findParticipant } from "../../store/repositories/jets/participants.ts";
import type { Reader } from "../../store/store.ts";
import type { ServiceContext } from "../service-context.ts";

/** A participant with the terms of their contract. */
export interface ParticipantUnderContract {
  readonly participant: Participant;
  readonly terms: ContractTerms;
}

/** Refuses what was written on a course, for one reason. */
export function refused(...problems: readonly CourseProblem[]): Result<never, AppError> {
  return err({ code: "course-refused", problems: [...problems] });
}

/** The terms of a contract by its code. */
export function findTerms(
  { contracts }: Pick<ServiceContext, "contracts">,
  code: string,
): Result<ContractTerms, AppError> {
  const terms = contracts.find((candidate) => candidate.code === code);
  return terms ? ok(terms) : refused({ field: "Contract", reason: { code: "unknown-contract" } });
}

/** A client as a participant, or why they are none. */
export function participantOf(
  context: Pick<ServiceContext, "contracts">,
  reader: Reader,
  clientId: string,
): Result<ParticipantUnderContract, AppError> {
  const participant = findParticipant(reader, clientId);
  if (!participant) {
    if (findClientVersion(reader, clientId) === undefined) return err({ code: "client-not-found" });
    return refused({ field: null, reason: { code: "not-a-participant" } });
  }
  const terms = findTerms(context, participant.contract);
  return terms.ok ? ok({ participant, terms: terms.value }) : terms;
}

/** The same, unless somebody saved the participant after the window was opened. */
export function unchangedParticipant(
  context: Pick<ServiceContext, "contracts">,
  reader: Reader,
  clientId: string,
  version: number,
): Result<ParticipantUnderContract, AppError> {
  const found = participantOf(context, reader, clientId);
  if (!found.ok || found.value.participant.version === version) return found;
  return refused({ field: null, reason: { code: "changed" } });
}
