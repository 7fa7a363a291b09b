import { expect, test } from "vitest";
import {
  fileNameProblem,
  fileSizeProblem,
  LARGEST_ATTACHMENT_BYTES,
  tidyFileName,
  typeOfName,
} from "../../../shared/jets/attachment-rules.ts";
import { type InteractionReason, interactionProblemMessage } from "../../../shared/jets/interaction-problems.ts";

test.each([
  "letter.pdf",
  "Réviser – draft 2 (final), O'Neill & co.pdf",
  "письмо.pdf",
  "手紙.txt",
  "photo.JPEG",
  "console.txt",
  "com10.txt",
  "nul-hours.csv",
  `${"n".repeat(116)}.pdf`,
])("4.05 evidence of all interactions: a file can be called %s", (name) => {
  expect(fileNameProblem(tidyFileName(name))).toBeUndefined();
});

test.each<[string, string, InteractionReason["code"]]>([
  ["no name", "", "name-missing"],
  ["nothing but spaces", "  ", "name-missing"],
  ["121 characters", `${"n".repeat(117)}.pdf`, "name-too-long"],
  ["a way up", "../../store.db", "name-separator"],
  ["a way up as Windows writes it", "..\\keys.json", "name-separator"],
  ["a root", "/etc/passwd", "name-separator"],
  ["a drive", "C:letter.pdf", "name-sign"],
  ["another stream of a file", "letter.pdf:other.txt", "name-sign"],
  ["a wildcard", "*.pdf", "name-sign"],
  ["a double quotation mark (AP-8)", 'the "letter".pdf', "name-sign"],
  ["a curly double quotation mark (AP-8)", "the “letter”.pdf", "name-sign"],
  ["a line end", "letter\n.pdf", "name-control"],
  ["a null", "letter.pdf\u0000.exe", "name-control"],
  ["a line separator", "letter\u2028.pdf", "name-control"],
  ["half a character", "letter\uD800.pdf", "name-control"],
  ["its direction turned, so that it seems to end in pdf", "letter\u202Efdp.txt", "name-hidden"],
  ["an isolate of direction", "letter\u2066.pdf", "name-hidden"],
  ["a letter of no width", "let\u200Bter.pdf", "name-hidden"],
  ["a leading dot", ".profile.txt", "name-dot"],
  ["a device of Windows", "CON", "name-reserved"],
  ["a device with an ending", "nul.txt", "name-reserved"],
  ["a device with two endings", "Com1.tar.pdf", "name-reserved"],
  ["a device with a small figure", "lpt².pdf", "name-reserved"],
  ["a device with a space before its ending", "aux .pdf", "name-reserved"],
])("4.05 evidence of all interactions: a file's name with %s is refused", (_, name, code) => {
  const reason = fileNameProblem(tidyFileName(name));
  expect(reason?.code).toBe(code);
  expect(interactionProblemMessage({ field: null, reason: reason ?? { code: "missing" } })).toMatch(/^The file/);
});

test("a name is composed, and what stands around it goes", () => {
  expect(tidyFileName("  Zoe\u0308.pdf ")).toBe("Zoë.pdf");
});

test.each([
  ["letter.pdf", "application/pdf"],
  ["SCAN.PDF", "application/pdf"],
  ["photo.jpg", "image/jpeg"],
  ["photo.jpeg", "image/jpeg"],
  ["shot.png", "image/png"],
  ["note.txt", "text/plain"],
  ["hours.csv", "text/csv"],
  ["archive.pdf.exe", undefined],
  ["page.html", undefined],
  ["drawing.svg", undefined],
  ["form.docm", undefined],
  ["all.zip", undefined],
  ["run.sh", undefined],
  ["toString", undefined],
  ["a.constructor", undefined],
  ["pdf", undefined],
  ["letter.", undefined],
])("4.05 evidence of all interactions: %s stands for %s", (name, type) => {
  expect(typeOfName(name)).toBe(type);
});

test.each([
  [0, { code: "file-empty" }],
  [1, undefined],
  [10_485_760, undefined],
  [10_485_761, { code: "file-too-large", bytes: 10_485_761, limit: 10_485_760 }],
])("4.05 evidence of all interactions: a file of %d bytes", (bytes, problem) => {
  expect(fileSizeProblem(bytes)).toEqual(problem);
  expect(LARGEST_ATTACHMENT_BYTES).toBe(10_485_760);
});

test("10 MB and one byte is refused in figures that a person can compare", () => {
  const reason = { code: "file-too-large", bytes: 10_485_761, limit: 10_485_760 } as const;
  expect(interactionProblemMessage({ field: null, reason })).toBe(
    "The file has 10,485,761 bytes; the most is 10 MB, which is 10,485,760.",
  );
});
