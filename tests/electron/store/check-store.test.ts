import { join } from "node:path";
import type Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { checkStore } from "../../../electron/store/check-store.ts";
import { insertAdviser } from "../../../electron/store/repositories/advisers.ts";
import { insertSetting } from "../../../electron/store/repositories/settings.ts";
import type { Store } from "../../../electron/store/store.ts";
import { hashAuditLine, recordRead, transaction } from "../../../electron/store/transaction.ts";
import { ok } from "../../../shared/result.ts";
import { AUDIT, dropTriggers, emptyStore, rawConnection, temporaryFolder } from "./temporary-store.ts";

/** A store with four lines of audit: two changes each in the first and the third, a read, one change. */
function storeWithHistory(): Store {
  const store = emptyStore(join(temporaryFolder(), "store.db"));
  transaction(store, AUDIT, (writer) => {
    insertAdviser(writer, { id: "johns", name: "B Johns", staffNumber: "T0001" });
    insertSetting(writer, "office-name", "Kelbridge");
    return ok(undefined);
  });
  recordRead(store, { ...AUDIT, action: "open-client", clientId: "client" });
  transaction(store, AUDIT, (writer) => ok(writer.update("adviser", "johns", { name: "B Jones", retired_at: "2012" })));
  transaction(store, AUDIT, (writer) => ok(writer.update("adviser", "johns", { name: "B Johns" })));
  return store;
}

/** What the check says after somebody with the key changed the file behind the store's back. */
function problemsAfter(tamper: (raw: Database.Database) => void): string[] {
  const store = storeWithHistory();
  const raw = rawConnection(store.file);
  raw.pragma("foreign_keys = OFF");
  dropTriggers(raw);
  tamper(raw);
  return checkStore(store);
}

test("a store that nobody tampered with is in order", () => {
  expect(checkStore(storeWithHistory())).toEqual([]);
});

describe("the check finds", () => {
  test.each([
    ["the adviser of a line", "UPDATE audit SET adviser_id = 'whitlock' WHERE id = 2", 2],
    ["the moment of a line", "UPDATE audit SET at = '2012-04-15T09:00:00.000Z' WHERE id = 3", 3],
    ["the action of a line", "UPDATE audit SET action = 'nothing' WHERE id = 1", 1],
    ["the client of a line", "UPDATE audit SET client_id = NULL WHERE id = 2", 2],
    ["the kind of a line", "UPDATE audit SET kind = 'read' WHERE id = 4", 4],
    ["the hash of the last line", "UPDATE audit SET hash = 'x' WHERE id = 4", 4],
    ["the row that a change was made to", "UPDATE change SET row_id = 'other' WHERE id = 3", 3],
    ["the column that a change was made to", "UPDATE change SET column_name = 'other' WHERE id = 4", 3],
    ["a removed change", "DELETE FROM change WHERE id = 1; DELETE FROM change_value WHERE id = 1", 1],
    ["a change moved to another line", "UPDATE change SET audit_id = 1 WHERE id = 5", 4],
    [
      "an added change",
      "INSERT INTO change (id, audit_id, table_name, row_id, value_hash) VALUES (9, 2, 'adviser', 'johns', 'x')",
      2,
    ],
  ])("an alteration: %s", (_, sql, line) => {
    expect(problemsAfter((raw) => raw.exec(sql))).toContain(`Audit line ${line} was altered`);
  });

  test("the line after one whose hash was altered too, so that a chain cannot be made to fit in one place", () => {
    expect(problemsAfter((raw) => raw.exec("UPDATE audit SET hash = 'x' WHERE id = 2"))).toEqual([
      "Audit line 2 was altered",
      "Audit line 3 was altered",
    ]);
  });

  test("an altered value, before or after", () => {
    expect(problemsAfter((raw) => raw.exec("UPDATE change_value SET after = 'B Smith' WHERE id = 3"))).toEqual([
      "The values of change 3 under audit line 3 were altered",
    ]);
    expect(problemsAfter((raw) => raw.exec("UPDATE change_value SET before = NULL WHERE id = 3"))).toEqual([
      "The values of change 3 under audit line 3 were altered",
    ]);
  });

  test("a removed line, and several", () => {
    const removing = (ids: string) =>
      problemsAfter((raw) =>
        raw.exec(`DELETE FROM audit WHERE id IN (${ids}); DELETE FROM change WHERE audit_id IN (${ids})`),
      );
    expect(removing("2")).toContain("Audit lines 2 to 2 are missing");
    expect(removing("2, 3")).toContain("Audit lines 2 to 3 are missing");
    expect(removing("1")).toContain("Audit lines 1 to 1 are missing");
  });

  test("lines taken off the end, though others were written after that", () => {
    const store = storeWithHistory();
    const raw = rawConnection(store.file);
    raw.exec("DROP TRIGGER audit_is_never_deleted; DROP TRIGGER change_is_never_deleted");
    raw.exec(`DELETE FROM change_value WHERE id IN (SELECT id FROM change WHERE audit_id >= 3);
              DELETE FROM change WHERE audit_id >= 3; DELETE FROM audit WHERE id >= 3`);
    expect(checkStore(store)).toEqual([
      "4 audit lines were counted as they were written, and the last one here is line 2",
    ]);
    recordRead(store, { ...AUDIT, action: "open-client", clientId: "client" });
    recordRead(store, { ...AUDIT, action: "open-client", clientId: "client" });
    expect(checkStore(store)).toEqual([
      "6 audit lines were counted as they were written, and the last one here is line 4",
    ]);
  });

  test("a last line written anew, with a hash that fits it", () => {
    const store = storeWithHistory();
    const read = { ...AUDIT, action: "open-client", clientId: "client" };
    recordRead(store, read);
    const [{ previousHash = "" } = {}] = store.all<{ previousHash: string }>(
      "SELECT previous_hash AS previousHash FROM audit WHERE id = 5",
    );
    const hash = hashAuditLine({ ...read, id: 5, kind: "read", action: "find-clients", previousHash }, []);
    const raw = rawConnection(store.file);
    raw.exec("DROP TRIGGER audit_is_never_changed");
    raw.prepare("UPDATE audit SET action = 'find-clients', hash = ? WHERE id = 5").run(hash);
    expect(checkStore(store)).toEqual(["The last audit line, 5, is not the one that was written"]);
  });

  test("a row that refers to one that is not there", () => {
    const sql = `INSERT INTO interview (id, client_id, kind, attendance, adviser_id, started_at, version)
                 VALUES ('i', 'nobody', 'caseload', 'present', 'johns', '2012', 1)`;
    expect(problemsAfter((raw) => raw.exec(sql))).toEqual(["A row of interview refers to a row that is not there"]);
  });
});

describe("the audit is append-only", () => {
  test.each([
    "UPDATE audit SET action = 'nothing'",
    "DELETE FROM audit",
    "UPDATE change SET row_id = 'other'",
    "DELETE FROM change",
  ])("%s is refused", (sql) => {
    const raw = rawConnection(storeWithHistory().file);
    expect(() => raw.exec(sql)).toThrow("the audit is append-only");
  });
});

test("values that purge or erasure emptied leave the chain in order", () => {
  const store = storeWithHistory();
  store.database.exec("DELETE FROM change_value WHERE id IN (1, 3, 5)");
  expect(checkStore(store)).toEqual([]);
});

test("a short value cannot be told from its hash once its salt is gone", () => {
  const store = storeWithHistory();
  const hashes = store.all<{ value_hash: string }>(
    "SELECT value_hash FROM change WHERE column_name = 'name' ORDER BY id",
  );
  transaction(store, AUDIT, (writer) => ok(writer.update("adviser", "johns", { name: "B Jones" })));
  const again = store.get<{ value_hash: string }>("SELECT value_hash FROM change ORDER BY id DESC LIMIT 1");
  expect(hashes.map(({ value_hash }) => value_hash)).not.toContain(again?.value_hash);
});
