import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../../electron/store/migrate.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import { wrapStore } from "../../../electron/store/store.ts";

const EARLIER = migrations.map(({ version }) => version).filter((version) => version < 50);

test.each(EARLIER)("a print recorded in layout %i is a plain PDF with staff names and no password", (version) => {
  const store = wrapStore(new Database(":memory:"), ":memory:");
  onTestFinished(() => store.close());
  migrate(
    store,
    migrations.filter((step) => step.version <= version),
  );
  store.prepare("PRAGMA foreign_keys = OFF").run();
  store
    .prepare(
      `INSERT INTO print (id, plan_id, plan_version, adviser_id, option, style, pages, made_at)
       VALUES ('print', 'plan', 1, 'johns', 'open', 'standard', 2, '2012-04-16T09:00:00.000Z')`,
    )
    .run();
  migrate(store, migrations);
  expect(store.all("SELECT pages, format, is_large, without_staff_names, has_password FROM print")).toEqual([
    { pages: 2, format: "pdf", is_large: 0, without_staff_names: 0, has_password: 0 },
  ]);
});
