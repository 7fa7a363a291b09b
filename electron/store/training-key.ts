import type { StoreKey } from "./connect.ts";

/**
 * The key of every training store. It is published on purpose: what it locks is fictional, and a training store then
 * takes the same encrypted path as an office's.
 */
export const TRAINING_KEY: StoreKey = Buffer.from("action plan training store's key", "ascii");
