import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTradeWords } from "../../../electron/platform/trade-words.ts";
import { MOST_WORDS } from "../../../electron/services/office-words.ts";
import { tidyWord } from "../../../shared/spelling/spelling.ts";
import { plainWord } from "../../../shared/spelling/tokens.ts";
import { DILIP, openTraining, type TrainingApp } from "./training-app.ts";

const NIECE = "QQ100005A";

async function flagged(app: TrainingApp, text: string, nino?: string) {
  const clientId = nino === undefined ? null : app.clientId(nino);
  const { findings } = await app.granted("check-spelling", { clientId, texts: [{ id: "text", text }] });
  return findings.map(({ word }) => word);
}

/** The words that the training caseload begins with. */
const SEEDED = ["Denholm", "Kelbridge", "Niamh", "Northgate"];
/** The office's words besides those. */
const words = async (app: TrainingApp) =>
  (await app.granted("list-words", {})).words.map(({ word }) => word).filter((word) => !SEEDED.includes(word));
const changeLines = (app: TrainingApp) =>
  app.rows<{ action: string; adviser: string }>(
    "SELECT action, adviser_id AS adviser FROM audit WHERE kind = 'change' AND action LIKE '%-word%' ORDER BY id",
  );

test("¶109 several texts are checked at once, and each finding says which it is in, its place and its sentence", async () => {
  const app = openTraining();
  const texts = [
    { id: "item", text: "Recieved the letter. He will ring." },
    { id: "review", text: "All done as agreed." },
    { id: "info", text: "Ring ring him" },
  ];
  const answer = await app.granted("check-spelling", { clientId: app.clientId(DILIP), texts });
  expect(answer).toEqual({
    findings: [
      {
        id: "item",
        kind: "unknown",
        word: "Recieved",
        start: 0,
        end: 8,
        sentence: "Recieved the letter.",
        sentenceStart: 0,
      },
      { id: "info", kind: "repeated", word: "ring", start: 5, end: 9, sentence: "Ring ring him", sentenceStart: 0 },
    ],
  });
  expect(await app.granted("suggest-spelling", { word: "Recieved" })).toMatchObject({
    suggestions: expect.arrayContaining(["Received"]),
  });
});

test("¶111 the names of the client and of the advisers are right, and another client's are not", async () => {
  const app = openTraining();
  const text = "Zieliński, Tomasz and Zielinski’s plan, B Johns";
  expect(await flagged(app, text, NIECE)).toEqual([]);
  expect(await flagged(app, text, DILIP)).toEqual(["Zieliński", "Tomasz", "Zielinski’s"]);
  const nobody = { clientId: "none", texts: [{ id: "text", text }] };
  expect(await app.refused("check-spelling", nobody)).toEqual({ code: "client-not-found" });
});

test("¶111 nobody is asked about a word of the training caseload's own texts", async () => {
  const app = openTraining();
  const texts = app.rows<{ clientId: string; text: string }>(`
    SELECT client_id AS clientId, text FROM conversation
    UNION SELECT client_id, note FROM workflow
    UNION SELECT client_id, text FROM doubt
    UNION SELECT client_id, outcome FROM doubt
    UNION SELECT client_id, answer FROM participation_answer JOIN interview ON interview.id = interview_id
    UNION SELECT client_id, notes FROM iwbc
    UNION SELECT id, availability || ' ' || actions_agreed FROM jsag
    UNION SELECT client_id, aims || ' ' || employment || ' ' || qualifications || ' ' || info FROM plan
    UNION SELECT client_id, action_item.text FROM action_item JOIN plan ON plan.id = plan_id
    UNION SELECT client_id, review.text FROM review JOIN action_item ON action_item.id = item_id JOIN plan ON plan.id = plan_id`);
  expect(texts.length).toBeGreaterThan(1_100);
  const unknown: string[] = [];
  for (const clientId of new Set(texts.map((text) => text.clientId))) {
    const together = texts.filter((text) => text.clientId === clientId).map(({ text }) => text);
    for (let from = 0; from < together.length; from += AT_ONCE) {
      const asked = together.slice(from, from + AT_ONCE).map((text, index) => ({ id: `${index}`, text }));
      const { findings } = await app.granted("check-spelling", { clientId, texts: asked });
      unknown.push(...findings.map(({ word, sentence }) => `${word}: ${sentence}`));
    }
  }
  expect(unknown).toEqual([]);
});

const AT_ONCE = 100;

test("the trade's words are right from the start", async () => {
  const app = openTraining();
  expect(await flagged(app, "Jobcentre, JSAg, jobsearch, IWBC, ESOL, CSCS, SIA, upskilling")).toEqual([]);
  expect((await app.granted("suggest-spelling", { word: "Jobcenter" })).suggestions[0]).toBe("Jobcentre");
});

test("the trade's list has each word once, in the form in which a dictionary holds it", () => {
  const trade = readTradeWords();
  expect(trade.length).toBeGreaterThan(300);
  expect(new Set(trade).size).toBe(trade.length);
  expect(trade.filter((word) => tidyWord(word) !== word || plainWord(word) !== word)).toEqual([]);
  expect(readFileSync(new URL("../../../resources/trade-words.txt", import.meta.url), "utf8")).not.toContain("\r");
});

test("¶110 a word that was added is right for every text at once, and wrong again when it was taken out", async () => {
  const app = openTraining();
  expect(await flagged(app, "The Zorblatt hub")).toEqual(["Zorblatt"]);
  const added = await app.granted("add-word", { word: " Zorblatt " });
  expect(added).toMatchObject({ word: "Zorblatt", addedBy: "B Johns" });
  expect(await flagged(app, "The Zorblatt hub. ZORBLATT’S hub.")).toEqual([]);
  expect(await app.granted("add-word", { word: "Zorblatt" })).toEqual(added);
  await app.granted("remove-word", { wordId: added.id });
  expect(await flagged(app, "The Zorblatt hub")).toEqual(["Zorblatt"]);
  expect(await app.refused("remove-word", { wordId: added.id })).toEqual({ code: "word-not-found" });
  expect(changeLines(app).map(({ action }) => action)).toEqual(["add-word", "remove-word"]);
});

test("the office's words are there after another start", async () => {
  const first = openTraining();
  await first.granted("add-word", { word: "Zorblatt" });
  first.close();
  const second = openTraining({ dataFolder: first.folder });
  expect(await words(second)).toEqual(["Zorblatt"]);
  expect(await flagged(second, "The Zorblatt hub")).toEqual([]);
});

test.each(["two words", "QQ100001A", "\u201CZorblatt\u201D", "", "n".repeat(61)])(
  "AP-8 %j is no word for the dictionary",
  async (word) => {
    expect(await openTraining().refused("add-word", { word })).toEqual({ code: "not-a-word" });
  },
);

test("a word list is imported in one go, its other lines are named, and exporting gives it back in order", async () => {
  const app = openTraining();
  await app.granted("add-word", { word: "Lochfield" });
  const list = "\uFEFFjobclubber\r\nLochfield\r\n\r\ntwo words\r\nCafé\r\njobclubber\r\n12";
  expect(await app.granted("import-words", { list })).toEqual({ added: 2, known: 1, linesLeftOut: [4, 7] });
  expect(await words(app)).toEqual(["Café", "jobclubber", "Lochfield"]);
  const exported = await app.granted("export-words", {});
  expect(exported).toEqual({
    fileName: "office-words.txt",
    list: "Café\nDenholm\njobclubber\nKelbridge\nLochfield\nNiamh\nNorthgate\n",
  });
  expect(await app.granted("import-words", { list: exported.list })).toEqual({ added: 0, known: 7, linesLeftOut: [] });
  expect(changeLines(app).map(({ action }) => action)).toEqual(["add-word", "import-words"]);
});

test("more words than a dictionary holds are refused, and none is added", async () => {
  const app = openTraining();
  const letters = (number: number) =>
    [...number.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join("");
  const list = Array.from({ length: MOST_WORDS + 1 }, (_, index) => `x${letters(index)}`).join("\n");
  expect(await app.refused("import-words", { list })).toEqual({ code: "too-many-words", limit: MOST_WORDS });
  expect(await words(app)).toEqual([]);
});

test("making ready is answered at once, and what is asked meanwhile is answered too", async () => {
  const app = openTraining();
  expect(await app.granted("warm-spelling", {})).toEqual({});
  expect(await flagged(app, "Recieved")).toEqual(["Recieved"]);
});

test("a word that is taken out of the office's dictionary is asked about again, however familiar it was", async () => {
  const app = openTraining();
  const { id } = await app.granted("add-word", { word: "Zorblatt" });
  for (let check = 0; check < 3; check += 1) expect(await flagged(app, "Ring Zorblatt.")).toEqual([]);
  const underWay = flagged(app, "Zorblatt will ring the hall.");
  await app.granted("remove-word", { wordId: id });
  await underWay;
  expect(await flagged(app, "Ring Zorblatt.")).toEqual(["Zorblatt"]);
});
