import { useState } from "react";
import type { Answer, RequestInput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { inSeries } from "../../shared/jets/due-words.ts";
import { withSingleQuotes } from "../../shared/text.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { useEntry } from "./entry-context.ts";
import {
  type EntryProblem,
  type Nation,
  type Plans,
  type SetUpForm,
  type Soc,
  setUpInputOf,
  setUpProblems,
  wordsByField,
} from "./entry-problems.ts";
import { FormField, FormSelect } from "./form-field.tsx";
import { NewPassphraseFields } from "./passphrase-fields.tsx";
import { ProblemList } from "./problem-list.tsx";
import { Refusal } from "./refusal.tsx";

/** Sets the office up; asked for above the page, which may be gone when the answer comes. */
export type AskSetUp = (input: RequestInput<"set-up">) => Promise<Answer<"set-up">>;

const EMPTY: SetUpForm = {
  officeName: "",
  nation: null,
  soc: null,
  plans: null,
  adviserName: "",
  staffNumber: "",
  passphrase: "",
  passphraseAgain: "",
};

/** The id of a field of the form. */
const FIELD_IDS: Readonly<Record<keyof SetUpForm, string>> = {
  officeName: "set-up-office",
  nation: "set-up-nation",
  soc: "set-up-soc",
  plans: "set-up-plans",
  adviserName: "set-up-adviser",
  staffNumber: "set-up-staff-number",
  passphrase: "set-up-passphrase",
  passphraseAgain: "set-up-passphrase-again",
};

type Problems = readonly EntryProblem<keyof SetUpForm>[];

/** The form that makes this desktop the office's. */
export function SetUpOffice({ askSetUp }: { readonly askSetUp: AskSetUp }) {
  const [form, setForm] = useState(EMPTY);
  const [wasTried, setWasTried] = useState(false);
  const [isListed, setIsListed] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const problems: Problems = wasTried ? setUpProblems(form) : [];
  const setUp = async () => {
    if (isBusy) return;
    const input = setUpInputOf(form);
    setWasTried(true);
    if (!input) return setIsListed(true);
    setIsBusy(true);
    setError(null);
    const answer = await askSetUp(input);
    setIsBusy(false);
    if (!answer.ok) setError(answer.error);
  };
  const goTo = (field: keyof SetUpForm | null) => {
    setIsListed(false);
    // The dialog gives the focus back first; the link then leads on.
    if (field) setTimeout(() => document.getElementById(FIELD_IDS[field])?.focus(), AFTER_DIALOG_MS);
  };
  return (
    <section className="choice" aria-labelledby="set-up-title">
      <h2 id="set-up-title">Set up the office</h2>
      <p>Once for this desktop.</p>
      <div className="form">
        <SetUpFields form={form} problems={problems} onChange={setForm} onEnter={() => void setUp()} />
      </div>
      {error && <Refusal error={error} />}
      <div className="foot">
        <ActionButton
          name="Set up the office"
          primary
          off={isBusy ? "The office is being set up" : undefined}
          onPress={() => void setUp()}
        />
        <span className="cap quiet" role="status">
          {isBusy ? "Setting up" : "Next: the recovery key"}
        </span>
      </div>
      {isListed && <ProblemList title="Cannot set up yet" problems={problems} onAnswer={goTo} />}
    </section>
  );
}

const AFTER_DIALOG_MS = 100;
const LONGEST_NAME = 60;

const NATIONS: readonly { readonly value: Nation; readonly name: string }[] = [
  { value: "SCT", name: "Scotland" },
  { value: "ENG", name: "England" },
  { value: "WLS", name: "Wales" },
  { value: "NIR", name: "Northern Ireland" },
];
const SOCS: readonly { readonly value: Soc; readonly name: string }[] = [
  { value: "2000", name: "SOC 2000" },
  { value: "2010", name: "SOC 2010" },
  { value: "2020", name: "SOC 2020" },
];
/** Which plans the office keeps, those under contracts by the contracts' own words. */
function planOptions(contractPlans: readonly string[]): readonly { readonly value: Plans; readonly name: string }[] {
  return [
    { value: "lms", name: "LMS Action Plans" },
    { value: "jets", name: `${inSeries(contractPlans)} plans` },
    { value: "both", name: "Both" },
  ];
}

interface SetUpFieldsProps {
  readonly form: SetUpForm;
  readonly problems: Problems;
  readonly onChange: (form: SetUpForm) => void;
  readonly onEnter: () => void;
}

function SetUpFields({ form, problems, onChange, onEnter }: SetUpFieldsProps) {
  const { contractPlans } = useEntry();
  const words = wordsByField(problems);
  const change = (part: Partial<SetUpForm>) => onChange({ ...form, ...part });
  const common = (field: keyof SetUpForm) => ({ id: FIELD_IDS[field], problem: words[field] });
  const text = (field: "officeName" | "adviserName" | "staffNumber") => ({
    ...common(field),
    value: form[field],
    maxLength: LONGEST_NAME,
    onChange: (value: string) => change({ [field]: withSingleQuotes(value) }),
    onEnter,
  });
  return (
    <>
      <FormField {...text("officeName")} label="Office" isFirst />
      <FormSelect
        {...common("nation")}
        label="Nation"
        value={form.nation}
        options={NATIONS}
        help="Sets the bank holidays that working days leave out"
        onChange={(nation) => change({ nation })}
      />
      <FormSelect
        {...common("soc")}
        label="SOC codes"
        value={form.soc}
        options={SOCS}
        onChange={(soc) => change({ soc })}
      />
      <FormSelect
        {...common("plans")}
        label="Plans"
        value={form.plans}
        options={planOptions(contractPlans)}
        onChange={(plans) => change({ plans })}
      />
      <FormField {...text("adviserName")} label="Your name on plans" help="Shown as Created By on what you record" />
      <FormField {...text("staffNumber")} label="Staff number" />
      <NewPassphraseFields
        idPrefix="set-up"
        value={form}
        problems={words}
        help="At least 12 characters. Opens the encrypted store"
        onChange={change}
        onEnter={onEnter}
      />
    </>
  );
}
