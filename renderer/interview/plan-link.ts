import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { TabText } from "../../shared/action-plan/action-plan.ts";
import type { CopiedAnswer } from "../../shared/interview/copied-answer.ts";

/** What the Action Plan window does for the interview bar and its dialogs. */
export interface PlanLink {
  /** Shows an Action Item on its own. */
  readonly showItem: (itemId: string) => void;
  /** Puts an answer below a tab's text as unsaved work, or says by how much it is too long. */
  readonly copyIntoTab: (tab: TabText, answer: string) => CopiedAnswer;
}

/** Takes the link while the Action Plan window is shown, and null once it is gone. */
export const RegisterPlanLinkContext = createContext<(link: PlanLink | null) => void>(() => undefined);

/** Lets the interview bar and its dialogs reach this Action Plan window. */
export function usePlanLink(link: PlanLink): void {
  const register = useContext(RegisterPlanLinkContext);
  const latest = useRef(link);
  useEffect(() => {
    latest.current = link;
  });
  useEffect(() => {
    register({
      showItem: (itemId) => latest.current.showItem(itemId),
      copyIntoTab: (tab, answer) => latest.current.copyIntoTab(tab, answer),
    });
    return () => register(null);
  }, [register]);
}

/** The way from the interview bar to the Action Plan window, even when that is still to open. */
export interface PlanRoute {
  readonly register: (link: PlanLink | null) => void;
  /** Null while the Action Plan window is not shown. */
  readonly link: PlanLink | null;
  /** Leads to an Action Item, opening the window for it where it is not shown. */
  readonly showItem: (itemId: string) => void;
}

/** Keeps the link to the Action Plan window, and an item that waits for the window to open. */
export function usePlanRoute(onOpenPlan: (() => void) | undefined): PlanRoute {
  const [link, setLink] = useState<PlanLink | null>(null);
  const waiting = useRef<string | null>(null);
  const open = useRef(onOpenPlan);
  useEffect(() => {
    open.current = onOpenPlan;
  });
  const register = useCallback((next: PlanLink | null) => {
    setLink(next);
    if (next && waiting.current) next.showItem(waiting.current);
    if (next) waiting.current = null;
  }, []);
  const showItem = useCallback(
    (itemId: string) => {
      if (link) return link.showItem(itemId);
      waiting.current = itemId;
      open.current?.();
    },
    [link],
  );
  return useMemo(() => ({ register, link, showItem }), [register, link, showItem]);
}
