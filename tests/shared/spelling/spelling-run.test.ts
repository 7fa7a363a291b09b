import { describe, expect, it } from "vitest";
import { checkText, namesOf } from "../../../shared/spelling/check-text.ts";
import {
  change,
  changeAll,
  changeSentence,
  currentFinding,
  ignore,
  ignoreAll,
  type RunText,
  type SpellingRun,
  startRun,
  textChanged,
  undo,
  wordAdded,
} from "../../../shared/spelling/spelling-run.ts";

const UNKNOWN = ["nursry", "Nursry", "enrolement", "recieve", "teh"];
const isWord = (word: string) => !UNKNOWN.includes(word);

/** A run over texts that were checked with nothing wrong but the words above, and words that stand twice. */
function runOver(texts: Readonly<Record<string, string>>): SpellingRun {
  const list: RunText[] = Object.entries(texts).map(([id, text]) => ({ id, text }));
  return startRun(
    list,
    list.flatMap(({ id, text }) => checkText(text, isWord, namesOf([])).map((found) => ({ ...found, id }))),
  );
}

/** What is left in the run's order: the text, the word as its place has it, and its sentence. */
function leftIn(run: SpellingRun): string[] {
  return run.left.map(({ id, start, end, sentence, sentenceStart }) => {
    const text = run.texts.find((one) => one.id === id)?.text ?? "";
    expect(text.slice(sentenceStart, sentenceStart + sentence.length)).toBe(sentence);
    return `${id}: ${text.slice(start, end)} in '${sentence}'`;
  });
}

function textsOf(run: SpellingRun): Readonly<Record<string, string>> {
  return Object.fromEntries(run.texts.map(({ id, text }) => [id, text]));
}

const TWO = {
  item: "Ask the nursry about enrolement. Then ring the nursry.",
  aims: "Nursry work. He will recieve the the forms.",
};

describe("¶112 a run goes through the words in turn", () => {
  it("text by text, each word with its sentence", () => {
    expect(leftIn(runOver(TWO))).toEqual([
      "item: nursry in 'Ask the nursry about enrolement.'",
      "item: enrolement in 'Ask the nursry about enrolement.'",
      "item: nursry in 'Then ring the nursry.'",
      "aims: Nursry in 'Nursry work.'",
      "aims: recieve in 'He will recieve the the forms.'",
      "aims: the in 'He will recieve the the forms.'",
    ]);
  });

  const answers: [string, (run: SpellingRun) => SpellingRun, Readonly<Record<string, string>>, string[], number][] = [
    [
      "Change puts the suggestion in the word's place, and what follows moves along",
      (run) => change(run, "nursery school"),
      { ...TWO, item: "Ask the nursery school about enrolement. Then ring the nursry." },
      [
        "item: enrolement in 'Ask the nursery school about enrolement.'",
        "item: nursry in 'Then ring the nursry.'",
        "aims: Nursry in 'Nursry work.'",
        "aims: recieve in 'He will recieve the the forms.'",
        "aims: the in 'He will recieve the the forms.'",
      ],
      1,
    ],
    [
      "Change All changes every further one that is written the same, in every text",
      (run) => changeAll(run, "nursery"),
      { ...TWO, item: "Ask the nursery about enrolement. Then ring the nursery." },
      [
        "item: enrolement in 'Ask the nursery about enrolement.'",
        "aims: Nursry in 'Nursry work.'",
        "aims: recieve in 'He will recieve the the forms.'",
        "aims: the in 'He will recieve the the forms.'",
      ],
      2,
    ],
    [
      "Change with a sentence typed over settles what it changes, and leaves the rest of it",
      (run) => changeSentence(run, "Ask both the nurseries about enrolement."),
      { ...TWO, item: "Ask both the nurseries about enrolement. Then ring the nursry." },
      [
        "item: enrolement in 'Ask both the nurseries about enrolement.'",
        "item: nursry in 'Then ring the nursry.'",
        "aims: Nursry in 'Nursry work.'",
        "aims: recieve in 'He will recieve the the forms.'",
        "aims: the in 'He will recieve the the forms.'",
      ],
      1,
    ],
    [
      "Ignore leaves this one",
      ignore,
      TWO,
      [
        "item: enrolement in 'Ask the nursry about enrolement.'",
        "item: nursry in 'Then ring the nursry.'",
        "aims: Nursry in 'Nursry work.'",
        "aims: recieve in 'He will recieve the the forms.'",
        "aims: the in 'He will recieve the the forms.'",
      ],
      1,
    ],
    [
      "Ignore All leaves every one, however it is capitalised",
      ignoreAll,
      TWO,
      [
        "item: enrolement in 'Ask the nursry about enrolement.'",
        "aims: recieve in 'He will recieve the the forms.'",
        "aims: the in 'He will recieve the the forms.'",
      ],
      3,
    ],
    [
      "Add to Dictionary makes every one right",
      (run) => wordAdded(run, "word-1"),
      TWO,
      [
        "item: enrolement in 'Ask the nursry about enrolement.'",
        "aims: recieve in 'He will recieve the the forms.'",
        "aims: the in 'He will recieve the the forms.'",
      ],
      3,
    ],
  ];

  it.each(answers)("%s", (_, answer, texts, left, settled) => {
    const run = answer(runOver(TWO));
    expect({ texts: textsOf(run), left: leftIn(run), settled: run.settled }).toEqual({ texts, left, settled });
  });

  it("AP-8 a double quotation mark that is typed becomes a single one", () => {
    expect(textsOf(changeSentence(runOver({ item: "See teh man." }), 'See the "man".'))).toEqual({
      item: "See the 'man'.",
    });
  });

  it("a repeated word goes with the white space before it, and so does every further one by Change All", () => {
    const run = runOver({ item: "Ring the  the office and the\nthe college. Ring ring." });
    expect(textsOf(change(run, "anything"))).toEqual({ item: "Ring the office and the\nthe college. Ring ring." });
    const all = changeAll(run, "");
    expect([textsOf(all), leftIn(all)]).toEqual([
      { item: "Ring the office and the college. Ring ring." },
      ["item: ring in 'Ring ring.'"],
    ]);
  });

  it("an unknown word that stands twice is asked about as unknown and as repeated", () => {
    const run = change(runOver({ item: "See teh teh man." }), "the");
    expect([textsOf(run), leftIn(run)]).toEqual([{ item: "See the teh man." }, ["item: teh in 'See the teh man.'"]]);
    expect(textsOf(change(run, ""))).toEqual({ item: "See the man." });
  });

  it("ends with the last word", () => {
    const done = change(change(runOver({ item: "A nursry", info: "To recieve" }), "nursery"), "receive");
    expect([currentFinding(done), textsOf(done)]).toEqual([undefined, { item: "A nursery", info: "To receive" }]);
  });
});

describe("Undo", () => {
  it("goes back one answer after the other, and names the word to be taken out of the dictionary", () => {
    const start = runOver(TWO);
    const changed = change(start, "nursery");
    const added = wordAdded(changed, "word-1");
    const last = changeAll(added, "receive");
    const steps = [undo(last), undo(undo(last).run), undo(undo(undo(last).run).run)];
    expect(steps.map(({ run, addedWordId }) => [run, addedWordId])).toEqual([
      [added, null],
      [changed, "word-1"],
      [start, null],
    ]);
    expect(undo(start)).toEqual({ run: start, addedWordId: null });
  });
});

describe("A text that changed elsewhere", () => {
  it("keeps the words that it still has, and Undo does not lead back behind it", () => {
    const run = ignore(runOver(TWO));
    const after = textChanged(run, "item", "First: ask the college about enrolement. Then ring the nursry.");
    expect([leftIn(after).slice(0, 2), after.past]).toEqual([
      ["item: enrolement in 'First: ask the college about enrolement.'", "item: nursry in 'Then ring the nursry.'"],
      [],
    ]);
  });

  it("is left out once it is gone, and nothing happens where it is the same", () => {
    const run = runOver(TWO);
    expect(leftIn(textChanged(run, "item", undefined))).toEqual(leftIn(run).slice(3));
    expect(textChanged(run, "item", TWO.item)).toBe(run);
  });
});
