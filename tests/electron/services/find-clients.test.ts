import { describe, expect, test } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import {
  findByDateOfBirth,
  findByFoldedName,
  findByReversedNino,
  findBySound,
} from "../../../electron/store/repositories/clients.ts";
import type { Reader } from "../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { importInto, importRow } from "./import-rows.ts";
import { ALEXANDRA, DILIP, JOE, MARIA, openTraining, type TrainingApp } from "./training-app.ts";

/** The clients found, by how they matched, as "surname, forenames". */
async function find(app: TrainingApp, text: string): Promise<Record<string, string[]>> {
  const { groups, hasMore } = await app.granted("find-clients", { text });
  expect(hasMore).toBe(false);
  return Object.fromEntries(
    groups.map(({ match, clients }) => [match, clients.map((client) => `${client.surname}, ${client.forenames}`)]),
  );
}

describe("the training caseload", () => {
  test.each([
    ["a surname", "gallagher", { exact: ["Gallagher, Maria"] }],
    ["a surname in capitals among white space", "  GALLAGHER ", { exact: ["Gallagher, Maria"] }],
    ["a surname's start", "gall", { starts: ["Gallagher, Maria"] }],
    ["a surname without its diacritics", "zielinski", { exact: ["Zieliński, Tomasz"] }],
    ["a surname with its diacritics", "ZIELIŃSKI", { exact: ["Zieliński, Tomasz"] }],
    ["a surname without its apostrophe", "oneill", { exact: ["O'Neill, Siobhán"] }],
    ["a surname with a curly apostrophe", "O’Neill", { exact: ["O'Neill, Siobhán"] }],
    ["surname, forename", "rao, dilip", { exact: ["Rao, Dilip"] }],
    ["surname, forename's start without its diacritics", "o'neill, siobha", { exact: ["O'Neill, Siobhán"] }],
    ["a NINO", JOE, { exact: ["Bloggs, Joe"] }],
    ["a NINO with spaces in small letters", "qq 10 00 02 a", { exact: ["Gallagher, Maria"] }],
    ["a NINO's last digits", "0003", { starts: ["Rao, Dilip"] }],
    ["a NINO's last digits with its letter", "0003A", { starts: ["Rao, Dilip"] }],
    ["a NINO's last digits with another letter", "0003B", {}],
    ["a date of birth", "30/01/1957", { exact: ["Rao, Dilip"] }],
    ["a date of birth with a short year", "30/1/57", { exact: ["Rao, Dilip"] }],
    ["a date of birth in digits alone", "30011957", { exact: ["Rao, Dilip"] }],
    ["a date of birth as computers write it", "1957-01-30", { exact: ["Rao, Dilip"] }],
    ["nothing", "   ", {}],
    ["punctuation", "%_'\\*,", {}],
    ["a name nobody has", "xylander", {}],
  ])("is found by %s", async (_, text, found) => {
    expect(await find(openTraining(), text)).toEqual(found);
  });

  test("a name that sounds so comes after one that is so", async () => {
    const app = openTraining();
    expect(await find(app, "Smith")).toEqual({ exact: ["Smith, Alex"], sounds: ["Smythe, Alexandra"] });
    expect(await find(app, "Smythe")).toEqual({ exact: ["Smythe, Alexandra"], sounds: ["Smith, Alex"] });
    expect(await find(app, "Galager")).toEqual({ sounds: ["Gallagher, Maria"] });
  });
});

describe("an office with more clients", () => {
  const person = (number: number, surname: string, forenames: string, suffix = "A") =>
    importRow({
      nino: `QQ${String(400_000 + number)}${suffix}`,
      surname,
      forenames,
      date_of_birth: "01/02/1970",
    });

  test("exact comes before starts before sounds", async () => {
    const app = openTraining();
    await importInto(app.folder, [
      person(1, "Smithson", "Carol"),
      person(2, "Smith-Jones", "Bea"),
      person(3, "SMITH", "Zoe"),
      person(4, "Smyth", "Dan"),
    ]);
    expect(await find(app, "smith")).toEqual({
      exact: ["Smith, Alex", "SMITH, Zoe"],
      starts: ["Smith-Jones, Bea", "Smithson, Carol"],
      sounds: ["Smyth, Dan", "Smythe, Alexandra"],
    });
  });

  test("a surname of two words and a forename with a surname are both found", async () => {
    const app = openTraining();
    await importInto(app.folder, [person(1, "Small", "Brae"), person(2, "Brae Small", "Ann")]);
    const expected = { exact: ["Brae Small, Ann"], starts: ["Small, Brae"] };
    expect(await find(app, "brae small")).toMatchObject(expected);
    expect(await find(app, "Dilip Rao")).toMatchObject({ starts: ["Rao, Dilip"] });
  });

  test("names that only start so never crowd out the name itself", async () => {
    const app = openTraining();
    const others = Array.from({ length: 60 }, (_, number) => person(number, "Smith Abbot", `Ann${number}`));
    await importInto(app.folder, others);
    const { groups, hasMore } = await app.granted("find-clients", { text: "Smith" });
    expect({ first: groups[0], listed: groups.flatMap(({ clients }) => clients).length, hasMore }).toEqual({
      first: { match: "exact", clients: [expect.objectContaining({ surname: "Smith", forenames: "Alex" })] },
      listed: 50,
      hasMore: true,
    });
  });

  test("whoever is found by name is not listed again by sound, and leaves room for those who only sound so", async () => {
    const app = openTraining();
    const named = Array.from({ length: 30 }, (_, number) => person(number, "Moor", `Ann${number}`));
    const sounding = Array.from({ length: 25 }, (_, number) => person(100 + number, "Muir", `Bea${number}`));
    await importInto(app.folder, [...named, ...sounding.slice(0, 20)]);
    const listed = async (text: string) => {
      const { groups, hasMore } = await app.granted("find-clients", { text });
      return { counts: Object.fromEntries(groups.map(({ match, clients }) => [match, clients.length])), hasMore };
    };
    expect(await listed("moor")).toEqual({ counts: { exact: 30, sounds: 20 }, hasMore: false });
    await importInto(app.folder, sounding);
    expect(await listed("moor")).toEqual({ counts: { exact: 30, sounds: 20 }, hasMore: true });
    expect(await listed("moor,")).toEqual({ counts: { exact: 30, sounds: 20 }, hasMore: true });
  });

  test("whoever is found as forename and surname takes no place from those who only sound so", async () => {
    const app = openTraining();
    const inOtherOrder = Array.from({ length: 30 }, (_, number) => person(number, "Small", `Brae${number}`));
    const sounding = Array.from({ length: 20 }, (_, number) => person(100 + number, "Bray Small", `Ann${number}`));
    await importInto(app.folder, [...inOtherOrder, ...sounding]);
    const found = await find(app, "brae small");
    expect({ starts: found.starts?.length, sounds: found.sounds?.length }).toEqual({ starts: 30, sounds: 20 });
  });

  test("NINOs with another letter never crowd out those with the letter that was typed", async () => {
    const app = openTraining();
    const others = Array.from({ length: 60 }, (_, number) => person(number * 10 + 9, "Other", `Ann${number}`, "B"));
    await importInto(app.folder, [...others, person(9_999, "Wanted", "Ann", "D")]);
    expect(await find(app, "9D")).toEqual({ starts: ["Wanted, Ann"] });
  });

  test("fifty clients are listed, and it is said that there are more", async () => {
    const app = openTraining();
    const many = Array.from({ length: 51 }, (_, number) => person(number, "Moor", `Ann${number}`));
    await importInto(app.folder, many.slice(0, 50));
    const listed = async () => {
      const { groups, hasMore } = await app.granted("find-clients", { text: "moor" });
      return { count: groups.flatMap(({ clients }) => clients).length, hasMore };
    };
    expect(await listed()).toEqual({ count: 50, hasMore: false });
    await importInto(app.folder, many);
    expect(await listed()).toEqual({ count: 50, hasMore: true });
  });
});

test("recent clients are those last looked at or changed, newest first, each once", async () => {
  const app = openTraining();
  for (const nino of [DILIP, MARIA, DILIP, ALEXANDRA, MARIA]) {
    await app.granted("open-client", { clientId: app.clientId(nino) });
  }
  const { clients } = await app.granted("recent-clients", {});
  expect(clients.map(({ nino }) => nino)).toEqual([MARIA, ALEXANDRA, DILIP]);
});

test("no search reads the whole table or sorts in a temporary table", () => {
  const app = openTraining();
  const opened = openStore(`${app.folder}/store.db`, TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const plans: string[] = [];
  const explaining: Reader = {
    all: (sql, ...values) => {
      const steps = store.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
      plans.push(steps.map(({ detail }) => detail).join("; "));
      return [];
    },
    get: () => undefined,
  };
  findByFoldedName(explaining, "smith", 51);
  findBySound(explaining, "SM0", "smith", 51);
  findByReversedNino(explaining, "1000", "", 51);
  findByReversedNino(explaining, "1000", "A", 51);
  findByDateOfBirth(explaining, "1957-01-30", 51);
  store.close();
  expect(plans).toEqual([
    "SEARCH client USING INDEX client_folded_name (folded_name>? AND folded_name<?)",
    "SEARCH client USING INDEX client_sound (sound>? AND sound<?)",
    "SEARCH client USING INDEX client_reversed_nino (reversed_nino>? AND reversed_nino<?)",
    "SEARCH client USING INDEX client_nino_letter (<expr>=? AND reversed_nino>? AND reversed_nino<?)",
    "SEARCH client USING INDEX client_date_of_birth (date_of_birth=?)",
  ]);
});
