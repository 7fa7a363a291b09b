import type { RequestInput } from "../../shared/contract.ts";
import { countCharacters, isBlank } from "../../shared/text.ts";

type SetUpInput = RequestInput<"set-up">;
export type Nation = SetUpInput["office"]["nation"];
export type Soc = SetUpInput["office"]["soc"];
export type Plans = SetUpInput["office"]["plans"];

/** What is typed on the form that sets the office up. */
export interface SetUpForm {
  readonly officeName: string;
  readonly nation: Nation | null;
  readonly soc: Soc | null;
  readonly plans: Plans | null;
  readonly adviserName: string;
  readonly staffNumber: string;
  readonly passphrase: string;
  readonly passphraseAgain: string;
}

/** What is wrong with a field: its words follow the field's name and a colon. */
export interface EntryProblem<Field extends string> {
  readonly field: Field;
  readonly label: string;
  readonly sentence: string;
}

const LEAST_CHARACTERS = 12;

type PassphraseField = "passphrase" | "passphraseAgain";

/** What is wrong with a new passphrase typed twice; too short is said before too different. */
export function passphraseProblems(
  chosen: Readonly<Record<PassphraseField, string>>,
  label = "Passphrase",
): EntryProblem<PassphraseField>[] {
  const count = countCharacters(chosen.passphrase.normalize("NFC"));
  if (count === 0) return [{ field: "passphrase", label, sentence: "enter one; it opens the encrypted store." }];
  if (count < LEAST_CHARACTERS) {
    const sentence = `has ${count} of at least ${LEAST_CHARACTERS} characters; add a word or two.`;
    return [{ field: "passphrase", label, sentence }];
  }
  if (chosen.passphrase === chosen.passphraseAgain) return [];
  const sentence = isBlank(chosen.passphraseAgain)
    ? "type the passphrase a second time."
    : "is not the same as the first; type both again, or show what is typed.";
  return [{ field: "passphraseAgain", label: `${label} again`, sentence }];
}

/** Everything that is still to be put right on the form that sets the office up, in the order of its fields. */
export function setUpProblems(form: SetUpForm): EntryProblem<keyof SetUpForm>[] {
  const missing: readonly [boolean, keyof SetUpForm, string, string][] = [
    [isBlank(form.officeName), "officeName", "Office", "enter the office's name."],
    [form.nation === null, "nation", "Nation", "choose where the office is."],
    [form.soc === null, "soc", "SOC codes", "choose the edition the office uses."],
    [form.plans === null, "plans", "Plans", "choose which plans the office makes."],
    [isBlank(form.adviserName), "adviserName", "Your name on plans", "enter your name."],
    [isBlank(form.staffNumber), "staffNumber", "Staff number", "enter your staff number."],
  ];
  return [
    ...missing.filter(([isMissing]) => isMissing).map(([, field, label, sentence]) => ({ field, label, sentence })),
    ...passphraseProblems(form),
  ];
}

/** The form as the request takes it; undefined while something is still to be put right. */
export function setUpInputOf(form: SetUpForm): SetUpInput | undefined {
  const { nation, soc, plans } = form;
  if (nation === null || soc === null || plans === null || setUpProblems(form).length > 0) return undefined;
  return {
    office: { name: form.officeName.trim(), nation, soc, plans },
    adviser: { name: form.adviserName.trim(), staffNumber: form.staffNumber.trim() },
    passphrase: form.passphrase,
  };
}

/** The words below each field that has something wrong with it. */
export function wordsByField<Field extends string>(
  problems: readonly EntryProblem<Field>[],
): Readonly<Partial<Record<Field, string>>> {
  const entries = problems.map(({ field, sentence }) => [field, capitalised(sentence.replace(/\.$/, ""))]);
  return Object.fromEntries(entries) as Partial<Record<Field, string>>;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
