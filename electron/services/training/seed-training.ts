import { type NewItem, NO_CHANGES, type PlanChanges } from "../../../shared/action-plan/action-plan.ts";
import type { Challenge } from "../../../shared/action-plan/challenges.ts";
import type { ClientRecord } from "../../../shared/client-record/client-record.ts";
import { type PulledDetails, pullThrough } from "../../../shared/client-record/pull-through.ts";
import { addDays, addMonths, type CivilDate } from "../../../shared/dates.ts";
import type { AppError } from "../../../shared/errors.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { insertAdviser } from "../../store/repositories/advisers.ts";
import { findClientRecord } from "../../store/repositories/client-records.ts";
import { endInterview, findInterview, insertInterview } from "../../store/repositories/interviews.ts";
import { findPlan } from "../../store/repositories/plans.ts";
import { insertSetting } from "../../store/repositories/settings.ts";
import { insertClientRecord, updateClientRecord } from "../../store/repositories/write-client-record.ts";
import { writePlan } from "../../store/repositories/write-plan.ts";
import type { Store } from "../../store/store.ts";
import { transaction } from "../../store/transaction.ts";
import { fullPlanItem, fullPlanReview } from "./full-plan.ts";
import { type CourseOfSeed, seedSiobhan } from "./seed-siobhan.ts";
import {
  moment,
  type Seeding,
  seedAlexandrasWork,
  seedAnswers,
  seedDilipsWork,
  seedMariasWork,
  seedOfficeWords,
  seedWaitingForm,
} from "./seed-work.ts";
import {
  agnesOyelaran,
  alexandraSmythe,
  alexandrasChanges,
  alexSmith,
  dilipRao,
  joeBloggs,
  mariaGallagher,
  siobhanONeill,
  tomaszZielinski,
} from "./training-clients.ts";

const ROUNDS = 10;
const FULL_PLAN_ITEMS = 100;

/** What a training store is filled by. */
export interface SeedOptions extends Partial<Pick<CourseOfSeed, "holidays">> {
  readonly today: CivilDate;
  readonly now: string;
  readonly newId: () => string;
}

const NO_HOLIDAYS: ReadonlySet<CivilDate> = new Set();

/** Fills a new training store with the fictional caseload, its dates relative to a day. */
export function seedTraining(
  store: Store,
  { today, now, newId, holidays = NO_HOLIDAYS }: SeedOptions,
): Result<undefined, AppError> {
  const advisers = { johns: newId(), whitlock: newId(), drummond: newId() };
  const seeding = { today, newId, ...advisers };
  const audit = { at: now, action: "seed-training", adviserId: null, clientId: null, interviewId: null };
  const seeded = transaction(
    store,
    audit,
    (writer): Result<string, AppError> => seedCaseload({ writer, ...seeding }, { now, holidays }),
  );
  if (!seeded.ok) return seeded;
  const clientId = seeded.value;
  // Her record was changed by two people on two days, so that the plan's message has something to tell (¶21).
  for (const { daysAgo, time, adviserId, record } of alexandrasChanges(today, advisers)) {
    const at = moment(addDays(today, -daysAgo), time);
    const change = { at, action: "amend-client", adviserId, clientId, interviewId: null };
    transaction(store, change, (writer) => ok(updateClientRecord(writer, clientId, record, { at, newId })));
  }
  return ok(undefined);
}

/** Adds the caseload, and answers Alexandra Smythe's id. */
function seedCaseload(seeding: Seeding, course: CourseOfSeed): Result<string, AppError> {
  const { writer, today } = seeding;
  insertSetting(writer, "office-name", "Kelbridge Jobcentre");
  insertAdviser(writer, { id: seeding.johns, name: "B Johns", staffNumber: "T0001" });
  insertAdviser(writer, { id: seeding.whitlock, name: "H Whitlock", staffNumber: "T0002" });
  insertAdviser(writer, { id: seeding.drummond, name: "F Drummond", staffNumber: "T0003" });
  seedOfficeWords(seeding);
  seedWaitingForm(seeding, addClient(seeding, joeBloggs(today)));
  seedMaria(seeding);
  seedDilip(seeding);
  seedAgnes(seeding);
  addClient(seeding, tomaszZielinski());
  seedSiobhan(seeding, addClient(seeding, siobhanONeill()), course);
  addClient(seeding, alexSmith());
  return ok(seedAlexandra(seeding));
}

/** One open item with two reviews, one closed item with one. */
function seedMaria(seeding: Seeding): void {
  const { today } = seeding;
  const id = addClient(seeding, mariaGallagher(today));
  const childminders = newItem("childminders", addDays(today, -63), {
    text: "Phone at least three registered childminders in Kelbridge, ask for hours and cost for Ryan and Niamh, and bring the list to the next interview.",
    challenge: "keeping",
  });
  const course = newItem("course", addDays(today, 14), {
    text: "Apply for the Level 2 Health and Social Care course at Kelbridge College: send the form with both references, then tell us the date of the college interview.",
    challenge: "presenting",
  });
  const texts = {
    aims: "Maria would like to care for older people, on mornings while Ryan is at nursery and Niamh at school. A Level 2 course in September would open the door to the homes in Kelbridge. Until then she would take reception work in a health centre.",
    employment:
      "At Brae House Maria cared for six residents with dementia and was trusted with the medicines round. She left shortly before Ryan was born. At the shop she opened up and cashed up on Saturdays, and trained two new starters.",
    qualifications:
      "The food hygiene certificate has run out. Maria will ask the college whether the course renews it.",
  };
  const firstMeeting = { daysAgo: 91, kind: "lp-wfi", adviser: seeding.whitlock };
  seedAnswers(seeding, meet(seeding, id, firstMeeting, { newItems: [childminders], texts }));
  const [first] = itemIds(seeding, id);
  meet(
    seeding,
    id,
    { daysAgo: 63, kind: "caseload" },
    {
      newItems: [course],
      newReviews: [
        { key: "r", itemId: first ?? "", text: "Maria brought a list of four childminders with hours and cost." },
      ],
      amendedItems: [{ itemId: first ?? "", dateClosed: addDays(today, -63) }],
    },
  );
  const open = itemIds(seeding, id)[1] ?? "";
  const reviewed = (daysAgo: number, text: string) =>
    meet(seeding, id, { daysAgo, kind: "caseload" }, { newReviews: [{ key: "r", itemId: open, text }] });
  reviewed(
    35,
    "Open evening attended. Maria liked the tutor and brought the form and the course times: mornings, which fit with Ryan's nursery.",
  );
  reviewed(
    21,
    "Maria has the form and has filled in most of it. Brae House will give a reference; Mrs Denholm at the nursery has agreed to be the second. She will post it all within ten days.",
  );
  seedMariasWork(seeding, id, open);
}

/** Three open items, one of them overdue. */
function seedDilip(seeding: Seeding): void {
  const { today } = seeding;
  const id = addClient(seeding, dilipRao(today));
  const items = [
    newItem("cv", addDays(today, -5), {
      text: "Send the new CV to the four warehouses on the list and note whom you spoke to.",
    }),
    newItem("licence", addDays(today, 21), {
      text: "Renew the fork-lift licence at Northgate Training and bring the certificate.",
    }),
    newItem("fair", addDays(today, 30), {
      text: "Arrange a place at the Northgate jobs fair and send the details by post.",
      assignedTo: "pa",
    }),
  ];
  const texts = { aims: "Dilip would rather keep to warehouse work near home; nights are possible from next month." };
  const interviewId = meet(seeding, id, { daysAgo: 28, kind: "new-jobseeker" }, { newItems: items, texts });
  seedDilipsWork(seeding, { clientId: id, itemId: itemIds(seeding, id)[0] ?? "", interviewId });
}

/** A hundred items with ten reviews each, every fourth closed at the last meeting. */
function seedAgnes(seeding: Seeding): void {
  const id = addClient(seeding, agnesOyelaran());
  const numbers = Array.from({ length: FULL_PLAN_ITEMS }, (_, number) => number);
  const newItems = numbers.map((number) => fullPlanItem(number, seeding.today));
  const info = "Agnes and her adviser meet every fortnight. Letters go to the daughter's address as well.";
  meet(seeding, id, { daysAgo: 160, kind: "ib-esa-wfi", adviser: seeding.whitlock }, { newItems, texts: { info } });
  const plan = findPlan(seeding.writer, id, "lms");
  const idOf = new Map(plan?.items.map((item) => [item.text, item.id]));
  const ids = newItems.map((item) => idOf.get(item.text) ?? "");
  for (let round = 0; round < ROUNDS; round += 1) {
    const daysAgo = 150 - round * 14;
    const newReviews = numbers.map((number) => ({
      key: `${number}`,
      itemId: ids[number] ?? "",
      text: fullPlanReview(number, round),
    }));
    const isLast = round === ROUNDS - 1;
    const dateClosed = addDays(seeding.today, -daysAgo);
    const amendedItems = isLast
      ? ids.filter((_, index) => index % 4 === 0).map((itemId) => ({ itemId, dateClosed }))
      : [];
    meet(seeding, id, { daysAgo, kind: "caseload" }, { newReviews, amendedItems });
  }
}

/** A plan, before the record was changed; answers her id. */
function seedAlexandra(seeding: Seeding): string {
  const { today } = seeding;
  const id = addClient(seeding, alexandraSmythe(today));
  const item = newItem("course", addDays(today, 20), {
    text: "Book the Sage Payroll assessment at the college and tell us the date.",
  });
  meet(seeding, id, { daysAgo: 28, kind: "caseload" }, { newItems: [item] });
  seedAlexandrasWork(seeding, id);
  return id;
}

function addClient({ writer, today, newId }: Seeding, record: ClientRecord): string {
  const id = newId();
  insertClientRecord(writer, id, record, { at: moment(addMonths(today, -7), "09:00"), newId });
  return id;
}

/** An interview that has ended, with all that was saved in it; answers its id. */
function meet(
  seeding: Seeding,
  clientId: string,
  { daysAgo, kind, adviser }: { readonly daysAgo: number; readonly kind: string; readonly adviser?: string },
  written: Partial<PlanChanges>,
): string {
  const { writer, newId } = seeding;
  const today = addDays(seeding.today, -daysAgo);
  const adviserId = adviser ?? seeding.johns;
  const interviewId = newId();
  insertInterview(writer, {
    id: interviewId,
    clientId,
    kind,
    attendance: "present",
    adviserId,
    startedAt: moment(today, "10:05"),
    endedAt: null,
    endReason: null,
    isCancelled: false,
    version: 1,
  });
  const plan = findPlan(writer, clientId, "lms") ?? null;
  const pulled = pulledNow(seeding, clientId, today);
  writePlan(
    writer,
    { clientId, kind: "lms", plan, changes: { ...NO_CHANGES, ...written }, pulled, creation: null },
    { at: moment(today, "10:31"), today, adviserId, interviewId, newId },
  );
  const interview = findInterview(writer, interviewId);
  if (interview)
    endInterview(writer, interview, { endedAt: moment(today, "10:44"), adviserId, reason: null, isCancelled: false });
  return interviewId;
}

function pulledNow({ writer }: Seeding, clientId: string, today: CivilDate): PulledDetails {
  const record = findClientRecord(writer, clientId);
  if (!record) throw new Error("A client who was just added is not there");
  return pullThrough(record, today);
}

function itemIds({ writer }: Seeding, clientId: string): string[] {
  return findPlan(writer, clientId, "lms")?.items.map((item) => item.id) ?? [];
}

interface SeededItem {
  readonly text: string;
  readonly assignedTo?: "pa";
  readonly challenge?: Challenge;
}

function newItem(key: string, targetDate: CivilDate, { text, assignedTo, challenge }: SeededItem): NewItem {
  return { key, targetDate, dateClosed: null, text, assignedTo: assignedTo ?? "client", challenge: challenge ?? null };
}
