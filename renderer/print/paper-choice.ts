import { COPIES, type Printer } from "../../shared/print/print-options.ts";

/** What is chosen for the sheets of paper. */
export interface PaperChoice {
  /** As typed. */
  readonly copies: string;
  readonly printer: Printer | undefined;
  readonly tray: string | undefined;
}

/** The number of copies that was typed; undefined where it is none that can be printed. */
export function readCopies(typed: string): number | undefined {
  const copies = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : Number.NaN;
  return copies >= COPIES.least && copies <= COPIES.most ? copies : undefined;
}

/** Said beside the field and on the button. */
export const WHY_COPIES = `Copies is a number from ${COPIES.least} to ${COPIES.most}.`;
