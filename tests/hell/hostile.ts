import fc from "fast-check";

const LONGEST_TEXT = 100_000;
const DEEP = 5_000;
const CLUSTER = 500;

/** Texts that have broken programs before: quotes of every shape, surrogates, control characters, SQL, paths, length. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    " \n\t ",
    "\u0000",
    "a\u0000b",
    "\uD800",
    "x\uDC00y",
    '"',
    '""""',
    "\u201CSaid\u201D",
    "\u201E\u201F\u2033\uFF02",
    "'; DROP TABLE client; --",
    "' OR '1'='1",
    "%_%",
    "\\",
    "../../etc/passwd",
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "\u202Eright to left",
    "\uFEFF\u200B\u2060",
    "\r\n\r\n\u2028\u2029\u0085",
    "👩‍👩‍👧‍👦".repeat(40),
    `e${"\u0301".repeat(CLUSTER)}`,
    "ﷺ".repeat(200),
    "NaN",
    "null",
    "1e309",
    "0".repeat(64),
    "z".repeat(65),
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(749, 750, 751, 2_000, 2_001, LONGEST_TEXT, LONGEST_TEXT + 1).map((length) => "n".repeat(length)),
);

/** Days at the edges of the calendar and of what the contract takes, and what only looks like a day. */
export const hostileDate: fc.Arbitrary<string> = fc.constantFrom(
  "0000-00-00",
  "0001-01-01",
  "1899-12-31",
  "1900-01-01",
  "2000-02-29",
  "2012-02-30",
  "2013-02-29",
  "2100-02-29",
  "2199-12-31",
  "2200-01-01",
  "9999-12-31",
  "+275760-09-13",
  "-000001-01-01",
  "2012-4-6",
  "2012-04-16T00:00:00Z",
  "16/04/2012",
  "٢٠١٢-٠٤-١٦",
  "2012-04-16\n",
);

/** Numbers at the edges of what a number can be. */
export const hostileNumber: fc.Arbitrary<number> = fc.constantFrom(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  -1,
  0,
  0.5,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
);

/** Anything at all that could stand where a payload or a part of one belongs. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: hostileNumber },
  { weight: 2, arbitrary: fc.constantFrom(null, undefined, true, false, [], {}, [[]], () => undefined, Symbol("no")) },
  {
    weight: 3,
    arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
  },
  { weight: 1, arbitrary: fc.constantFrom("array", "object").map(deep) },
  { weight: 1, arbitrary: fc.constantFrom('{"__proto__":{"ok":true}}', '{"constructor":{"prototype":1}}').map(parse) },
  { weight: 1, arbitrary: fc.constant(new Array(1_001).fill("x")) },
);

function deep(kind: string): unknown {
  let value: unknown = 1;
  for (let level = 0; level < DEEP; level += 1) value = kind === "array" ? [value] : { value };
  return value;
}

function parse(json: string): unknown {
  return JSON.parse(json);
}
