import { type OpenOffice, openOffice } from "../../electron/office.ts";
import { holdFolder } from "../../electron/store/hold-folder.ts";
import { FAULTS_DAY } from "./numbered-saves.ts";

/** How a run of kills is made; the same seed draws the same delays. */
export interface KillOptions {
  readonly kills: number;
  /** An empty folder for the stores. */
  readonly folder: string;
  readonly seed?: number;
}

/** What a run of kills showed. */
export interface FaultReport {
  readonly seed: number;
  readonly kills: number;
  /** Pieces of work whose end was said before the kill. */
  readonly acknowledged: number;
  /** Pieces of work that were there whole though their end was not said. */
  readonly unacknowledged: number;
  /** A sentence for everything that was not as it should be. */
  readonly problems: readonly string[];
  readonly seconds: number;
}

/** A seed for a run that nobody gave one. */
export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}

/** Opens the store as the next start does: it takes the folder, which the killed process must have left free. */
export function openAgain(folder: string): OpenOffice {
  const hold = holdFolder(folder, "the check after a kill");
  if (!hold.ok) throw new Error(`The data folder is not free: ${hold.error.code}`);
  hold.value.release();
  const office = openOffice({ dataFolder: folder, isTraining: true, today: FAULTS_DAY }, () => undefined);
  if (!office.ok) throw new Error(`The store does not open: ${office.error.code}`);
  return office.value;
}
