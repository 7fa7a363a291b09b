import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { PrintFormat, PrintOption, PrintStyle } from "../../shared/print/print-options.ts";
import type { PrintJob } from "../print/print-job.ts";
import { listActivityDetails } from "../store/repositories/jets/activity-details.ts";
import { readSetting } from "../store/repositories/settings.ts";
import { signaturesToPrint } from "./jets/signatures-to-print.ts";
import { termsOfPlan } from "./plan-terms.ts";
import type { ServiceContext } from "./service-context.ts";

/** What a print was asked to be. */
export interface PrintChoice {
  readonly option: PrintOption;
  readonly style: PrintStyle;
  readonly format: PrintFormat;
  readonly isLarge: boolean;
  readonly withoutStaffNames: boolean;
  readonly password?: string | undefined;
}

/** The job that makes a document of a plan as it is saved, on the office's own letterhead if it has one. */
export function printJob(
  context: ServiceContext,
  { nino, surname, forenames }: PrintJob["client"],
  plan: Plan,
  { option, style, format, isLarge, withoutStaffNames, password }: PrintChoice,
  printId: string,
): PrintJob {
  return {
    client: { nino, surname, forenames },
    plan,
    contract: printedContract(context, plan),
    ...(plan.kind === "jets" ? { signatures: signaturesToPrint(context, plan) } : {}),
    option,
    style,
    format,
    isLarge,
    withoutStaffNames,
    password,
    letterhead: readSetting(context.store, "letterhead"),
    printedAt: context.clock.now(),
    documentCode: `${documentCode(printId)}-${plan.version}`,
  };
}

function printedContract(context: ServiceContext, plan: Plan): PrintJob["contract"] {
  if (plan.kind === "lms") return undefined;
  const terms = termsOfPlan(context, plan.clientId);
  return terms && { terms, details: listActivityDetails(context.store, plan.id) };
}

/** A document of nobody's, by which a letterhead shows whether it can be printed, and how. */
export function trialJob(context: ServiceContext, letterhead: string | undefined): PrintJob {
  const at = context.clock.now();
  const plan: Plan = {
    id: "",
    clientId: "",
    kind: "lms",
    version: 0,
    items: [],
    texts: { aims: "", employment: "", qualifications: "", info: "" },
    pulled: NOTHING_PULLED,
    savedAt: at,
    savedBy: "",
    printedAt: null,
  };
  const client = { nino: "", surname: "", forenames: "" };
  const choice = {
    option: "open",
    style: "standard",
    format: "pdf",
    isLarge: false,
    withoutStaffNames: false,
  } as const;
  return { ...printJob(context, client, plan, choice, ""), letterhead, documentCode: "" };
}

const NOTHING_PULLED: Plan["pulled"] = {
  aims: { jobPreferences: [], preferredHours: "" },
  employment: { lastJobs: [] },
  circumstances: {
    payingRent: "N/K",
    mortgage: "N/K",
    councilTax: "N/K",
    disabledPerson: "N/K",
    drivingLicence: "",
    carOwner: "N/K",
    endorsement: "N/K",
    childrenByBand: [],
    dependant: "N/K",
    iwbc: "",
    iwbcNotes: "",
    iwbcDate: null,
  },
  qualifications: [],
};

/** A short code that tells one document from another, without a name in it. */
export function documentCode(printId: string): string {
  return printId.replaceAll("-", "").slice(-6).toUpperCase();
}
