import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../../electron/store/migrate.ts";
import { first } from "../../../electron/store/migrations/010-first.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import { type Store, wrapStore } from "../../../electron/store/store.ts";

const AT = "2012-04-16T09:00:00.000Z";
const DAYS = ["2012-04-10", "2012-04-16", "2012-05-01"] as const;
const PLANS = ["plan-1", "plan-2", "plan-jets"] as const;
const ADVISERS = ["johns", "whitlock"] as const;

/** A store of a layout with two LMS plans and a JETS one, without items. */
function storeWithPlans(steps: readonly { readonly version: number; readonly sql: string }[]): Store {
  const store = wrapStore(new Database(":memory:"), ":memory:");
  onTestFinished(() => store.close());
  migrate(store, steps);
  for (const id of ADVISERS) run(store, "INSERT INTO adviser VALUES (?, ?, '', NULL)", id, id);
  for (const id of PLANS) {
    run(
      store,
      `INSERT INTO client (id, nino, title, surname, forenames, date_of_birth, address_1, address_2, address_3,
         address_4, postcode, telephone, mobile, email, benefit, client_group, status, disabled_person, incident_marker,
         folded_name, sound, reversed_nino, created_at, version)
       VALUES (?, ?, '', 'Rao', 'Dilip', '1957-01-30', '', '', '', '', '', '', '', '', '', '', '', 0, 0, '', '', '', ?, 1)`,
      id,
      id,
      AT,
    );
    run(
      store,
      `INSERT INTO plan (id, client_id, kind, aims, employment, qualifications, info, pulled, saved_at, saved_by, version)
       VALUES (?, ?, ?, '', '', '', '', '{}', ?, 'johns', 1)`,
      id,
      id,
      id === "plan-jets" ? "jets" : "lms",
      AT,
    );
  }
  return store;
}

function run(store: Store, sql: string, ...values: (string | null)[]): void {
  store.prepare(sql).run(...values);
}

function addItem(store: Store, id: string, plan: string, target: string, closed: string | null): void {
  run(
    store,
    `INSERT OR IGNORE INTO action_item (id, plan_id, text, assigned_to, target_date, date_created, created_at,
       created_by, date_closed) VALUES (?, ?, 'Ring the college', 'client', ?, '2012-04-01', ?, 'johns', ?)`,
    id,
    plan,
    target,
    AT,
    closed,
  );
}

const KEPT = "SELECT * FROM plan_outlook ORDER BY plan_id";
const DERIVED = `
  SELECT plan.id AS plan_id, saved_by, COALESCE(MIN(target_date), '') AS first_target,
         COALESCE(MAX(target_date), '') AS last_target
  FROM plan LEFT JOIN action_item ON action_item.plan_id = plan.id AND date_closed IS NULL
  WHERE kind = 'lms' GROUP BY plan.id ORDER BY plan.id`;

test("a store of the first layout gets the outlook of every LMS plan it holds", () => {
  const store = storeWithPlans([first]);
  addItem(store, "a", "plan-1", "2012-05-01", null);
  addItem(store, "b", "plan-1", "2012-04-10", null);
  addItem(store, "c", "plan-1", "2012-09-01", "2012-04-12");
  addItem(store, "d", "plan-jets", "2012-04-10", null);
  migrate(store);
  expect(store.all(KEPT)).toEqual([
    { plan_id: "plan-1", saved_by: "johns", first_target: "2012-04-10", last_target: "2012-05-01" },
    { plan_id: "plan-2", saved_by: "johns", first_target: "", last_target: "" },
  ]);
});

const id = fc.constantFrom("a", "b", "c", "d");
const plan = fc.constantFrom(...PLANS);
const day = fc.constantFrom(...DAYS);
const closed = fc.option(day);

const step = fc.oneof(
  fc.tuple(id, plan, day, closed).map((values) => (store: Store) => addItem(store, ...values)),
  fc.tuple(day, id).map((values) => (store: Store) => {
    run(store, "UPDATE action_item SET target_date = ? WHERE id = ?", ...values);
  }),
  fc.tuple(closed, id).map((values) => (store: Store) => {
    run(store, "UPDATE action_item SET date_closed = ? WHERE id = ?", ...values);
  }),
  id.map((gone) => (store: Store) => run(store, "DELETE FROM action_item WHERE id = ?", gone)),
  fc.tuple(fc.constantFrom(...ADVISERS), plan).map((values) => (store: Store) => {
    run(store, "UPDATE plan SET saved_by = ? WHERE id = ?", ...values);
  }),
);

test("the outlook is what the items say after any changes, in any order", () => {
  const store = storeWithPlans(migrations);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      for (const change of steps) {
        change(store);
        expect(store.all(KEPT)).toEqual(store.all(DERIVED));
      }
    }),
    { numRuns: 60 },
  );
});

test("a plan that goes takes its outlook along", () => {
  const store = storeWithPlans(migrations);
  store.database.pragma("foreign_keys = ON");
  addItem(store, "a", "plan-1", "2012-05-01", null);
  run(store, "DELETE FROM client WHERE id = 'plan-1'");
  expect(store.all(KEPT)).toEqual(store.all(DERIVED));
  expect(store.all(KEPT)).toHaveLength(1);
});
