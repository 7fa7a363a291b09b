import { expect, test } from "vitest";
import { COLUMN_NAMES, readHeader } from "../../../shared/import/import-columns.ts";

test("columns are found by name in any order, whatever their case and spaces", () => {
  const { columns, problems, notes } = readHeader(["Surname", " DATE OF BIRTH ", "nino"], 1);
  expect([...columns.positions]).toEqual([
    ["surname", 0],
    ["date_of_birth", 1],
    ["nino", 2],
  ]);
  expect({ count: columns.count, problems, notes }).toEqual({ count: 3, problems: [], notes: [] });
});

test("every column of the import file is known", () => {
  expect(COLUMN_NAMES).toHaveLength(182);
  expect(readHeader(COLUMN_NAMES, 1)).toMatchObject({ problems: [], notes: [] });
});

test("unknown columns are noted with their place and left out", () => {
  const { columns, problems, notes } = readHeader(
    ["nino", "surname", "date_of_birth", "Shoe size", "child_13_date_of_birth", ""],
    1,
  );
  expect([...columns.fields]).toEqual(["nino", "surname", "date_of_birth"]);
  expect(problems).toEqual([]);
  expect(notes).toEqual([
    {
      line: 1,
      column: 4,
      field: "Shoe size",
      message: "Shoe size is not a column of the import file and was left out.",
    },
    {
      line: 1,
      column: 5,
      field: "child_13_date_of_birth",
      message: "child_13_date_of_birth is not a column of the import file and was left out.",
    },
    { line: 1, column: 6, field: "", message: "Column 6 has no name and was left out." },
  ]);
});

test("each missing mandatory column is named", () => {
  expect(readHeader(["forenames", "surname"], 3).problems).toEqual([
    {
      line: 3,
      column: 3,
      field: "nino",
      message: "The column nino is missing. Add it to the header row; nino, surname and date_of_birth must be there.",
    },
    {
      line: 3,
      column: 3,
      field: "date_of_birth",
      message:
        "The column date_of_birth is missing. Add it to the header row; nino, surname and date_of_birth must be there.",
    },
  ]);
});

test("a column that stands twice is refused with both places", () => {
  expect(readHeader(["nino", "surname", "date_of_birth", "Surname"], 1).problems).toEqual([
    {
      line: 1,
      column: 4,
      field: "surname",
      message: "The column surname is there twice, as column 2 and as column 4. Take one of them out.",
    },
  ]);
});

test.each([
  ["a name that is not known is what was chosen for it", ["NI number"], [{ column: 0, field: "nino" }], ["nino"]],
  [
    "a name that is known stays what it is, whatever was chosen",
    ["surname"],
    [{ column: 0, field: "nino" }],
    ["surname"],
  ],
  ["what is no column of the file's is left out, chosen or not", ["Shoe"], [{ column: 0, field: "shoe" }], []],
  ["a choice for a column that is not there does nothing", ["nino"], [{ column: 7, field: "surname" }], ["nino"]],
  ["a column without a name can be chosen too", [""], [{ column: 0, field: "surname" }], ["surname"]],
])("%s", (_, header, choices, fields) => {
  expect([...readHeader(header, 1, choices).columns.fields]).toEqual(fields);
});

test("a column that is chosen for one that is there already keeps the file from being read", () => {
  const { problems } = readHeader(["nino", "surname", "date_of_birth", "Name"], 1, [{ column: 3, field: "surname" }]);
  expect(problems).toEqual([
    {
      line: 1,
      column: 4,
      field: "surname",
      message: "The column surname is there twice, as column 2 and as column 4. Take one of them out.",
    },
  ]);
});
