import type { PulledDetails } from "../../../shared/client-record/pull-through.ts";
import type { Reader, Store } from "../store.ts";
import { keepUnrecorded } from "../unrecorded.ts";

/** The pulled-through details as they stood when a plan was last viewed after a moment (¶21). */
export function lastViewed(reader: Reader, planId: string, after: string): PulledDetails | undefined {
  const row = reader.get<{ pulled: string }>(
    "SELECT pulled FROM plan_viewing WHERE plan_id = ? AND viewed_at > ?",
    planId,
    after,
  );
  return row && (JSON.parse(row.pulled) as PulledDetails);
}

/** Notes that a plan was viewed with these details. */
export function noteViewing(store: Store, planId: string, pulled: PulledDetails, at: string): void {
  keepUnrecorded(store, "plan_viewing", { plan_id: planId, pulled: JSON.stringify(pulled), viewed_at: at });
}
