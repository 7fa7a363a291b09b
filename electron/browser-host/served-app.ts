import type { AppEvent } from "../../shared/contract.ts";

/** What the host needs of the application that it serves. */
export interface ServedApp {
  /** Answers one request with the contract's envelope; never throws. */
  answer(name: string, payload: unknown): Promise<unknown>;
  /** Calls the listener for every event until the returned function is called. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  close(): void;
}
