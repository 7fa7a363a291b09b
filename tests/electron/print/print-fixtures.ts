import type { PrintJob } from "../../../electron/print/print-job.ts";
import type { ActionItem, Plan, Review } from "../../../shared/action-plan/action-plan.ts";
import type { PulledDetails } from "../../../shared/client-record/pull-through.ts";
import { addDays } from "../../../shared/dates.ts";

/** A client record with nothing on it, as it is pulled through. */
export const EMPTY_DETAILS: PulledDetails = {
  aims: { jobPreferences: [0, 1, 2].map(() => ({ job: "", soc: "" })), preferredHours: "" },
  employment: { lastJobs: [0, 1].map(() => ({ job: "", from: null, to: null })) },
  circumstances: {
    payingRent: "N/K",
    mortgage: "N/K",
    councilTax: "N/K",
    disabledPerson: "N/K",
    drivingLicence: "",
    carOwner: "N/K",
    endorsement: "N/K",
    childrenByBand: [0, 0, 0, 0, 0, 0, 0],
    dependant: "N/K",
    iwbc: "",
    iwbcNotes: "",
    iwbcDate: null,
  },
  qualifications: [],
};

/** A client record with every field filled in. */
export const FULL_DETAILS: PulledDetails = {
  aims: {
    jobPreferences: [
      { job: "Care assistant", soc: "6145" },
      { job: "Nursery assistant", soc: "6121" },
      { job: "Receptionist", soc: "4216" },
    ],
    preferredHours: "Part Time",
  },
  employment: {
    lastJobs: [
      { job: "Care assistant, Brae House", from: "2007-06-04", to: "2008-09-26" },
      { job: "Shop assistant, Harbour Stores", from: "2005-09-12", to: "2007-05-25" },
    ],
  },
  circumstances: {
    payingRent: "Yes",
    mortgage: "No",
    councilTax: "Yes",
    disabledPerson: "No",
    drivingLicence: "Provisional",
    carOwner: "No",
    endorsement: "No",
    childrenByBand: [0, 1, 1, 0, 0, 0, 0],
    dependant: "No",
    iwbc: "Better off",
    iwbcNotes: "About £38 a week better off on 16 hours, after nursery fees",
    iwbcDate: "2012-03-12",
  },
  qualifications: [
    { level: "Certificate", subject: "Emergency First Aid at Work", outcome: "Pass", completed: "2012-02-03" },
    { level: "NVQ Level 1", subject: "Health and Social Care", outcome: "Pass", completed: "2007-06-29" },
    { level: "GCSE", subject: "English", outcome: "C", completed: "2000-08-24" },
    { level: "GCSE", subject: "Mathematics", outcome: "D", completed: "2000-08-24" },
  ],
};

/** A review with what the test cares about. */
export function aReview(review: Partial<Review> = {}): Review {
  return {
    id: "review-1",
    text: "Maria has the form and has filled in most of it.",
    dateCreated: "2012-03-26",
    createdAt: "2012-03-26T09:30:00.000Z",
    createdBy: "B Johns",
    interviewId: null,
    amendedBy: null,
    ...review,
  };
}

/** An Action Item with what the test cares about. */
export function anItem(item: Partial<ActionItem> = {}): ActionItem {
  return {
    id: "item-1",
    text: "Apply for the Level 2 Health and Social Care course at Kelbridge College.",
    dateCreated: "2012-02-13",
    createdAt: "2012-02-13T10:00:00.000Z",
    createdBy: "B Johns",
    assignedTo: "client",
    targetDate: "2012-04-30",
    dateClosed: null,
    challenge: null,
    amendedBy: null,
    amendedAt: null,
    reviews: [],
    ...item,
  };
}

/** A saved plan with what the test cares about; nothing on it else. */
export function aPlan(plan: Partial<Plan> = {}): Plan {
  return {
    id: "plan-1",
    clientId: "client-1",
    kind: "lms",
    version: 1,
    items: [],
    texts: { aims: "", employment: "", qualifications: "", info: "" },
    pulled: EMPTY_DETAILS,
    savedAt: "2012-04-16T09:30:00.000Z",
    savedBy: "B Johns",
    printedAt: null,
    ...plan,
  };
}

/** A print job with what the test cares about. */
export function aJob(job: Partial<PrintJob> = {}): PrintJob {
  return {
    client: { nino: "QQ100002A", surname: "Gallagher", forenames: "Maria" },
    plan: aPlan(),
    option: "all-reviews",
    style: "standard",
    format: "pdf",
    isLarge: false,
    withoutStaffNames: false,
    password: undefined,
    letterhead: undefined,
    printedAt: "2012-04-16T09:36:00.000Z",
    documentCode: "7K3F-02",
    ...job,
  };
}

const WORDS =
  "the course adviser nursery form college reference agreed interview Monday letter returned fees hours travel about with will bring ask and from before".split(
    " ",
  );

/** Running text of about so many characters, the same for the same seed, its first words telling whose it is. */
export function runningText(label: string, characters: number, seed: number): string {
  let text = label;
  let state = seed * 7919 + 17;
  while (text.length < characters) {
    state = (state * 1103515245 + 12345) % 2147483648;
    text += ` ${WORDS[state % WORDS.length]}`;
  }
  return `${text}.`;
}

/** The full plan: 100 items with 10 reviews of 200 to 700 characters each. */
export function fullPlan(): Plan {
  const items = Array.from({ length: 100 }, (_, item) =>
    anItem({
      id: `item-${item}`,
      text: runningText(`Item ${item + 1} begins.`, 180 + ((item * 37) % 400), item),
      targetDate: addDays("2012-04-17", item),
      dateClosed: item % 4 === 3 ? "2012-04-10" : null,
      assignedTo: item % 3 === 0 ? "pa" : "client",
      reviews: Array.from({ length: 10 }, (_, review) =>
        aReview({
          id: `review-${item}-${review}`,
          dateCreated: addDays("2012-04-12", -review * 7),
          createdAt: `${addDays("2012-04-12", -review * 7)}T09:30:00.000Z`,
          text: runningText(
            `Review ${item + 1}.${10 - review} begins.`,
            200 + ((item * 131 + review * 89) % 500),
            item * 10 + review,
          ),
        }),
      ),
    }),
  );
  return aPlan({
    items,
    pulled: FULL_DETAILS,
    texts: {
      aims: runningText("Aims text begins.", 400, 1001),
      employment: runningText("Employment text begins.", 400, 1002),
      qualifications: runningText("Qualifications text begins.", 300, 1003),
      info: runningText("Information text begins.", 1500, 1004),
    },
  });
}
