import type { AppErrorOf } from "../../../shared/errors.ts";
import type { Printer } from "../../../shared/print/print-options.ts";
import type { Result } from "../../../shared/result.ts";

/** Why printing on paper failed. */
export type SpoolError = AppErrorOf<
  "no-spooler" | "printer-missing" | "printer-offline" | "printer-refused" | "printer-silent" | "print-cancelled"
>;

/** A document that is to come out of a printer. */
export interface SpoolJob {
  readonly bytes: Uint8Array;
  /** The printer's id, as it was listed. */
  readonly printer: string;
  /** The tray's id, as it was listed. */
  readonly tray: string;
  readonly copies: number;
  /** Takes the document back where it is not too late. */
  readonly signal: AbortSignal;
}

/** How many milliseconds the operating system may take to list its printers, and to take a document. */
export interface Patience {
  readonly list: number;
  readonly spool: number;
}

/** The way to this computer's printers. */
export interface Spooler {
  /** The printers as they stand now, the default one first, each with Tray 1 first. */
  list(): Promise<Result<readonly Printer[], AppErrorOf<"no-spooler">>>;
  /** Hands a document to a printer; ok once the operating system has taken it. */
  spool(job: SpoolJob): Promise<Result<undefined, SpoolError>>;
}
