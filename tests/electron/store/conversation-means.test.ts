import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../../electron/store/migrate.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import { wrapStore } from "../../../electron/store/store.ts";

const EARLIER = migrations.map(({ version }) => version).filter((version) => version >= 20 && version < 140);

test.each(EARLIER)("a conversation noted in layout %i stays, and says nothing of the telephone", (version) => {
  const store = wrapStore(new Database(":memory:"), ":memory:");
  onTestFinished(() => store.close());
  migrate(
    store,
    migrations.filter((step) => step.version <= version),
  );
  store.prepare("PRAGMA foreign_keys = OFF").run();
  store
    .prepare(
      `INSERT INTO conversation (id, client_id, text, created_at, created_by)
       VALUES ('note', 'client', 'Rang.', '2012-04-16T09:00:00.000Z', 'johns')`,
    )
    .run();
  migrate(store, migrations);
  expect(store.all("SELECT id, text, is_by_telephone FROM conversation")).toEqual([
    { id: "note", text: "Rang.", is_by_telephone: 0 },
  ]);
});
