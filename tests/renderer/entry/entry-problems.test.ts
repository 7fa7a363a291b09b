import { describe, expect, it } from "vitest";
import {
  passphraseProblems,
  type SetUpForm,
  setUpInputOf,
  setUpProblems,
  wordsByField,
} from "../../../renderer/entry/entry-problems.ts";

const FILLED: SetUpForm = {
  officeName: " Kelbridge Jobcentre ",
  nation: "SCT",
  soc: "2010",
  plans: "both",
  adviserName: "B Johns",
  staffNumber: "70412",
  passphrase: "correct horse battery",
  passphraseAgain: "correct horse battery",
};

describe("Setting the office up", () => {
  it("takes a filled form, without the spaces around what was typed", () => {
    expect(setUpInputOf(FILLED)).toEqual({
      office: { name: "Kelbridge Jobcentre", nation: "SCT", soc: "2010", plans: "both" },
      adviser: { name: "B Johns", staffNumber: "70412" },
      passphrase: "correct horse battery",
    });
  });

  it("names every field of an empty form, in the form's order", () => {
    const empty: SetUpForm = {
      officeName: "",
      nation: null,
      soc: null,
      plans: null,
      adviserName: " ",
      staffNumber: "",
      passphrase: "",
      passphraseAgain: "",
    };
    expect(setUpProblems(empty).map(({ label }) => label)).toEqual([
      "Office",
      "Nation",
      "SOC codes",
      "Plans",
      "Your name on plans",
      "Staff number",
      "Passphrase",
    ]);
    expect(setUpInputOf(empty)).toBeUndefined();
  });

  it("says below each field what is wrong with it", () => {
    expect(wordsByField(setUpProblems({ ...FILLED, officeName: "" }))).toEqual({
      officeName: "Enter the office's name",
    });
  });
});

describe("A new passphrase", () => {
  const cases = [
    { passphrase: "", again: "", field: "passphrase", sentence: "enter one; it opens the encrypted store." },
    {
      passphrase: "eleven char",
      again: "eleven char",
      field: "passphrase",
      sentence: "has 11 of at least 12 characters; add a word or two.",
    },
    {
      passphrase: "twelve chars",
      again: "",
      field: "passphraseAgain",
      sentence: "type the passphrase a second time.",
    },
    {
      passphrase: "twelve chars",
      again: "twelve charz",
      field: "passphraseAgain",
      sentence: "is not the same as the first; type both again, or show what is typed.",
    },
  ];
  it.each(cases)("'$passphrase' and '$again' is refused at $field", ({ passphrase, again, field, sentence }) => {
    const problems = passphraseProblems({ passphrase, passphraseAgain: again });
    expect(problems.map((problem) => ({ field: problem.field, sentence: problem.sentence }))).toEqual([
      { field, sentence },
    ]);
  });

  it("of twelve letters, accents and all, is taken", () => {
    const passphrase = "e\u0301e\u0301e\u0301e\u0301 ñandú öre";
    expect(passphraseProblems({ passphrase, passphraseAgain: passphrase })).toEqual([]);
  });
});
