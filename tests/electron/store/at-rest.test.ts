import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aNewItem, DILIP, openTraining, reviewing, TODAY, type TrainingApp } from "../services/training-app.ts";
import { startChild } from "./child-process.ts";
import { temporaryFolder } from "./temporary-store.ts";

const TEXT = "Zebedee visits the lighthouse on Thursday";

/** Texts of the training clients that stand in the store: names, NINOs, and what is written on plans. */
function secretsOf(app: TrainingApp): string[] {
  const texts = app.rows<{ text: string }>(
    `SELECT surname AS text FROM client UNION SELECT nino FROM client UNION SELECT email FROM client
     UNION SELECT text FROM action_item UNION SELECT text FROM review UNION SELECT aims FROM plan`,
  );
  return texts.map(({ text }) => text).filter((text) => text.length >= 5);
}

/** Which of the secrets can be read in the files of a folder, in either of the forms in which text is written. */
function readable(folder: string, secrets: readonly string[]): string[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith("start."));
  return names.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const forms = secrets.flatMap((secret) => [
      { secret, form: Buffer.from(secret, "utf8") },
      { secret, form: Buffer.from(secret, "utf16le") },
      { secret, form: Buffer.from(secret, "utf16le").swap16() },
    ]);
    return forms.filter(({ form }) => bytes.includes(form)).map(({ secret }) => `${secret} in ${name}`);
  });
}

describe("nothing of a client can be read", () => {
  test("in the files of a store in use, nor once it is closed", async () => {
    const app = openTraining({ dataFolder: temporaryFolder() });
    const plan = await app.save(DILIP, { newItems: [aNewItem({ text: TEXT })] });
    await app.save(DILIP, reviewing(plan.items[0] ?? { id: "" }, `${TEXT} again`));
    await app.granted("find-clients", { text: "gallagher" });
    const secrets = secretsOf(app);
    expect(secrets).toEqual(expect.arrayContaining([TEXT, `${TEXT} again`, "Gallagher", DILIP]));
    expect(secrets.length).toBeGreaterThan(1_000);
    expect(readdirSync(app.folder).sort()).toEqual(
      expect.arrayContaining(["store.db", "store.db-shm", "store.db-wal"]),
    );
    expect(readable(app.folder, secrets)).toEqual([]);
    app.close();
    expect(readable(app.folder, secrets)).toEqual([]);
  });

  test("in the files that a killed process left, and what it had acknowledged is there", async () => {
    const folder = temporaryFolder();
    const child = await startChild("save-child.ts", [folder, TEXT]);
    expect(child.said).toBe("saved");
    await child.kill();
    expect(readdirSync(folder)).toContain("store.db-wal");
    const left = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
    const app = openTraining({ dataFolder: folder, today: TODAY });
    expect((await app.plan(DILIP)).items.map(({ text }) => text)).toContain(TEXT);
    const secrets = secretsOf(app);
    for (const [name, bytes] of left) {
      expect({ name, found: secrets.filter((secret) => bytes.includes(secret)) }).toEqual({ name, found: [] });
    }
    expect(readable(folder, secrets)).toEqual([]);
  });

  test("in a search that would find it where it is written, which is how the searches above are known to search", () => {
    const folder = join(import.meta.dirname);
    expect(readable(folder, [TEXT])).toEqual([`${TEXT} in at-rest.test.ts`]);
  });
});

describe("a query too large for memory's cache", () => {
  async function temporaryFiles(tempStore: string) {
    const folder = temporaryFolder();
    const child = await startChild("sort-child.ts", [join(temporaryFolder(), "store.db"), folder, tempStore], {
      TMPDIR: folder,
      SQLITE_TMPDIR: folder,
    });
    return JSON.parse(child.said);
  }

  test("makes no temporary file", async () => {
    expect(await temporaryFiles("")).toEqual({ isSorted: true, files: 0 });
  });

  test("would make some without the store's pragma", async () => {
    expect((await temporaryFiles("FILE")).files).toBeGreaterThan(0);
  });
});
