import { hasClockMovedBack } from "../../shared/action-plan/plan-rules.ts";
import type { AppErrorOf } from "../../shared/errors.ts";
import { newestRecordDate } from "../store/repositories/audit.ts";
import type { Reader } from "../store/store.ts";
import type { ServiceContext } from "./service-context.ts";

/** What a request says of a clock that moved back. */
interface ClockAnswer {
  readonly isClockConfirmed?: boolean | undefined;
}

/** The same warning, unless the adviser saw it and goes on. */
export function unconfirmedClock(
  context: Pick<ServiceContext, "clock">,
  reader: Reader,
  { isClockConfirmed }: ClockAnswer,
): AppErrorOf<"clock-moved-back"> | undefined {
  return isClockConfirmed ? undefined : clockMovedBack(context, reader);
}

/** The warning of DT-2, where the clock stands before the newest saved record. */
export function clockMovedBack(
  { clock }: Pick<ServiceContext, "clock">,
  reader: Reader,
): AppErrorOf<"clock-moved-back"> | undefined {
  const today = clock.today();
  const newest = newestRecordDate(reader);
  return newest && hasClockMovedBack(newest, today) ? { code: "clock-moved-back", newest, today } : undefined;
}
