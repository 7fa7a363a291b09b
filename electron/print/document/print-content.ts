import type { ActionItem, Plan, Review } from "../../../shared/action-plan/action-plan.ts";
import { contractWords, type KindWords, LMS_WORDS } from "../../../shared/action-plan/kind-words.ts";
import { fullName } from "../../../shared/client-record/client-record.ts";
import { formatNino } from "../../../shared/client-record/nino.ts";
import { formatDate, formatMoment } from "../../../shared/dates.ts";
import { optionInWords, printsClosedItems, printsReviews } from "../../../shared/print/print-options.ts";
import { isBlank } from "../../../shared/text.ts";
import type { PrintJob } from "../print-job.ts";
import { circumstances, employment, type Field, qualificationRows, wantedJobs } from "./customer-fields.ts";
import { type ContentSignature, contentSignatures, type PrintedSignatures } from "./signatures.ts";
import { contractTemplate, PRINT_TEMPLATES, type PrintTemplate } from "./templates.ts";

/** What a printout says, in order and whatever it is printed on: blank sections and blank fields are gone (¶118). */
export interface PrintContent {
  readonly template: PrintTemplate;
  readonly words: KindWords;
  readonly name: string;
  readonly nino: string;
  /** The option, and when it was printed. */
  readonly printed: string;
  readonly documentCode: string;
  readonly sections: readonly ContentSection[];
  readonly items: readonly ContentItem[];
  /** What was signed, or why it was not, as it is printed after the items. */
  readonly signatures: readonly ContentSignature[];
}

/** A section of the customer's information, with something in it. */
export interface ContentSection {
  readonly heading: string;
  readonly fields: readonly Field[];
  /** Rows of the qualifications: level, subject, outcome, date. */
  readonly rows: readonly (readonly string[])[];
  readonly text: string;
}

/** An item of the plan. */
export interface ContentItem {
  readonly text: string;
  /** What is asked, why and by when, where that is recorded (4.05). */
  readonly asked: readonly Field[];
  readonly facts: readonly Field[];
  readonly reviews: readonly ContentReview[];
}

/** A review. */
export interface ContentReview {
  /** When it was written, and by whom unless names are left off. */
  readonly head: string;
  readonly text: string;
}

/** What is wanted of items. */
type ItemChoice = Pick<PrintJob, "option" | "withoutStaffNames" | "contract">;

/** What the sections and the items of a job say (¶114 to ¶118). */
export function printContent(job: PrintJob): PrintContent {
  const words = wordsOf(job);
  return {
    template: job.contract ? forThoseToSign(contractTemplate(words), job.signatures) : PRINT_TEMPLATES[job.style],
    words,
    name: fullName(job.client),
    nino: formatNino(job.client.nino),
    printed: `${optionInWords(job.option, words)}. Printed ${formatMoment(job.printedAt)}`,
    documentCode: job.documentCode,
    sections: contentSections(job.plan),
    items: contentItems(itemsToPrint(job), job),
    signatures: contentSignatures(job.signatures, job),
  };
}

/** Whoever has signed this very version has no line to sign on again. */
function forThoseToSign(template: PrintTemplate, signatures: PrintedSignatures | undefined): PrintTemplate {
  const signed = (signatures?.parties ?? []).filter(({ standing }) => standing.state === "signed");
  return { ...template, signatures: template.signatures.filter((who) => !signed.some((party) => party.who === who)) };
}

/** The customer's sections in the tabs' order. */
export function contentSections({ pulled, texts }: Plan): ContentSection[] {
  const sections = [
    { heading: "Aims", fields: wantedJobs(pulled.aims), rows: [], text: texts.aims },
    { heading: "Employment history", fields: employment(pulled.employment), rows: [], text: texts.employment },
    { heading: "Personal circumstances", fields: circumstances(pulled.circumstances), rows: [], text: "" },
    {
      heading: "Qualifications",
      fields: [],
      rows: qualificationRows(pulled.qualifications),
      text: texts.qualifications,
    },
    { heading: "Other information", fields: [], rows: [], text: texts.info },
  ];
  return sections
    .map((section) => ({ ...section, text: isBlank(section.text) ? "" : section.text }))
    .filter(({ fields, rows, text }) => fields.length + rows.length + text.length > 0);
}

/** The items that an option prints, in list order (¶114). */
function itemsToPrint({ plan, option }: PrintJob): readonly ActionItem[] {
  return printsClosedItems(option) ? plan.items : plan.items.filter(({ dateClosed }) => dateClosed === null);
}

/** What items say, with their reviews and the names of staff where those are wanted. */
export function contentItems(items: readonly ActionItem[], wanted: ItemChoice): ContentItem[] {
  return items.map((item) => contentItem(item, wanted));
}

function contentItem(item: ActionItem, wanted: ItemChoice): ContentItem {
  const facts = [
    { label: "Assigned to", value: wordsOf(wanted).assignedTo[item.assignedTo] },
    { label: "Target date", value: formatDate(item.targetDate) },
    { label: "Closed date", value: formatDate(item.dateClosed) },
    { label: "Created", value: written(item, wanted) },
  ].filter(({ value }) => value !== "");
  const reviews = printsReviews(wanted.option) ? item.reviews : [];
  return {
    text: item.text,
    asked: askedOf(item, wanted),
    facts,
    reviews: reviews.map((review) => ({ head: written(review, wanted), text: review.text })),
  };
}

function askedOf({ id }: ActionItem, { contract }: ItemChoice): Field[] {
  const details = contract?.details.find(({ itemId }) => itemId === id);
  if (!details) return [];
  const { what, why, when } = details;
  return [
    { label: "What", value: what.text },
    { label: "Why", value: why.text },
    { label: "When", value: when.text },
  ].filter(({ value }) => !isBlank(value));
}

function wordsOf({ contract }: Pick<PrintJob, "contract">): KindWords {
  return contract ? contractWords(contract.terms.words) : LMS_WORDS;
}

function written({ dateCreated, createdBy }: ActionItem | Review, { withoutStaffNames }: ItemChoice): string {
  const date = formatDate(dateCreated);
  return withoutStaffNames ? date : `${date}, ${createdBy}`;
}
