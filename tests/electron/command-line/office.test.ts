import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Terminal } from "../../../electron/command-line/ask-for-access.ts";
import { runCommandLine } from "../../../electron/command-line/run-command-line.ts";
import { PASSPHRASE, setUpOffice } from "../services/entry/office-app.ts";

const GRACE = { name: "Grace Moss", staffNumber: "70413", passphrase: "another four words" };
const CSV = "nino,surname,date_of_birth\nAB123456C,Moor,01/02/1970\n";

/** A terminal at which these answers are typed, one after the other. */
function typing(...answers: string[]): Terminal & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    givenPassphrase: undefined,
    ask: async (question, { isSecret }) => {
      asked.push(`${question}${isSecret ? "(hidden)" : ""}`);
      return answers.shift();
    },
  };
}

const given = (givenPassphrase: string): Terminal => ({ givenPassphrase, ask: async () => undefined });

async function plan(folder: string, terminal: Terminal, ...typed: string[]) {
  const said: string[] = [];
  const results: string[] = [];
  const output = { result: (text: string) => results.push(text), remark: (text: string) => said.push(text) };
  const code = await runCommandLine([...typed, "--data", folder], folder, output, terminal);
  return { code, out: results.join("\n"), said: said.filter(Boolean).join("\n") };
}

/** An office with two advisers, which the application has open meanwhile. */
async function office() {
  const app = await setUpOffice();
  const { adviserId } = await app.granted("add-adviser", GRACE);
  return { ...app, graceId: adviserId };
}

const SOUND = { code: 0, out: "The store and its audit trail are in order.", said: "" };

test("the passphrase of the environment opens the store, whosever it is, and beside the application", async () => {
  const { folder } = await office();
  for (const passphrase of [PASSPHRASE, GRACE.passphrase]) {
    expect(await plan(folder, given(passphrase), "check")).toEqual(SOUND);
  }
});

test("an adviser is named by name or staff number, and then only theirs opens it", async () => {
  const { folder } = await office();
  for (const adviser of ["grace moss", "70413"]) {
    expect(await plan(folder, given(GRACE.passphrase), "check", "--adviser", adviser)).toEqual(SOUND);
  }
  const other = await plan(folder, given(PASSPHRASE), "check", "--adviser", "Grace Moss");
  expect([other.code, other.out, other.said]).toEqual([1, "", expect.stringMatching(/^Wrong passphrase\n/)]);
  const nobody = await plan(folder, given(PASSPHRASE), "check", "--adviser", "99999");
  expect([nobody.code, nobody.said]).toEqual([1, expect.stringMatching(/^Adviser not found\n/)]);
});

test("the terminal is asked for what is not known, the passphrase without echo", async () => {
  const { folder, granted, graceId } = await office();
  const both = typing("70413", GRACE.passphrase);
  expect(await plan(folder, both, "check")).toEqual(SOUND);
  expect(both.asked).toEqual(["Adviser (name or staff number): ", "Passphrase: (hidden)"]);
  await granted("retire-adviser", { adviserId: graceId });
  const one = typing(PASSPHRASE);
  expect(await plan(folder, one, "check")).toEqual(SOUND);
  expect(one.asked).toEqual(["Passphrase: (hidden)"]);
});

test("without a passphrase, with wrong ones, or where there is no office, it is refused with a reason", async () => {
  const { folder, close } = await office();
  const none = await plan(folder, typing(), "check");
  expect([none.code, none.said]).toEqual([1, expect.stringContaining("ACTION_PLAN_PASSPHRASE")]);
  for (const whatToDo of ["Try again.", "Try again.", "Try again.", "Try again in 5 seconds."]) {
    const wrong = await plan(folder, given("not the passphrase"), "check");
    expect([wrong.code, wrong.said.split("\n").at(-1)]).toEqual([1, whatToDo]);
  }
  const right = await plan(folder, given(PASSPHRASE), "check");
  expect([right.code, right.said]).toEqual([1, expect.stringMatching(/^Wait before the next try\n/)]);
  close();
  rmSync(join(folder, "keys.json"));
  expect((await plan(folder, given(PASSPHRASE), "check")).said).toMatch(/^The store's keys are not there\n/);
  const nowhere = await plan(join(folder, "nowhere"), given(PASSPHRASE), "check");
  expect([nowhere.code, nowhere.said]).toEqual([1, expect.stringMatching(/^The store is not there\n/)]);
});

test("an office's clients need a NINO as it is given out, and training's is none", async () => {
  const { folder } = await office();
  writeFileSync(join(folder, "real.csv"), CSV);
  writeFileSync(join(folder, "training.csv"), CSV.replace("AB123456C", "QQ100001A"));
  const real = await plan(folder, given(PASSPHRASE), "import", join(folder, "real.csv"));
  expect([real.code, real.out]).toEqual([0, "1 client read: 1 added, 0 changed, 0 unchanged."]);
  const training = await plan(folder, given(PASSPHRASE), "import", join(folder, "training.csv"));
  expect([training.code, training.said]).toEqual([1, expect.stringContaining("QQ100001A")]);
});
