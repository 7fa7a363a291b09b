import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan, PlanChanges } from "../../../shared/action-plan/action-plan.ts";
import { isApplicable, type Part, partsOf, rebase } from "../../../shared/action-plan/conflict.ts";
import type { DraftContent } from "../../../shared/action-plan/draft.ts";
import { draftOf } from "../../../shared/action-plan/draft.ts";
import { openWorkingCopy } from "../../../shared/action-plan/working-copy.ts";
import { aNewItem, aNewReview, anItem, aPlan, aReview, changes } from "./fixtures.ts";

const REVIEW = aReview();
const OLD = aPlan({ items: [anItem({ reviews: [REVIEW] })] });

/** A newer version, its item as given; null where it was purged. */
function newer(item: Partial<Plan["items"][number]> | null, texts: Partial<Plan["texts"]> = {}): Plan {
  const items = item ? [anItem({ reviews: [REVIEW], ...item })] : [];
  return aPlan({ version: 4, items, texts: { ...OLD.texts, ...texts } });
}

/** What is kept of changes on the old version. */
function kept(fields: Partial<PlanChanges>, unreadDates: DraftContent["unreadDates"] = []): DraftContent {
  const content = draftOf({ ...openWorkingCopy(OLD), changes: changes(fields), unreadDates });
  if (!content) throw new Error("Nothing is unsaved");
  return content;
}

const TEXT = kept({ amendedItems: [{ itemId: "item-1", text: "Ask two nurseries" }] });
const DATE = kept({ amendedItems: [{ itemId: "item-1", targetDate: "2026-04-06" }] });
const UNREAD = kept({}, [{ itemId: "item-1", field: "Target Date", text: "soon" }]);
const WHOSE = kept({ amendedItems: [{ itemId: "item-1", assignedTo: "pa" }] });
const CHALLENGE = kept({ amendedItems: [{ itemId: "item-1", challenge: "belief" }] });
const CLOSED_ON = kept({ amendedItems: [{ itemId: "item-1", dateClosed: "2026-03-16" }] });
const NEW_REVIEW = kept({ newReviews: [aNewReview()] });
const AMENDED_REVIEW = kept({ amendedReviews: [{ reviewId: "review-1", text: "Went twice" }] });
const DELETED_REVIEW = kept({ deletedReviews: ["review-1"] });
const NEW_ITEM = kept({ newItems: [aNewItem()], newReviews: [aNewReview({ itemId: "new-1" })] });
const TAB = kept({ texts: { info: "Has a bus pass" } });
const CLOSED = newer({ dateClosed: "2026-03-10" });

const fates = [
  { rule: "an item's text that nobody else changed", draft: TEXT, plan: newer({}), fate: "clean" },
  { rule: "an item's text that another changed", draft: TEXT, plan: newer({ text: "Ask one" }), fate: "conflict" },
  {
    rule: "an item's text beside another's date",
    draft: TEXT,
    plan: newer({ targetDate: "2026-05-01" }),
    fate: "clean",
  },
  { rule: "a text that was saved just so", draft: TEXT, plan: newer({ text: "Ask two nurseries" }), fate: undefined },
  { rule: "a target date", draft: DATE, plan: newer({ targetDate: "2026-05-01" }), fate: "conflict" },
  { rule: "a date that cannot be read", draft: UNREAD, plan: newer({}), fate: "clean" },
  { rule: "whom it is assigned to", draft: WHOSE, plan: newer({}), fate: "clean" },
  { rule: "a challenge", draft: CHALLENGE, plan: newer({ challenge: "keeping" }), fate: "conflict" },
  { rule: "a date closed", draft: CLOSED_ON, plan: newer({}), fate: "clean" },
  { rule: "a new review", draft: NEW_REVIEW, plan: newer({ text: "Ask one" }), fate: "clean" },
  { rule: "an amended review", draft: AMENDED_REVIEW, plan: newer({}), fate: "clean" },
  {
    rule: "a review that another amended too",
    draft: AMENDED_REVIEW,
    plan: newer({ reviews: [{ ...REVIEW, text: "Went once" }] }),
    fate: "conflict",
  },
  { rule: "an amended review that another deleted", draft: AMENDED_REVIEW, plan: newer({ reviews: [] }), fate: "gone" },
  { rule: "a review to be deleted", draft: DELETED_REVIEW, plan: newer({}), fate: "clean" },
  {
    rule: "a review to be deleted that has gone",
    draft: DELETED_REVIEW,
    plan: newer({ reviews: [] }),
    fate: undefined,
  },
  { rule: "a new item", draft: NEW_ITEM, plan: newer(null), fate: "clean" },
  { rule: "a tab's text that nobody else changed", draft: TAB, plan: newer({}), fate: "clean" },
  { rule: "a tab's text that another changed", draft: TAB, plan: newer({}, { info: "Walks" }), fate: "conflict" },
  { rule: "AI-6 a text of an item that was closed", draft: TEXT, plan: CLOSED, fate: "closed" },
  { rule: "AI-6 a target date of an item that was closed", draft: DATE, plan: CLOSED, fate: "closed" },
  { rule: "AI-6 an unread date of an item that was closed", draft: UNREAD, plan: CLOSED, fate: "closed" },
  { rule: "AI-6 a review on an item that was closed", draft: NEW_REVIEW, plan: CLOSED, fate: "closed" },
  { rule: "AI-6 an amended review of an item that was closed", draft: AMENDED_REVIEW, plan: CLOSED, fate: "closed" },
  { rule: "AI-6 a deletion on an item that was closed", draft: DELETED_REVIEW, plan: CLOSED, fate: "closed" },
  { rule: "AI-7 a text of an item that was purged", draft: TEXT, plan: newer(null), fate: "gone" },
  { rule: "AI-7 a review on an item that was purged", draft: NEW_REVIEW, plan: newer(null), fate: "gone" },
] as const;

test.each(fates)("$rule on the newer version: $fate", ({ draft, plan, fate }) => {
  expect(partsOf(draft, plan).map((part) => part.fate)).toEqual(fate === undefined ? [] : [fate]);
});

test("a part shows what was written, what is saved now and what stood there when it was written", () => {
  expect(partsOf(TEXT, newer({ text: "Ask one" }))).toMatchObject([
    { wrote: "Ask two nurseries", now: "Ask one", before: "Find out about childcare nearby" },
  ]);
});

test("where it is not known what stood there, the part is a conflict and says so", () => {
  const { before: _, ...unknown } = TEXT;
  expect(partsOf(unknown, newer({}))).toMatchObject([{ fate: "conflict", before: undefined }]);
});

describe("what was chosen, on the newer version", () => {
  const both = kept({
    amendedItems: [{ itemId: "item-1", text: "Ask two nurseries", targetDate: "2026-04-06" }],
    texts: { info: "Has a bus pass" },
  });
  const now = newer({ text: "Ask one" }, { info: "Walks" });

  test("holds each chosen part and none that was left out", () => {
    const { plan, changes: rebased } = rebase(both, now, new Set(["targetDate item-1", "text info"]));
    expect({ plan, rebased }).toEqual({
      plan: now,
      rebased: changes({
        amendedItems: [{ itemId: "item-1", targetDate: "2026-04-06" }],
        texts: { info: "Has a bus pass" },
      }),
    });
  });

  test("keeps a date that cannot be read as it was typed", () => {
    expect(rebase(UNREAD, now, new Set(["targetDate item-1"])).unreadDates).toEqual(UNREAD.unreadDates);
  });

  test("takes a new item with its reviews", () => {
    expect(rebase(NEW_ITEM, now, new Set(["new new-1"])).changes).toEqual(NEW_ITEM.changes);
  });

  test("holds nothing of a closed item, chosen or not", () => {
    const keys = new Set(partsOf(TEXT, CLOSED).map(({ key }) => key));
    expect(rebase(TEXT, CLOSED, keys).changes).toEqual(changes({}));
  });
});

const IDS = ["a", "b", "c", "d"];
const text = fc.constantFrom("", "one", "two", "three");
const date = fc.constantFrom("2026-04-01", "2026-04-02");
const item = (id: string) =>
  fc
    .record({
      text,
      targetDate: date,
      dateClosed: fc.option(fc.constant("2026-03-10")),
      reviews: fc.option(text).map((said) => (said === null ? [] : [aReview({ id: `review-${id}`, text: said })])),
    })
    .map((fields) => anItem({ id, ...fields }));
const anyPlan = fc
  .subarray(IDS)
  .chain((ids) => fc.record({ items: fc.tuple(...ids.map(item)), info: text }))
  .map(({ items, info }) => aPlan({ version: 4, items, texts: { ...OLD.texts, info } }));
const anyContent = fc
  .record({
    plan: anyPlan,
    amended: fc.subarray(IDS),
    reviewed: fc.subarray(IDS),
    reviews: fc.subarray(IDS),
    deleted: fc.subarray(IDS),
    said: fc.constantFrom("one", "four", "five"),
    info: fc.option(text),
    unread: fc.subarray(IDS),
  })
  .map(({ plan, amended, reviewed, reviews, deleted, said, info, unread }) => {
    const written = changes({
      newItems: [aNewItem({ text: said })],
      amendedItems: amended.map((itemId) => ({ itemId, text: said })),
      newReviews: reviewed.map((itemId) => ({ key: `new-${itemId}`, itemId, text: said })),
      amendedReviews: reviews.map((id) => ({ reviewId: `review-${id}`, text: said })),
      deletedReviews: deleted.filter((id) => !reviews.includes(id)).map((id) => `review-${id}`),
      texts: info === null ? {} : { info },
    });
    const unreadDates = unread.map((itemId) => ({ itemId, field: "Target Date" as const, text: `soon ${itemId}` }));
    return draftOf({ ...openWorkingCopy(plan), changes: written, unreadDates }) as DraftContent;
  });

test("AI-6 whatever is chosen, nothing touches an item that is closed or gone", () => {
  fc.assert(
    fc.property(anyContent, anyPlan, (content, plan) => {
      const all = new Set(partsOf(content, plan).map(({ key }) => key));
      const { changes: rebased, unreadDates } = rebase(content, plan, all);
      const open = plan.items.filter(({ dateClosed }) => dateClosed === null);
      const openIds = open.map(({ id }) => id);
      const openReviews = open.flatMap(({ reviews }) => reviews.map(({ id }) => id));
      const touched = [...rebased.amendedItems, ...rebased.newReviews, ...unreadDates].map(({ itemId }) => itemId);
      expect(touched.filter((id) => !openIds.includes(id))).toEqual([]);
      const reviews = [...rebased.amendedReviews.map(({ reviewId }) => reviewId), ...rebased.deletedReviews];
      expect(reviews.filter((id) => !openReviews.includes(id))).toEqual([]);
    }),
  );
});

test("nothing that was written vanishes: each part is applied, left out by choice, copied, or saved already", () => {
  fc.assert(
    fc.property(anyContent, anyPlan, (content, plan) => {
      const parts = partsOf(content, plan);
      const applied = JSON.stringify(rebase(content, plan, new Set(parts.map(({ key }) => key))));
      expect(parts.filter((part) => isApplicable(part) && !applied.includes(part.wrote ?? "")).map(nameOf)).toEqual([]);
      const shown = parts.map(({ wrote }) => wrote);
      const texts = textsOf(content).filter((one) => !shown.includes(one) && !isSaved(plan, one));
      expect(texts).toEqual([]);
    }),
  );
});

function nameOf({ key }: Part): string {
  return key;
}

function textsOf({ changes: written, unreadDates }: DraftContent): string[] {
  const { newItems, amendedItems, newReviews, amendedReviews, texts } = written;
  const all = [...newItems, ...amendedItems, ...newReviews, ...amendedReviews, ...unreadDates];
  return [...all.map(({ text: one }) => one), ...Object.values(texts)].flatMap((one) => one || []);
}

function isSaved({ items, texts }: Plan, wanted: string): boolean {
  const saved = items.flatMap((one) => [one.text, ...one.reviews.map((review) => review.text)]);
  return [...saved, texts.info].includes(wanted);
}
