import { expect, test } from "vitest";
import type { Match } from "../../../shared/client-record/client-requests.ts";
import { NAME_KINDS, type NamedPerson, namedPerson, namesFile } from "../../bench/names-of-all-kinds.ts";
import { checkImport, importFile } from "./import-steps.ts";
import { openTraining, type TrainingApp } from "./training-app.ts";

const COUNT = 3_000;
const people = Array.from({ length: COUNT }, (_, number) => namedPerson(number));
/** Each surname once, as it comes first. */
const surnames = [...new Map(people.map((person) => [person.surname, person])).values()];

/** A name without its diacritics, as an adviser types it whose keyboard has none. */
function plain(name: string): string {
  const letters: Readonly<Record<string, string>> = { ł: "l", Ł: "L", đ: "d", Đ: "D", ø: "o", ı: "i", ħ: "h", Ħ: "H" };
  const other: Readonly<Record<string, string>> = {
    Ɖ: "D",
    ɔ: "o",
    ə: "e",
    Ə: "E",
    ß: "ss",
    ẞ: "SS",
    æ: "ae",
    œ: "oe",
  };
  const more: Readonly<Record<string, string>> = { Œ: "Oe", Æ: "Ae", Þ: "Th", þ: "th", ð: "d", Ð: "D" };
  const all = { ...letters, ...other, ...more };
  return name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/./gu, (letter) => all[letter] ?? letter);
}

const APOSTROPHES = /['’‘‛ʼʻ`´′＇ʿʾ]/gu;

const WAYS: Readonly<Record<string, (person: NamedPerson) => string>> = {
  "as it is spelt": ({ surname }) => surname,
  decomposed: ({ surname }) => surname.normalize("NFD"),
  "without diacritics": ({ surname }) => plain(surname),
  "without diacritics and apostrophes": ({ surname }) => plain(surname).replace(APOSTROPHES, ""),
  "with straight apostrophes": ({ surname }) => surname.replace(APOSTROPHES, "'"),
  "in capitals": ({ surname }) => surname.toLocaleUpperCase("en-GB"),
  "with spaces for hyphens": ({ surname }) => surname.replace(/\p{Pd}/gu, " "),
  "with its forenames after a comma": ({ surname, forenames }) => `${surname}, ${forenames}`,
  "with plain forenames after a comma": ({ surname, forenames }) => `${plain(surname)}, ${plain(forenames)}`,
  "by its NINO": ({ nino }) => nino,
};

const SLOW = 60_000;

/** Every client as one text, which is compared at once. */
function storedClients(app: TrainingApp): string {
  return JSON.stringify(app.rows("SELECT * FROM client ORDER BY nino"));
}

async function isFound(app: TrainingApp, text: string, surname: string, matches: readonly Match[]): Promise<boolean> {
  const { groups } = await app.granted("find-clients", { text });
  const found = groups.filter(({ match }) => matches.includes(match)).flatMap((group) => group.clients);
  return found.some((client) => client.surname === surname.normalize("NFC"));
}

test("3,000 clients with every kind of name found in the United Kingdom go in as they are spelt, and only once", {
  timeout: SLOW,
}, async () => {
  const app = openTraining();
  const before = storedClients(app);
  const { counts, preview, problemCount, importId } = await checkImport(app, namesFile(COUNT));
  expect({ counts, rows: preview.length, problemCount }).toEqual({
    counts: { read: COUNT, added: COUNT, changed: 0, unchanged: 0 },
    rows: 20,
    problemCount: 0,
  });
  expect(storedClients(app) === before).toBe(true);
  expect(await app.granted("confirm-import", { importId })).toMatchObject({ added: COUNT });
  const after = storedClients(app);
  // Each as it was written, in Unicode's composed form (AP-9).
  const imported = app.rows<NamedPerson>(
    `SELECT nino, surname, forenames, date_of_birth AS dateOfBirth FROM client WHERE nino >= 'QQ200000A' ORDER BY nino`,
  );
  const asWritten = people.map(({ nino, surname, forenames, dateOfBirth }) => ({
    ...{ nino, surname: surname.normalize("NFC"), forenames: forenames.normalize("NFC"), dateOfBirth },
  }));
  const differing = imported.filter((row, at) => JSON.stringify(row) !== JSON.stringify(asWritten[at]));
  expect({ differing, count: imported.length }).toEqual({ differing: [], count: COUNT });
  expect(await importFile(app, namesFile(COUNT))).toEqual({ read: COUNT, added: 0, changed: 0, unchanged: COUNT });
  expect(storedClients(app) === after).toBe(true);
});

test("each of their names is found as it is spelt and as an adviser may type it", { timeout: SLOW }, async () => {
  const app = openTraining();
  await importFile(app, namesFile(COUNT));
  const missed: string[] = [];
  for (const person of surnames) {
    for (const [way, typed] of Object.entries(WAYS)) {
      const text = typed(person);
      if (!(await isFound(app, text, person.surname, ["exact"]))) missed.push(`${person.kind}, ${way}: ${text}`);
    }
    const first = person.forenames.split(/\s/u)[0];
    if (!first || /\s/u.test(person.surname)) continue;
    for (const text of [`${person.surname} ${first}`, `${first} ${person.surname}`]) {
      if (!(await isFound(app, text, person.surname, ["exact", "starts"]))) missed.push(`${person.kind}: ${text}`);
    }
  }
  expect(missed).toEqual([]);
  expect(new Set(surnames.map(({ kind }) => kind)).size).toBe(NAME_KINDS.length);
});
