import { readFileSync } from "node:fs";
import {
  type ActionItem,
  type NewItem,
  type NewReview,
  NO_CHANGES,
  type Plan,
  type PlanChanges,
  type Review,
} from "../../../shared/action-plan/action-plan.ts";
import type { SaveSituation } from "../../../shared/action-plan/validate-changes.ts";
import { blankMore, type ClientRecord } from "../../../shared/client-record/client-record.ts";
import { pullThrough } from "../../../shared/client-record/pull-through.ts";
import type { Interview } from "../../../shared/interview/interview.ts";
import { type Policy, policyFileSchema } from "../../../shared/policy.ts";

/** A Monday on which the tests' rules are asked. */
export const TODAY = "2026-03-16";

/** The limits as the product ships them. */
export const policy: Policy = policyFileSchema.parse(
  JSON.parse(readFileSync(new URL("../../../resources/policy.json", import.meta.url), "utf8")),
);

/** A client record with nothing filled in but who the client is. */
export function aRecord(fields: Partial<ClientRecord> = {}): ClientRecord {
  return {
    nino: "QQ123456C",
    title: "Mx",
    surname: "Example",
    forenames: "Robin",
    dateOfBirth: "1980-05-17",
    address: ["1 Sample Street", "", "", ""],
    postcode: "ZZ1 1ZZ",
    telephone: "",
    mobile: "",
    email: "",
    benefit: "ESA",
    clientGroup: "ESA",
    status: "",
    disabledPerson: false,
    incidentMarker: false,
    more: blankMore(),
    qualifications: [],
    childDatesOfBirth: [],
    iwbc: null,
    jsag: null,
    ...fields,
  };
}

/** A saved review, recorded outside an interview unless it is told one. */
export function aReview(fields: Partial<Review> = {}): Review {
  return {
    id: "review-1",
    text: "Went to the open day",
    dateCreated: "2026-03-02",
    createdAt: "2026-03-02T10:00:00Z",
    createdBy: "B JOHNS",
    interviewId: null,
    amendedBy: null,
    ...fields,
  };
}

/** So many saved reviews with names of their own. */
export function reviews(count: number): Review[] {
  return Array.from({ length: count }, (_, index) => aReview({ id: `review-${index + 1}` }));
}

/** A saved open item, due in two weeks. */
export function anItem(fields: Partial<ActionItem> = {}): ActionItem {
  return {
    id: "item-1",
    text: "Find out about childcare nearby",
    dateCreated: "2026-02-16",
    createdAt: "2026-02-16T10:00:00Z",
    createdBy: "B JOHNS",
    assignedTo: "client",
    targetDate: "2026-03-30",
    dateClosed: null,
    challenge: null,
    amendedBy: null,
    amendedAt: null,
    reviews: [],
    ...fields,
  };
}

/** So many saved items with names of their own. */
export function items(count: number): ActionItem[] {
  return Array.from({ length: count }, (_, index) => anItem({ id: `item-${index + 1}` }));
}

/** A saved LMS plan with one open item. */
export function aPlan(fields: Partial<Plan> = {}): Plan {
  return {
    id: "plan-1",
    clientId: "client-1",
    kind: "lms",
    version: 3,
    items: [anItem()],
    texts: { aims: "", employment: "", qualifications: "", info: "" },
    pulled: pullThrough(aRecord(), TODAY),
    savedAt: "2026-03-02T10:00:00Z",
    savedBy: "B JOHNS",
    printedAt: null,
    ...fields,
  };
}

/** Changes that hold only what is named. */
export function changes(fields: Partial<PlanChanges>): PlanChanges {
  return { ...NO_CHANGES, ...fields };
}

/** An item written since the last save that breaks no rule. */
export function aNewItem(fields: Partial<NewItem> = {}): NewItem {
  return {
    key: "new-1",
    text: "Write a CV",
    assignedTo: "client",
    targetDate: "2026-04-01",
    dateClosed: null,
    ...fields,
  };
}

/** A review written since the last save that breaks no rule. */
export function aNewReview(fields: Partial<NewReview> = {}): NewReview {
  return { key: "new-review-1", itemId: "item-1", text: "Has two places to visit", ...fields };
}

/** An interview by its name and its start, open unless it is told its end. */
export function anInterview(
  id: string,
  startedAt: string,
  endedAt: string | null = null,
): Pick<Interview, "id" | "startedAt" | "endedAt"> {
  return { id, startedAt, endedAt };
}

/** The plan on the tests' day with no interview open, unless told otherwise. */
export function situation(fields: Partial<SaveSituation> = {}): SaveSituation {
  const facts = {
    kind: "lms",
    today: TODAY,
    isInterviewOpen: false,
    interviews: [],
    ownReviewIds: [],
    policy,
  } as const;
  return { plan: aPlan(), ...facts, ...fields };
}
