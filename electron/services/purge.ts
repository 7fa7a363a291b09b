import { isDueForPurge, mustPurgeWait } from "../../shared/action-plan/item-rules.ts";
import { addMonths } from "../../shared/dates.ts";
import { ok } from "../../shared/result.ts";
import { newestRecordDate } from "../store/repositories/audit.ts";
import {
  type ClosedItem,
  listItemsClosedBy,
  purgeItems,
  wasPlanOpenedSince,
} from "../store/repositories/purge-items.ts";
import { transaction } from "../store/transaction.ts";
import type { ServiceContext } from "./service-context.ts";

/** What a purge looks at besides the store. */
export interface PurgeChoice {
  /** True when a person says that the date is right (AI-7). */
  readonly isConfirmed: boolean;
  /** Tells whether a client's plan may be open on screen; its items are left for the next run. */
  readonly isOnScreen: (clientId: string) => boolean;
}

/** What a purge did: how many items went, or that it waits for a person. */
export interface PurgeOutcome {
  readonly purged: number;
  readonly waits: boolean;
}

/** How long a plan counts as open on screen after it was opened; a window is not left open for longer than a shift. */
export const ON_SCREEN_MILLISECONDS = 12 * 3_600_000;

/** Tells by the audit which plans another process may have open on screen. */
export function onScreenElsewhere({ store, clock }: PurgeContext): PurgeChoice["isOnScreen"] {
  const since = new Date(Date.parse(clock.now()) - ON_SCREEN_MILLISECONDS).toISOString();
  return (clientId) => wasPlanOpenedSince(store, clientId, since);
}

/** What a purge works with. */
export type PurgeContext = Pick<ServiceContext, "store" | "clock" | "policy" | "emit">;

/** Takes out the closed items that are due, with their reviews, client by client (AI-7); plans keep their versions. */
export function purgeClosedItems(context: PurgeContext, choice: PurgeChoice): PurgeOutcome {
  const { store, clock, policy } = context;
  const today = clock.today();
  const due = dueItems(context).filter(({ clientId }) => !choice.isOnScreen(clientId));
  if (due.length === 0) return { purged: 0, waits: false };
  if (!choice.isConfirmed && mustPurgeWait(newestRecordDate(store), today, policy)) return { purged: 0, waits: true };
  for (const items of Map.groupBy(due, ({ clientId }) => clientId).values()) purgeOfClient(context, items);
  return { purged: due.length, waits: false };
}

function dueItems({ store, clock, policy }: PurgeContext): ClosedItem[] {
  const today = clock.today();
  const latest = addMonths(today, -policy.purgeMonthsAfterClosing);
  return listItemsClosedBy(store, latest).filter((item) => isDueForPurge(item, item, today, policy));
}

function purgeOfClient({ store, clock, emit }: PurgeContext, items: readonly ClosedItem[]): void {
  const [first] = items;
  if (!first) return;
  const { clientId, planVersion } = first;
  // The rule purges, and no adviser does, whoever happens to be signed in.
  const audit = { at: clock.now(), action: "purge", adviserId: null, clientId, interviewId: null };
  transaction(store, audit, (writer) => {
    purgeItems(
      writer,
      clientId,
      items.map(({ id }) => id),
    );
    return ok(undefined);
  });
  emit({ event: "plan-changed", clientId, version: planVersion });
}
