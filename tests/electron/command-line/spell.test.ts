import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../store/temporary-store.ts";

const SCRIPT = fileURLToPath(new URL("../../../electron/command-line.ts", import.meta.url));

/** Runs the real command line as its own process on a text. */
function spell(text: string, ...flags: string[]) {
  const folder = temporaryFolder();
  const typed = [SCRIPT, "spell", "--data", folder, ...flags];
  const { status, stdout, stderr } = spawnSync(process.execPath, typed, { input: text, encoding: "utf8" });
  // It opens no store, so it makes none.
  expect(readdirSync(folder)).toEqual([]);
  return { code: status, out: stdout, said: stderr };
}

const TEXT = "The the client\r\n😀 recieved “naïve” adivce from the Jobcentre.\n";

test("prints each word that is not known with its line, its column in characters, and suggestions", () => {
  const { code, out, said } = spell(TEXT);
  expect({ code, said }).toEqual({ code: 0, said: "" });
  expect(out.split("\n").map((line) => line.split(",").slice(0, 2).join(","))).toEqual([
    "Line 1, column 5: the",
    "Line 2, column 3: recieved: received",
    "Line 2, column 20: adivce: advice",
    "",
  ]);
});

test("prints the same as JSON, suggestions best first; a repeated word has none", () => {
  const { code, out } = spell(TEXT, "--json", "--training");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual([
    { word: "the", line: 1, column: 5, suggestions: [] },
    { word: "recieved", line: 2, column: 3, suggestions: expect.arrayContaining(["received"]) },
    { word: "adivce", line: 2, column: 20, suggestions: expect.arrayContaining(["advice"]) },
  ]);
});

test("prints nothing for a text without a mistake, and an empty list as JSON", () => {
  expect(spell("It is right.")).toEqual({ code: 0, out: "", said: "" });
  expect(spell("", "--json")).toEqual({ code: 0, out: "[]\n", said: "" });
});
