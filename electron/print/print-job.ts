import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { CivilDate } from "../../shared/dates.ts";
import type { ActivityDetails } from "../../shared/jets/activity-details.ts";
import type { InspectionRow } from "../../shared/jets/before-inspection.ts";
import type { ComplianceReport } from "../../shared/jets/compliance.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import type { PrintFormat, PrintOption, PrintStyle } from "../../shared/print/print-options.ts";
import type { PrintedSignatures } from "./document/signatures.ts";

/** The terms that a plan is under, and what is recorded of its activities. */
export interface PrintedContract {
  readonly terms: ContractTerms;
  readonly details: readonly ActivityDetails[];
}

/** Everything one printout is made of; plain data, so that it can be posted to a worker. */
export interface PrintJob {
  readonly client: { readonly nino: string; readonly surname: string; readonly forenames: string };
  /** The plan as saved: its texts, its items, and the details it pulled at its last save. */
  readonly plan: Plan;
  /** What only a plan under a contract has; absent for a Labour Market System plan. */
  readonly contract?: PrintedContract | undefined;
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

/** A compliance report to be made as a document (4.08). */
export interface ComplianceJob {
  readonly kind: "compliance";
  readonly officeName: string;
  /** Whose participants it is about; null for everybody's. */
  readonly adviserName: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly report: ComplianceReport;
  readonly beforeInspection: readonly InspectionRow[];
  readonly madeAt: string;
}

/** Everything that can be made as a document. */
export type DocumentJob = PrintJob | ClericalJob | ComplianceJob;
