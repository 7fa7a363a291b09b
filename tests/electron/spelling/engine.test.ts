import { beforeAll, describe, expect, test } from "vitest";
import { editCost } from "../../../electron/spelling/edit-cost.ts";
import { createEngine, type Engine } from "../../../electron/spelling/engine.ts";

let engine: Engine;
beforeAll(() => {
  engine = createEngine();
  engine.warmUp();
}, 30_000);

const flagged = (text: string) => engine.check(text, ["Joe Bloggs"]).map(({ word }) => word);

describe("what is a word", () => {
  test.each([
    ["organise colour centre Monday e-mail", []],
    ["organize color monday", ["organize", "color", "monday"]],
    ["Don’t, DON'T and the council's", []],
    ["THe JObs tHe", ["THe", "JObs", "tHe"]],
    ["COUNCIL", []],
    ["Joe Bloggs's plan", []],
  ])("¶111 of %j these are none: %j", (text, words) => {
    expect(flagged(text)).toEqual(words);
  });

  test("a word of the office is right in its own case, at the start of a sentence and in capitals; taken out, it is wrong", () => {
    engine.setOwnWords(["Kelbridge", "jobclub"]);
    expect(flagged("Kelbridge. KELBRIDGE. Jobclub. jobclub.")).toEqual([]);
    expect(flagged("kelbridge")).toEqual(["kelbridge"]);
    expect(engine.suggest("Kelbrige")).toContain("Kelbridge");
    engine.setOwnWords([]);
    expect(flagged("Kelbridge")).toEqual(["Kelbridge"]);
    expect(engine.suggest("Kelbrige")).not.toContain("Kelbridge");
  });

  test("a word of UK English stays one when the office takes it out of its own dictionary", () => {
    engine.setOwnWords(["council"]);
    engine.setOwnWords([]);
    expect(flagged("council")).toEqual([]);
  });
});

describe("suggestions", () => {
  test.each([
    ["recieved", "received"],
    ["definately", "definitely"],
    ["accomodation", "accommodation"],
    ["intrest", "interest"],
    ["dont", "don't"],
    ["monday", "Monday"],
    ["nessesary", "necessary"],
    ["thankyou", "thank you"],
    ["cleint's", "client's"],
    ["THe", "The"],
  ])("for %s begins with %s", (typed, wanted) => {
    expect(engine.suggest(typed)[0]).toBe(wanted);
  });

  test("leave out what no office should put in front of a customer", () => {
    expect(engine.suggest("wharehouse")[0]).toBe("warehouse");
    expect(flagged("whore")).toEqual([]);
    expect(engine.suggest("whorre")).not.toContain("whore");
    expect(engine.suggest("Pakistann")).toContain("Pakistan");
  });

  test("come in the case in which the word was written", () => {
    expect(engine.suggest("Recieved")[0]).toBe("Received");
    expect(engine.suggest("RECIEVED")[0]).toBe("RECEIVED");
  });

  test("are eight words at most, each once, each a word, and never the one that was written", () => {
    for (const typed of ["teh", "cleint", "wroks", "alot", "sintacks"]) {
      const suggestions = engine.suggest(typed);
      expect(suggestions.length).toBeLessThanOrEqual(8);
      expect(new Set(suggestions).size).toBe(suggestions.length);
      expect(suggestions).not.toContain(typed);
      expect(engine.check(suggestions.join(". "), [])).toEqual([]);
    }
  });

  test.each(["", "'", "n".repeat(1_000), "😀", "الوظيفة", "工作", "--"])(
    "are none for %j, without a fault",
    (typed) => {
      expect(engine.suggest(typed)).toEqual([]);
    },
  );
});

describe("how far words are apart", () => {
  test.each([
    ["the same word", "work", "work", 0],
    ["two letters that changed places", "wrok", "work", 0.6],
    ["a letter that should be double", "leter", "letter", 0.4],
    ["a vowel for a vowel", "seperate", "separate", 0.6],
    ["a missing apostrophe", "dont", "don't", 0.2],
    ["a neighbouring key", "wotk", "work", 0.8],
    ["a letter that has nothing to do with it", "wopk", "work", 1],
    ["words whose lengths are too far apart", "alot", "wholewheat", Number.POSITIVE_INFINITY],
  ])("%s", (_, typed, word, cost) => {
    expect(editCost(typed, word, 3)).toBeCloseTo(cost);
  });

  test("a wrong first letter costs more than a wrong letter further on", () => {
    expect(editCost("qork", "work", 3)).toBeGreaterThan(editCost("wopk", "work", 3));
  });
});
