import type { ActionItem, Plan } from "../../shared/action-plan/action-plan.ts";
import type { ClientSummary, StoredClientRecord } from "../../shared/client-record/client-record.ts";

/** A client as `find --json` lists them. */
export function clientForm(client: ClientSummary): object {
  const { nino, surname, forenames, dateOfBirth, benefit, clientGroup } = client;
  return withoutAbsent({ nino, surname, forenames, dateOfBirth, benefit, clientGroup });
}

/** A client record and its plans as `show --json` gives them. */
export function showForm(client: StoredClientRecord, plans: readonly Plan[]): object {
  return { client: withoutAbsent(client), plans: plans.map(planForm) };
}

function planForm({ kind, version, items, texts }: Plan): object {
  return { kind, version, items: items.map(itemForm), texts };
}

function itemForm(item: ActionItem): object {
  const { id, text, dateCreated, createdBy, assignedTo, targetDate, dateClosed } = item;
  const reviews = item.reviews.map((review) => ({
    id: review.id,
    dateCreated: review.dateCreated,
    createdBy: review.createdBy,
    text: review.text,
  }));
  return withoutAbsent({ id, text, dateCreated, createdBy, assignedTo, targetDate, dateClosed, reviews });
}

/** The same value without the properties that are null or blank, at any depth; lists keep their places. */
function withoutAbsent(value: object): object {
  const present = Object.entries(value).filter(([, property]) => property !== null && property !== "");
  return Object.fromEntries(present.map(([name, property]) => [name, tidy(property)]));
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  return typeof value === "object" && value !== null ? withoutAbsent(value) : value;
}
