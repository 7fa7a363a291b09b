import { first } from "./010-first.ts";
import { interviewWork } from "./020-interview-work.ts";
import { officeWords } from "./030-office-words.ts";
import { recordWindows } from "./040-record-windows.ts";
import { printChoices } from "./050-print-choices.ts";
import { spooledPrints } from "./060-spooled-prints.ts";
import { auditPage } from "./080-audit-page.ts";
import { clientLists } from "./090-client-lists.ts";
import { clericalForms } from "./100-clerical-forms.ts";
import { jets } from "./110-jets.ts";
import { recordDrafts } from "./120-record-drafts.ts";
import { caseloadSummaries } from "./130-caseload-summaries.ts";
import { conversationMeans } from "./140-conversation-means.ts";
import { auditHead } from "./150-audit-head.ts";
import { outagesTakenBack } from "./160-outages-taken-back.ts";

/** One step of the store's layout, never edited once it has landed. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Every step in order, numbered by tens. */
export const migrations: readonly Migration[] = [
  first,
  interviewWork,
  officeWords,
  recordWindows,
  printChoices,
  spooledPrints,
  auditPage,
  clientLists,
  clericalForms,
  jets,
  recordDrafts,
  caseloadSummaries,
  conversationMeans,
  auditHead,
  outagesTakenBack,
];
