import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { Session } from "../shared/contract.ts";

/** The session of this start, which every window reads. */
export const SessionContext = createContext<Session | null>(null);

/** Today, the office, the adviser and the limits in force. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("There is no session above this component");
  return session;
}

const TICK_MS = 10_000;

/** Whole minutes since a moment, by the session's clock and not the page's own; counts on by itself. */
export function useMinutesSince(moment: string): number {
  const { now } = useSession();
  const base = useMemo(() => ({ epoch: Date.parse(now), at: performance.now() }), [now]);
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const tick = () => setElapsed(performance.now() - base.at);
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [base]);
  return Math.max(0, Math.floor((base.epoch + elapsed - Date.parse(moment)) / 60_000));
}
