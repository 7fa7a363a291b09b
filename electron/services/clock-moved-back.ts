import { hasClockMovedBack } from "../../shared/action-plan/plan-rules.ts";
import type { AppErrorOf } from "../../shared/errors.ts";
import { newestRecordDate } from "../store/repositories/audit.ts";
import type { Reader } from "../store/store.ts";
import type { ServiceContext } from "./service-context.ts";

/** The warning of DT-2, where the clock stands before the newest saved record. */
export function clockMovedBack(
  { clock }: Pick<ServiceContext, "clock">,
  reader: Reader,
): AppErrorOf<"clock-moved-back"> | undefined {
  const today = clock.today();
  const newest = newestRecordDate(reader);
  return newest && hasClockMovedBack(newest, today) ? { code: "clock-moved-back", newest, today } : undefined;
}
