import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../../electron/store/migrate.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import { lastPrinted } from "../../../electron/store/repositories/prints.ts";
import { wrapStore } from "../../../electron/store/store.ts";

const EARLIER = migrations.map(({ version }) => version).filter((version) => version < 55);
const HANDED_OVER = "2012-04-16T09:30:00.000Z";

test.each(EARLIER)(
  "of two prints recorded in layout %i the one handed over counts, and the other does not",
  (version) => {
    const store = wrapStore(new Database(":memory:"), ":memory:");
    onTestFinished(() => store.close());
    migrate(
      store,
      migrations.filter((step) => step.version <= version),
    );
    store.prepare("PRAGMA foreign_keys = OFF").run();
    const add = store.prepare(
      `INSERT INTO print (id, plan_id, plan_version, adviser_id, option, style, pages, made_at, handed_over_at)
     VALUES (?, 'plan', ?, 'johns', 'open', 'standard', 2, '2012-04-16T09:00:00.000Z', ?)`,
    );
    add.run("made", 2, null);
    add.run("handed", 1, HANDED_OVER);
    migrate(store, migrations);
    expect(store.all("SELECT id, copies, printer, spooled_at, means FROM print ORDER BY id")).toEqual([
      { id: "handed", copies: 1, printer: null, spooled_at: null, means: "handed" },
      { id: "made", copies: 1, printer: null, spooled_at: null, means: null },
    ]);
    expect([lastPrinted(store, "plan", 1), lastPrinted(store, "plan", 2)]).toEqual([HANDED_OVER, undefined]);
  },
);
