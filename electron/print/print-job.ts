import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { PrintFormat, PrintOption, PrintStyle } from "../../shared/print/print-options.ts";
import type { PrintedSignatures } from "./document/signatures.ts";

/** Everything one printout is made of; plain data, so that it can be posted to a worker. */
export interface PrintJob {
  readonly client: { readonly nino: string; readonly surname: string; readonly forenames: string };
  /** The plan as saved: its texts, its items, and the details it pulled at its last save. */
  readonly plan: Plan;
  readonly option: PrintOption;
  readonly style: PrintStyle;
  readonly format: PrintFormat;
  /** Large print: no letter smaller than 18 point. */
  readonly isLarge: boolean;
  /** Where the signatures on the plan stand; absent where a plan of its kind has none. */
  readonly signatures?: PrintedSignatures | undefined;
  /** A customer's copy that names no member of staff as the author of an item or a review. */
  readonly withoutStaffNames: boolean;
  /** Opens the PDF; a PDF without one is made for keeping (PDF/A-3b), which a locked one cannot be. */
  readonly password: string | undefined;
  /** The office's own letterhead as a data address (PNG or JPEG); without one its space stays free. */
  readonly letterhead: string | undefined;
  /** The moment of printing, which the footer and the document's properties carry. */
  readonly printedAt: string;
  /** The short code by which a sheet of paper is found again. */
  readonly documentCode: string;
}

/** Clerical forms to be made as one document (¶123). */
export interface ClericalJob {
  readonly kind: "clerical";
  readonly forms: readonly ClericalSheet[];
  readonly issuedAt: string;
}

/** One clerical form: blank, or filled from a saved plan. */
export interface ClericalSheet {
  readonly serial: string;
  readonly client: PrintJob["client"] | null;
  readonly plan: Plan | null;
}
