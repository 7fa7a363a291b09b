import type { ClientSummary } from "../../shared/client-record/client-record.ts";
import { CLIENTS_A_PAGE, type ClientListName, type ListPlace } from "../../shared/client-record/client-requests.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findNextAppointment } from "../store/repositories/appointments.ts";
import {
  type ClientListQuery,
  caseloadOf,
  countAfter,
  EVERYONE,
  listAfter,
  placeAfter,
} from "../store/repositories/client-lists.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import { findPlanSavedAt, listPlanKinds } from "../store/repositories/plans.ts";
import { contractCodeOf } from "./plan-terms.ts";
import type { ServiceContext } from "./service-context.ts";

/** So many pages one outline has places for: as many as are found within a few milliseconds. */
const PAGES_AN_OUTLINE = 50;
/** Before the first client of any list. */
const START: ListPlace = { name: "", key: "" };

/** One page of a list of clients, sorted as people sort names. */
export function listClients(context: ServiceContext, list: ClientListName, after: ListPlace | null): ClientSummary[] {
  return listAfter(context.store, queryOf(context, list), after ?? START, CLIENTS_A_PAGE);
}

/** Where the next pages of a list begin, and how many clients are left after them once the end is in sight. */
export function outlineClients(
  context: ServiceContext,
  list: ClientListName,
  after: ListPlace | null,
): RequestOutput<"caseload-outline"> {
  const query = queryOf(context, list);
  const places: ListPlace[] = [];
  let last = after ?? START;
  while (places.length < PAGES_AN_OUTLINE) {
    const next = placeAfter(context.store, query, last, CLIENTS_A_PAGE);
    if (!next) return { places, left: countAfter(context.store, query, last, CLIENTS_A_PAGE) };
    places.push(next);
    last = next;
  }
  return { places, left: null };
}

/** When a client's plan was last saved, and the next appointment. */
export function clientCard(context: ServiceContext, clientId: string): Result<RequestOutput<"client-card">, AppError> {
  const { store, clock } = context;
  const [client] = findClientSummaries(store, [clientId]);
  if (!client) return err({ code: "client-not-found" });
  return ok({
    planSavedAt: findPlanSavedAt(store, clientId) ?? null,
    plans: { existing: listPlanKinds(store, clientId), contract: contractCodeOf(context, client) },
    nextAppointment: findNextAppointment(store, clientId, clock.today()) ?? null,
  });
}

function queryOf({ adviser }: ServiceContext, list: ClientListName): ClientListQuery {
  return list === "mine" ? caseloadOf(adviser.id) : EVERYONE;
}
