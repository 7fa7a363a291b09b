import type { ActionItem, Plan, Review } from "../../../shared/action-plan/action-plan.ts";
import { blankMore, type ClientRecord } from "../../../shared/client-record/client-record.ts";
import { pullThrough } from "../../../shared/client-record/pull-through.ts";
import type { Interview } from "../../../shared/interview/interview.ts";
import type { Policy } from "../../../shared/policy.ts";

/** The day of these tests. */
export const TODAY = "2026-03-16";

/** The limits of the guidance. */
export const POLICY: Policy = {
  actionItemsPerPlan: 100,
  reviewsPerActionItem: 10,
  targetDateMonthsAhead: 6,
  dateClosedMonthsBack: 6,
  purgeMonthsAfterClosing: 18,
  purgeWaitsAfterDaysWithoutRecords: 31,
  actionItemCharacters: 750,
  reviewCharacters: 750,
  aimsCharacters: 750,
  employmentCharacters: 750,
  qualificationsCharacters: 750,
  infoCharacters: 2000,
};

/** A fictional adviser writing on that day. */
export const AUTHOR = { name: "P Quill", today: TODAY };

/** An open Action Item, with whatever a test changes. */
export function sampleItem(id: string, changed: Partial<ActionItem> = {}): ActionItem {
  return {
    id,
    text: `Step ${id}`,
    dateCreated: "2026-02-02",
    createdAt: "2026-02-02T10:00:00+00:00",
    createdBy: "R Fennick",
    assignedTo: "client",
    targetDate: "2026-05-01",
    dateClosed: null,
    amendedBy: null,
    amendedAt: null,
    reviews: [],
    ...changed,
  };
}

/** A review of the interview "ended", with whatever a test changes. */
export function sampleReview(id: string, changed: Partial<Review> = {}): Review {
  return {
    id,
    text: `Review ${id}`,
    dateCreated: "2026-02-16",
    createdAt: "2026-02-16T10:05:00+00:00",
    createdBy: "R Fennick",
    interviewId: "ended",
    amendedBy: null,
    ...changed,
  };
}

/** A saved plan of these items. */
export function samplePlan(items: ActionItem[], changed: Partial<Plan> = {}): Plan {
  return {
    id: "plan-1",
    clientId: "client-1",
    kind: "lms",
    version: 3,
    items,
    texts: { aims: "Care work.", employment: "", qualifications: "", info: "" },
    pulled: pullThrough(SAMPLE_CLIENT, TODAY),
    savedAt: "2026-02-16T10:20:00+00:00",
    savedBy: "R Fennick",
    printedAt: null,
    ...changed,
  };
}

/** An interview that ended and one that is open. */
export function sampleInterview(id: string, startedAt: string, endedAt: string | null): Interview {
  return {
    id,
    clientId: "client-1",
    kind: "lp-wfi",
    attendance: "present",
    adviserId: "adviser-1",
    adviserName: "R Fennick",
    startedAt,
    endedAt,
    version: 1,
  };
}

/** The interview that the sample reviews belong to. */
export const ENDED = sampleInterview("ended", "2026-02-16T10:00:00+00:00", "2026-02-16T10:40:00+00:00");
/** The interview that is open on the day of these tests. */
export const OPEN = sampleInterview("open", "2026-03-16T09:30:00+00:00", null);

const SAMPLE_CLIENT: ClientRecord = {
  nino: "QQ100099A",
  title: "Ms",
  surname: "Sandwell",
  forenames: "Petra",
  dateOfBirth: "1990-01-01",
  address: ["", "", "", ""],
  postcode: "",
  telephone: "",
  mobile: "",
  email: "",
  benefit: "IS",
  clientGroup: "LP",
  status: "",
  disabledPerson: false,
  incidentMarker: false,
  more: blankMore(),
  qualifications: [],
  childDatesOfBirth: [],
  iwbc: null,
  jsag: null,
};
