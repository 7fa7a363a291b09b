import { spawnSync } from "node:child_process";
import { hash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dropTriggers, rawConnection } from "../store/temporary-store.ts";

const SCRIPT = fileURLToPath(new URL("../../../electron/command-line.ts", import.meta.url));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the real command line as its own process, on a training store in the test's folder. */
function plan(...typed: string[]) {
  const store = ["--data", join(folder, "store"), "--training", "--today", "2012-04-16"];
  const ran = spawnSync(process.execPath, [SCRIPT, ...typed, ...store], { encoding: "utf8", cwd: folder });
  return { code: ran.status, out: ran.stdout, said: ran.stderr };
}

describe("subject access and erasure", { timeout: 60_000 }, () => {
  test("everything held on a client is written to a folder that was not there, for its owner only", () => {
    const { code, out, said } = plan("subject-access", "QQ 10 00 02 A", "--out", "given/out", "--json");
    const { files } = JSON.parse(out);
    const shown = expect.stringMatching(/Everything held [\da-f]{8}\.html$/);
    expect({ code, files }).toEqual({ code: 0, files: [shown, expect.stringMatching(/\.json$/)] });
    expect(files[0].startsWith(join(folder, "given", "out"))).toBe(true);
    expect(said).toContain("not encrypted");
    expect(readFileSync(files[0], "utf8")).toContain("<h1>Everything held on Maria Gallagher</h1>");
    const held = JSON.parse(readFileSync(files[1], "utf8"));
    expect(held.client).toMatchObject({ nino: "QQ100002A" });
    expect(held.audit.at(-1).action).toBe("subject-access");
    expect(statSync(files[1]).mode & 0o077).toBe(0);
  });

  test("nobody's NINO and a folder that is a file are refused with a reason", () => {
    const nobody = plan("subject-access", "QQ999999A", "--out", "given");
    expect([nobody.code, nobody.out, nobody.said]).toEqual([1, "", expect.stringContaining("QQ 99 99 99 A")]);
    const noFolder = plan("subject-access", "QQ100002A", "--out", join("store", "store.db"));
    expect([noFolder.code, noFolder.out, noFolder.said]).toEqual([1, "", expect.stringMatching(/^File not written/)]);
    expect(plan("erase", "QQ999999A", "--reason", "request").code).toBe(1);
  });

  test("a participant's files are written beside, byte for byte, and a store with one that was altered is not in order", () => {
    const raw = rawConnection(join(folder, "store", "store.db"));
    const file = Buffer.from("%PDF-1.4 of Joe's");
    raw.exec(`
      INSERT OR IGNORE INTO participant (id, contract, adviser_id, version)
        SELECT client.id, 'jets-scotland', adviser.id, 1 FROM client, adviser WHERE nino = 'QQ100001A' LIMIT 1;
      INSERT INTO interaction
        SELECT 'met', id, '2012-04-16', 'letter', NULL, '', '2012-04-16T09:00:00Z', adviser_id FROM participant
        WHERE id = (SELECT id FROM client WHERE nino = 'QQ100001A');
      INSERT INTO attachment
        SELECT 'file', 'met', 'Joe.pdf', 'application/pdf', 17, '${hash("sha256", file, "hex")}',
          '2012-04-16T09:00:00Z', id FROM adviser LIMIT 1;`);
    raw.prepare("INSERT INTO attachment_content VALUES ('file', ?)").run(file);
    const { files } = JSON.parse(plan("subject-access", "QQ100001A", "--out", "given/joe", "--json").out);
    expect(files).toHaveLength(3);
    expect(files[2]).toMatch(/Everything held [\da-f]{8}, file 1\.pdf$/);
    expect(readFileSync(files[2]).equals(file)).toBe(true);
    expect(plan("check").code).toBe(0);
    raw.prepare("UPDATE attachment_content SET content = ?").run(Buffer.from("%PDF-1.4 of Jane"));
    expect(plan("check").said).toContain("The content of attachment file was altered");
    const refused = plan("subject-access", "QQ100001A", "--out", "given/again");
    expect([refused.code, readdirSync(join(folder, "given", "again"))]).toEqual([1, []]);
    raw.exec("DELETE FROM interaction WHERE id = 'met'");
  });

  test("a client is erased, the older backups are named, and the store is in order", () => {
    const erased = plan("erase", "QQ100002A", "--reason", "request", "--json");
    expect([erased.code, JSON.parse(erased.out)]).toEqual([0, { backups: { made: null, deleted: [], left: [] } }]);
    expect(JSON.parse(plan("find", "QQ100002A", "--json").out)).toEqual([]);
    expect(plan("check").out).toBe("The store and its audit trail are in order.\n");
    const again = plan("erase", "QQ100002A", "--reason", "request");
    expect([again.code, again.said]).toEqual([1, expect.stringMatching(/^Client not found/)]);
  });
});

describe("check", { timeout: 60_000 }, () => {
  test("names the line of the audit that somebody altered, and the one that was removed, in the file itself", () => {
    plan("show", "QQ100003A");
    plan("show", "QQ100004A");
    const file = join(folder, "store", "store.db");
    expect(existsSync(file)).toBe(true);
    const raw = rawConnection(file);
    dropTriggers(raw);
    const last = raw.prepare("SELECT MAX(id) FROM audit").pluck().get() as number;
    raw.prepare("UPDATE audit SET adviser_id = NULL WHERE id = ?").run(last);
    raw.pragma("wal_checkpoint(TRUNCATE)");
    const altered = plan("check", "--json");
    expect([altered.code, JSON.parse(altered.out)]).toEqual([
      1,
      { ok: false, problems: [`Audit line ${last} was altered`] },
    ]);
    raw.prepare("DELETE FROM audit WHERE id = ?").run(last - 1);
    raw.pragma("wal_checkpoint(TRUNCATE)");
    const removed = plan("check");
    expect([removed.code, removed.out]).toEqual([1, ""]);
    expect(removed.said).toContain(`Audit lines ${last - 1} to ${last - 1} are missing`);
  });
});
