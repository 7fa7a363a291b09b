import type { ServiceContext } from "./service-context.ts";

/** The documents that are being made, by client, so that they can be cancelled. */
export interface PrintsUnderWay {
  /** Notes a document that begins; the signal is aborted when it is cancelled. */
  begin(clientId: string): { readonly signal: AbortSignal; readonly end: () => void };
  /** Cancels what is being made for a client. */
  cancel(clientId: string): void;
}

/** How long making a document takes before it is told how far it has come. */
const UNTOLD_MS = 1_000;
const WHOLE = 100;

/** No document under way yet. */
export function createPrintsUnderWay(): PrintsUnderWay {
  const controllers = new Map<string, Set<AbortController>>();
  return {
    begin: (clientId) => {
      const controller = new AbortController();
      const ofClient = controllers.get(clientId) ?? new Set();
      controllers.set(clientId, ofClient.add(controller));
      const end = () => {
        ofClient.delete(controller);
        if (ofClient.size === 0) controllers.delete(clientId);
      };
      return { signal: controller.signal, end };
    },
    cancel: (clientId) => {
      for (const controller of controllers.get(clientId) ?? []) controller.abort();
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
