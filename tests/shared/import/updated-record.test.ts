import { expect, test } from "vitest";
import type { ClientRecord } from "../../../shared/client-record/client-record.ts";
import { COLUMN_NAMES, readHeader } from "../../../shared/import/import-columns.ts";
import { type ImportRow, mapRow } from "../../../shared/import/map-row.ts";
import { updatedRecord } from "../../../shared/import/updated-record.ts";

const KEY = { nino: "QQ200001A", surname: "Marsh", date_of_birth: "14/02/1974" };
const FULL = {
  ...KEY,
  forenames: "Ann",
  address_1: "2 Mill Lane",
  address_2: "Eastmere",
  telephone: "01632 960101",
  benefit: "ESA",
  disabled_person: "yes",
  job_pref_1: "Gardener",
  soc_1: "5113",
  last_job_1: "Clerk",
  last_job_1_from: "01/09/2001",
  rent_or_mortgage: "rent",
  child_1_date_of_birth: "21/05/2003",
  qualification_1_subject: "English",
  iwbc_result: "better off",
  jsag_signed: "06/02/2012",
};

function row(cells: Readonly<Record<string, string>>): ImportRow {
  const { columns } = readHeader(Object.keys(cells), 1);
  const reading = mapRow(Object.values(cells), 2, {
    columns,
    rule: "training",
    today: "2012-04-16",
    infoCharacters: 2_000,
  });
  if (!reading.row) throw new Error("the row was not read");
  return reading.row;
}

const stored: ClientRecord = row(FULL).record;

test("a file without a column leaves what is stored there", () => {
  expect(updatedRecord(stored, row(KEY))).toEqual(stored);
});

test("a file's blank cells empty what is stored", () => {
  const everyColumn = Object.fromEntries(COLUMN_NAMES.map((name) => [name, ""]));
  const blank = row({ ...everyColumn, ...KEY });
  expect(updatedRecord(stored, blank)).toEqual(blank.record);
});

test("only the columns of the file change", () => {
  const updated = updatedRecord(
    stored,
    row({ ...KEY, surname: "Moor", address_2: "", soc_1: "5114", telephone: "01632 960102" }),
  );
  expect(updated).toEqual({
    ...stored,
    surname: "Moor",
    telephone: "01632 960102",
    address: ["2 Mill Lane", "", "", ""],
    more: {
      ...stored.more,
      jobPreferences: [{ job: "Gardener", soc: "5114" }, ...stored.more.jobPreferences.slice(1)],
    },
  });
});

test("a client who goes over to JSA gets a JSAg, and keeps one that is there", () => {
  const jsa = row({ ...KEY, benefit: "JSA" });
  expect(updatedRecord({ ...stored, jsag: null }, jsa).jsag).toEqual(jsa.record.jsag);
  expect(updatedRecord(stored, jsa).jsag).toEqual(stored.jsag);
});
