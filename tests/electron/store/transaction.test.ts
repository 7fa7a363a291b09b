import { hash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkStore } from "../../../electron/store/check-store.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { insertAdviser } from "../../../electron/store/repositories/advisers.ts";
import { insertSetting } from "../../../electron/store/repositories/settings.ts";
import type { Store } from "../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { recordRead, transaction, type Writer } from "../../../electron/store/transaction.ts";
import { err, ok } from "../../../shared/result.ts";
import { AUDIT, emptyStore, temporaryFolder, wholeStore } from "./temporary-store.ts";

const JOHNS = { id: "johns", name: "B Johns", staffNumber: "T0001" };
const JOHNS_ROW = { id: "johns", name: "B Johns", staff_number: "T0001", retired_at: null };

function write(store: Store, work: (writer: Writer) => void) {
  return transaction(store, AUDIT, (writer) => {
    work(writer);
    return ok("done");
  });
}

function withJohns(): Store {
  const store = emptyStore();
  write(store, (writer) => insertAdviser(writer, JOHNS));
  return store;
}

/** The changes of the newest audit line. */
function lastChanges(store: Store) {
  return store.all(
    `SELECT table_name AS "table", row_id AS rowId, column_name AS "column", before, after
     FROM change JOIN change_value ON change_value.id = change.id
     WHERE audit_id = (SELECT MAX(id) FROM audit) ORDER BY change.id`,
  );
}

test("a file is stored whole, and the record of changes keeps its length and its hash alone", () => {
  const store = withJohns();
  const content = Buffer.from("%PDF-1.4 Zebedee");
  store.database.exec(`
    PRAGMA foreign_keys = OFF;
    INSERT INTO interaction VALUES ('met', 'nobody', '2012-04-16', 'letter', NULL, '', '', 'johns');`);
  const row = { id: "file", interaction_id: "met", name: "a.pdf", media_type: "application/pdf" };
  const added = { added_at: AUDIT.at, added_by: "johns" };
  write(store, (writer) => writer.insertWithContent("attachment", { ...row, ...added }, content));
  const stored = { ...row, ...added, bytes: 16, content_hash: hash("sha256", content, "hex") };
  expect(store.all("SELECT * FROM attachment")).toEqual([stored]);
  expect(store.all("SELECT * FROM attachment_content")).toEqual([{ attachment_id: "file", content }]);
  expect(lastChanges(store)).toEqual([
    { table: "attachment", rowId: "file", column: null, before: null, after: JSON.stringify(stored) },
  ]);
});

describe("a transaction that does not succeed", () => {
  const work = (writer: Writer) => {
    insertSetting(writer, "office-name", "Elsewhere");
    writer.update("adviser", "johns", { name: "Somebody else" });
    writer.remove("adviser", "johns");
  };

  test("leaves the store and the audit as they were when it is refused, and answers the refusal", () => {
    const store = withJohns();
    const before = wholeStore(store);
    const refused = transaction(store, AUDIT, (writer) => {
      work(writer);
      return err({ code: "nothing-to-save" });
    });
    expect(refused).toEqual({ ok: false, error: { code: "nothing-to-save" } });
    expect(wholeStore(store)).toEqual(before);
  });

  test("leaves the store and the audit as they were when it throws, and lets the exception out", () => {
    const store = withJohns();
    const before = wholeStore(store);
    const bug = new Error("a bug");
    expect(() =>
      write(store, (writer) => {
        work(writer);
        throw bug;
      }),
    ).toThrow(bug);
    expect(wholeStore(store)).toEqual(before);
  });

  test("leaves the store as it was when the store itself refuses a row", () => {
    const store = withJohns();
    const before = wholeStore(store);
    expect(() =>
      write(store, (writer) => {
        insertSetting(writer, "office-name", "Elsewhere");
        insertAdviser(writer, JOHNS);
      }),
    ).toThrow(expect.objectContaining({ code: "SQLITE_CONSTRAINT_PRIMARYKEY" }));
    expect(wholeStore(store)).toEqual(before);
  });

  test("leaves the store as it was when a row it changes is not there", () => {
    const store = withJohns();
    const before = wholeStore(store);
    expect(() => write(store, (writer) => writer.update("adviser", "nobody", { name: "x" }))).toThrow("No row");
    expect(() => write(store, (writer) => writer.remove("adviser", "nobody"))).toThrow("No row");
    expect(wholeStore(store)).toEqual(before);
  });

  test("lets the next one succeed", () => {
    const store = withJohns();
    transaction(store, AUDIT, () => err("no"));
    expect(write(store, (writer) => writer.update("adviser", "johns", { name: "B Jones" }))).toEqual({
      ok: true,
      value: "done",
    });
  });
});

describe("the change record", () => {
  test("has the whole row of one that is added", () => {
    const store = withJohns();
    expect(lastChanges(store)).toEqual([
      { table: "adviser", rowId: "johns", column: null, before: null, after: JSON.stringify(JOHNS_ROW) },
    ]);
  });

  test("has one line for each column that changed, and none for those that did not", () => {
    const store = withJohns();
    let isChanged: boolean | undefined;
    write(store, (writer) => {
      isChanged = writer.update("adviser", "johns", {
        name: "B Jones",
        staff_number: "T0001",
        retired_at: "2012-04-16T09:00:00.000Z",
      });
    });
    expect(isChanged).toBe(true);
    const line = { table: "adviser", rowId: "johns" };
    expect(lastChanges(store)).toEqual([
      { ...line, column: "name", before: "B Johns", after: "B Jones" },
      { ...line, column: "retired_at", before: null, after: "2012-04-16T09:00:00.000Z" },
    ]);
  });

  test("has nothing of a row that stays as it was", () => {
    const store = withJohns();
    let isChanged: boolean | undefined;
    write(store, (writer) => {
      isChanged = writer.update("adviser", "johns", { name: "B Johns", retired_at: null });
    });
    expect(isChanged).toBe(false);
    expect(lastChanges(store)).toEqual([]);
  });

  test("has the whole row of one that is taken out", () => {
    const store = withJohns();
    write(store, (writer) => writer.remove("adviser", "johns"));
    expect(lastChanges(store)).toEqual([
      { table: "adviser", rowId: "johns", column: null, before: JSON.stringify(JOHNS_ROW), after: null },
    ]);
    expect(store.all("SELECT * FROM adviser")).toEqual([]);
  });

  test("has of a purged row only the columns that are kept, and nothing of its earlier changes", () => {
    const store = withJohns();
    write(store, (writer) => writer.update("adviser", "johns", { name: "B Jones" }));
    write(store, (writer) => insertAdviser(writer, { ...JOHNS, id: "whitlock", name: "H Whitlock" }));
    write(store, (writer) => writer.purge("adviser", "johns", ["id", "retired_at"]));
    const kept = JSON.stringify({ id: "johns", retired_at: null });
    expect(lastChanges(store)).toEqual([{ table: "adviser", rowId: "johns", column: null, before: kept, after: null }]);
    expect(store.all("SELECT id FROM adviser")).toEqual([{ id: "whitlock" }]);
    const values = store.all<{ id: number }>("SELECT id FROM change_value ORDER BY id");
    expect(values.map(({ id }) => id)).toEqual([3, 4]);
    expect(checkStore(store)).toEqual([]);
  });

  test("says who changed what, when and in which interview, on one line for each transaction", () => {
    const store = withJohns();
    const context = {
      at: "2012-04-16T10:00:00.000Z",
      action: "save-plan",
      adviserId: "johns",
      clientId: "client",
      interviewId: "interview",
    };
    transaction(store, context, (writer) => {
      insertSetting(writer, "office-name", "Kelbridge");
      insertSetting(writer, "training-day", "2012-04-16");
      return ok(undefined);
    });
    recordRead(store, { ...context, action: "open-client", interviewId: null });
    const lines = store.all(
      `SELECT audit.id, at, kind, action, adviser_id, client_id, interview_id, COUNT(change.id) AS changes
       FROM audit LEFT JOIN change ON audit_id = audit.id WHERE audit.id > 1 GROUP BY audit.id ORDER BY audit.id`,
    );
    const line = { at: context.at, adviser_id: "johns", client_id: "client" };
    expect(lines).toEqual([
      { id: 2, ...line, kind: "change", action: "save-plan", interview_id: "interview", changes: 2 },
      { id: 3, ...line, kind: "read", action: "open-client", interview_id: null, changes: 0 },
    ]);
  });
});

test("thousands of changes stand in order under one line, hashed as one text of all of them", () => {
  const store = emptyStore();
  const ids = Array.from({ length: 2_150 }, (_, number) => `adviser-${number}`);
  write(store, (writer) => {
    for (const id of ids) insertAdviser(writer, { ...JOHNS, id });
  });
  const [line] = store.all<Record<string, string | number>>("SELECT * FROM audit ORDER BY id DESC LIMIT 1");
  const changes = store.all<Record<string, string | number>>(
    "SELECT * FROM change WHERE audit_id = ? ORDER BY id",
    line?.id ?? 0,
  );
  expect(lastChanges(store)).toEqual(
    ids.map((id) => ({
      table: "adviser",
      rowId: id,
      column: null,
      before: null,
      after: JSON.stringify({ ...JOHNS_ROW, id }),
    })),
  );
  const { id, at, action, adviser_id, client_id, interview_id, previous_hash } = line ?? {};
  const content = [id, at, "change", action, adviser_id, client_id, interview_id, previous_hash];
  const below = changes.map((row) => [row.id, row.table_name, row.row_id, row.column_name, row.value_hash]);
  expect(line?.hash).toBe(hash("sha256", JSON.stringify([content, below]), "hex"));
  expect(checkStore(store)).toEqual([]);
});

test("a second writer waits for the first, and both are in the chain", () => {
  const file = join(temporaryFolder(), "store.db");
  const first = emptyStore(file);
  const opened = openStore(file, TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  const second = opened.value;
  second.database.pragma("busy_timeout = 0");
  write(first, (writer) => {
    insertAdviser(writer, JOHNS);
    expect(() => write(second, () => undefined)).toThrow(expect.objectContaining({ code: "SQLITE_BUSY" }));
  });
  write(second, (writer) => insertSetting(writer, "office-name", "Kelbridge"));
  second.close();
  const chain = first.all<{ id: number; previous_hash: string; hash: string }>("SELECT * FROM audit ORDER BY id");
  expect(chain.map(({ id, previous_hash }) => ({ id, previous_hash }))).toEqual([
    { id: 1, previous_hash: "" },
    { id: 2, previous_hash: chain[0]?.hash },
  ]);
});
