import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readImportFile } from "../../../electron/services/read-import-file.ts";

const TODAY = "2012-04-16";
const HEADER = "nino,surname,date_of_birth,forenames";
const UTF_8_START = [0xef, 0xbb, 0xbf];

function read(content: string | Uint8Array) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return readImportFile(bytes, { rule: "training", today: TODAY, infoCharacters: 2_000 });
}

/** The bytes of a text whose characters are all below 256, as Windows-1252 has them. */
function singleBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function names(content: string | Uint8Array): string[] {
  const { rows, problems } = read(content);
  expect(problems).toEqual([]);
  return rows.map(({ line, record }) =>
    `${line} ${record.nino} ${record.forenames} ${record.surname}`.replace("  ", " "),
  );
}

/** The single reason for which a file is refused. */
function refusal(content: string | Uint8Array): string {
  const { rows, problems } = read(content);
  expect(rows).toEqual([]);
  expect(problems).toHaveLength(1);
  return `${problems[0]?.line}:${problems[0]?.column} ${problems[0]?.message}`;
}

test("the sample file is read whole, without a problem", () => {
  const bytes = readFileSync(new URL("../../../resources/sample-clients.csv", import.meta.url));
  const { read: count, rows, problems, notes } = read(bytes);
  expect({ count, rows: rows.length, problems, notes }).toEqual({ count: 12, rows: 12, problems: [], notes: [] });
  expect(rows.every(({ record }) => /^QQ2000\d\d[A-D]$/.test(record.nino))).toBe(true);
});

describe("an encoding", () => {
  const text = `${HEADER}\nQQ200001A,Zieliński,01/02/1970,Łucja\n`;

  test("UTF-8 is read with and without a byte order mark", () => {
    const bytes = new TextEncoder().encode(text);
    expect(names(bytes)).toEqual(["2 QQ200001A Łucja Zieliński"]);
    expect(names(Uint8Array.from([...UTF_8_START, ...bytes]))).toEqual(["2 QQ200001A Łucja Zieliński"]);
  });

  test("Windows-1252 is read when the bytes are not UTF-8", () => {
    expect(names(singleBytes(`${HEADER}\nQQ200001A,O\x92Neill,01/02/1970,Siobh\xe1n\n`))).toEqual([
      "2 QQ200001A Siobhán O’Neill",
    ]);
  });

  test("a byte that Windows-1252 does not know is named by line and column", () => {
    const { rows, problems } = read(
      singleBytes(`${HEADER}\nQQ200001A,Ren\xe9,01/02/1970,\nQQ200002A,Moor,01/02/1970,A\x9d`),
    );
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(problems).toEqual([
      {
        line: 3,
        column: 4,
        field: "forenames",
        message: expect.stringContaining("has a byte that is no character in Windows-1252"),
      },
    ]);
  });

  test("damaged UTF-8 is named by line and column, not read as Windows-1252", () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(text), ...singleBytes("QQ200002A,M\xc5,01/02/1970,\n")]);
    expect(read(bytes).problems).toMatchObject([
      { line: 3, column: 2, field: "surname", message: expect.stringContaining("no character in UTF-8") },
    ]);
  });

  test.each([
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x6e, 0), "1:1 This file is in UTF-16"],
    ["an Excel workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 0), "1:1 This file is a spreadsheet's own file"],
    ["an old Excel workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), "1:1 This file is a spreadsheet's own file"],
    ["a file with zero bytes", singleBytes(`${HEADER}\nQQ\0`), "1:1 This file is not a text file"],
  ])("%s is refused with a way on", (_name, bytes, reason) => {
    expect(refusal(bytes)).toContain(reason);
    expect(refusal(bytes)).toContain("choose Save As and CSV UTF-8");
  });
});

test.each([
  ["", "1:1 This file is empty"],
  ["\uFEFF\n \n", "1:1 This file is empty"],
  [HEADER, "1:1 This file has a header row and no clients"],
  [`${HEADER}\n,,,\n\n`, "2:1 This file has a header row and no clients"],
  ["nino,surname\nQQ200001A,Moor\n", "1:3 The column date_of_birth is missing"],
  [`${HEADER},NINO\nQQ200001A,Moor,01/02/1970,,\n`, "1:5 The column nino is there twice, as column 1 and as column 5"],
  [`${HEADER}\nQQ200001A,"Moor,01/02/1970,\nQQ200002A,Marsh,01/02/1970,\n`, "2:1 From this line on"],
])("the file %j is refused", (content, reason) => {
  expect(refusal(content)).toContain(reason);
});

test.each([",", ";", "\t"])("cells may be separated by %j, lines end in any way", (separator) => {
  const text = `${HEADER}\r\nQQ200001A,Moor,01/02/1970,Ann\rQQ200002A,Marsh,01/02/1970,Bea\n`;
  expect(names(text.replaceAll(",", separator))).toEqual(["2 QQ200001A Ann Moor", "3 QQ200002A Bea Marsh"]);
});

test("a file as Excel writes it is read: Windows-1252, semicolons, quoted line feeds, formulas, empty rows and cells", () => {
  const lines = [
    "NINO;Surname;Date of birth;Address 1;Support needs;Agreed actions;;",
    'QQ200001A;"M\xfcller";01/02/1970;=A1;"Stairs;\nramp";"He said ""yes""";;',
    ";;;;;;;",
    "QQ200002A;Marsh;02/02/1970;;;;;",
  ];
  const { rows, problems, notes } = read(singleBytes(lines.join("\r\n")));
  expect(problems).toEqual([]);
  expect(
    rows.map(({ line, record, infoText }) => [
      line,
      record.surname,
      record.address[0],
      record.more.supportNeeds,
      infoText,
    ]),
  ).toEqual([
    [2, "Müller", "=A1", "Stairs;\nramp", "He said 'yes'"],
    [5, "Marsh", "", "", ""],
  ]);
  expect(notes.map(({ line, column, field }) => [line, column, field])).toEqual([
    [1, 7, ""],
    [1, 8, ""],
    [2, 6, "agreed_actions"],
  ]);
});

test("an Excel file with a UTF-8 mark, semicolons and CRLF is read", () => {
  const text = `${HEADER}\r\nQQ200001A,"Łoś",01/02/1970,"A\r\nB"\r\nQQ200002A,Marsh,01/02/1970,\r\n`.replaceAll(
    ",",
    ";",
  );
  expect(names(Uint8Array.from([...UTF_8_START, ...new TextEncoder().encode(text)]))).toEqual([
    "2 QQ200001A A B Łoś",
    "4 QQ200002A Marsh",
  ]);
});

test("a row with too few or too many cells is named by its line", () => {
  const text = `${HEADER}\nQQ200001A,Moor\nQQ200002A,Marsh,01/02/1970,Ann,Bea\nQQ200003A,Fell,01/02/1970,Cia,\n`;
  const { read: count, rows, problems } = read(text);
  expect(count).toBe(3);
  expect(rows.map(({ line }) => line)).toEqual([4]);
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message.split(".")[0]}`)).toEqual([
    "2:3 This row has 2 cells and the header row has 4",
    "3:5 This row has 5 cells and the header row has 4",
  ]);
});

test("a NINO that stands twice is named with both lines, even where another field is wrong", () => {
  const text = `${HEADER}\nQQ200001A,,01/02/1970,\nqq 20 00 01 a,Marsh,01/02/1970,\n`;
  expect(read(text).problems).toEqual([
    { line: 2, column: 2, field: "surname", message: "The surname is missing. Put it in; every client needs one." },
    {
      line: 3,
      column: 1,
      field: "nino",
      message: "QQ 20 00 01 A stands on line 2 and again on line 3. Keep one row for each client.",
    },
  ]);
});

describe("a file of many rows", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => `QQ${String(index).padStart(6, "0")}A,Marsh,01/02/1970,Ann`);

  test("has its one bad date named by line and column, and nothing else", () => {
    const lines = [HEADER, ...rows(6_000)];
    lines[4_710] = "QQ900000A,Moor,31/02/1970,Bea";
    const { read: count, rows: good, problems, notes } = read(lines.join("\n"));
    expect({ count, good: good.length, notes }).toEqual({ count: 6_000, good: 5_999, notes: [] });
    expect(problems).toEqual([
      {
        line: 4_711,
        column: 3,
        field: "date_of_birth",
        message: "'31/02/1970' is not a date from 1900 to 2199. Write it as dd/mm/yyyy or YYYY-MM-DD.",
      },
    ]);
  });

  test("of 100,000 clients is read within ten seconds", { timeout: 30_000 }, () => {
    const bytes = new TextEncoder().encode([HEADER, ...rows(100_000)].join("\n"));
    const start = performance.now();
    expect(read(bytes).rows).toHaveLength(100_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
