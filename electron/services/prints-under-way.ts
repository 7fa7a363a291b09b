import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { ServiceContext } from "./service-context.ts";

/** The documents that are being made, by client and kind of plan, so that they can be cancelled. */
export interface PrintsUnderWay {
  /** Notes a document that begins; the signal is aborted when it is cancelled. */
  begin(clientId: string, kind: PlanKind): { readonly signal: AbortSignal; readonly end: () => void };
  /** Cancels what is being made of a client's plan. */
  cancel(clientId: string, kind: PlanKind): void;
}

/** How long making a document takes before it is told how far it has come. */
const UNTOLD_MS = 1_000;
const WHOLE = 100;

/** No document under way yet. */
export function createPrintsUnderWay(): PrintsUnderWay {
  const controllers = new Map<string, Set<AbortController>>();
  return {
    begin: (clientId, kind) => {
      const key = `${kind} ${clientId}`;
      const controller = new AbortController();
      const ofPlan = controllers.get(key) ?? new Set();
      controllers.set(key, ofPlan.add(controller));
      const end = () => {
        ofPlan.delete(controller);
        if (ofPlan.size === 0) controllers.delete(key);
      };
      return { signal: controller.signal, end };
    },
    cancel: (clientId, kind) => {
      for (const controller of controllers.get(`${kind} ${clientId}`) ?? []) controller.abort();
    },
  };
}

/** Tells windows how far a document has come, once it takes long enough to be worth telling. */
export function progressTeller(emit: ServiceContext["emit"]): {
  readonly onProgress: (part: number) => void;
  readonly end: () => void;
} {
  let done = 0;
  let isLong = false;
  const tell = () => emit({ event: "progress", task: "print", done, of: WHOLE });
  const timer = setTimeout(() => {
    isLong = true;
    tell();
  }, UNTOLD_MS);
  return {
    onProgress: (part) => {
      done = Math.round(part * WHOLE);
      if (isLong) tell();
    },
    end: () => clearTimeout(timer),
  };
}
