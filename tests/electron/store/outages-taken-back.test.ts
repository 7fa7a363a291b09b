import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../../electron/store/migrate.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import { wrapStore } from "../../../electron/store/store.ts";

const EARLIER = migrations.map(({ version }) => version).filter((version) => version >= 110 && version < 160);

test.each(EARLIER)("an outage that was recorded in layout %i stays, and is not taken back", (version) => {
  const store = wrapStore(new Database(":memory:"), ":memory:");
  onTestFinished(() => store.close());
  migrate(
    store,
    migrations.filter((step) => step.version <= version),
  );
  store.prepare("PRAGMA foreign_keys = OFF").run();
  store
    .prepare(
      `INSERT INTO outage (id, from_on, to_on, reason, recorded_at, recorded_by)
       VALUES ('outage', '2012-04-12', '2012-04-13', 'No power', '2012-04-16T09:00:00.000Z', 'johns')`,
    )
    .run();
  migrate(store, migrations);
  expect(store.all("SELECT id, reason, taken_back_at, taken_back_by, taken_back_reason FROM outage")).toEqual([
    { id: "outage", reason: "No power", taken_back_at: null, taken_back_by: null, taken_back_reason: null },
  ]);
});
