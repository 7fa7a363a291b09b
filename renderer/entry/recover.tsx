import { useState } from "react";
import type { Entry } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { isBlank } from "../../shared/text.ts";
import { ask } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { refreshEntry } from "./entry-context.ts";
import { EntryPage } from "./entry-page.tsx";
import { type EntryProblem, passphraseProblems, wordsByField } from "./entry-problems.ts";
import { FormField, FormSelect } from "./form-field.tsx";
import { NewPassphraseFields } from "./passphrase-fields.tsx";
import { ProblemList } from "./problem-list.tsx";
import { RefusedTry } from "./refusal.tsx";
import { adviserOptions, onlyAdviserOf } from "./sign-in.tsx";
import { type Wait, whileWaiting } from "./use-wait.ts";

const NEW_PASSPHRASE = "New passphrase";

const FIELD_IDS = {
  recoveryKey: "recover-key",
  adviserId: "recover-adviser",
  passphrase: "recover-passphrase",
  passphraseAgain: "recover-passphrase-again",
} as const;

type Field = keyof typeof FIELD_IDS;

const EMPTY = { recoveryKey: "", passphrase: "", passphraseAgain: "" };

type Form = typeof EMPTY & { readonly adviserId: string | null };

function problemsOf(form: Form): EntryProblem<Field>[] {
  const problems: EntryProblem<Field>[] = [];
  if (isBlank(form.recoveryKey)) {
    problems.push({ field: "recoveryKey", label: "Recovery key", sentence: "type it from the office's paper." });
  }
  if (form.adviserId === null) problems.push({ field: "adviserId", label: "Adviser", sentence: "choose your name." });
  return [...problems, ...passphraseProblems(form, NEW_PASSPHRASE)];
}

interface RecoverProps {
  readonly entry: Entry;
  readonly wait: Wait;
  readonly onBack: () => void;
}

/** Sets a new passphrase with the recovery key, and signs in with it. */
export function Recover({ entry, wait, onBack }: RecoverProps) {
  const [form, setForm] = useState<Form>({ ...EMPTY, adviserId: onlyAdviserOf(entry) });
  const [wasTried, setWasTried] = useState(false);
  const [isListed, setIsListed] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const problems = wasTried ? problemsOf(form) : [];
  const recover = async () => {
    if (isBusy || wait.left > 0) return;
    setWasTried(true);
    const { recoveryKey, adviserId, passphrase } = form;
    if (adviserId === null || problemsOf(form).length > 0) return setIsListed(true);
    setIsBusy(true);
    const answer = await ask("recover", { recoveryKey: recoveryKey.trim(), adviserId, passphrase });
    setIsBusy(false);
    if (answer.ok) return refreshEntry();
    setError(answer.error);
    if ("waitSeconds" in answer.error) wait.begin(answer.error.waitSeconds);
  };
  const goTo = (field: Field | null) => {
    setIsListed(false);
    if (field) setTimeout(() => document.getElementById(FIELD_IDS[field])?.focus(), AFTER_DIALOG_MS);
  };
  return (
    <EntryPage
      strip={`Action Plan - ${entry.office?.name ?? ""}`}
      heading="Use the recovery key"
      lead="It sets a new passphrase for you and signs you in. The other advisers' passphrases stay as they are."
      status={{ left: "Signed out", store: "Store closed, encrypted" }}
    >
      <section className="choice narrow" aria-label="Recovery">
        <div className="form">
          <RecoverFields
            entry={entry}
            form={form}
            problems={problems}
            onChange={setForm}
            onEnter={() => void recover()}
          />
        </div>
        <RefusedTry error={error} left={wait.left} />
        <div className="foot">
          <ActionButton
            name="Set the passphrase"
            primary
            off={whileWaiting(wait) ?? (isBusy ? "Being checked" : undefined)}
            onPress={() => void recover()}
          />
          <button type="button" className="link" onClick={onBack}>
            Back to sign-in
          </button>
        </div>
      </section>
      {isListed && <ProblemList title="Cannot recover yet" problems={problems} onAnswer={goTo} />}
    </EntryPage>
  );
}

/** The dialog gives the focus back first; its link then leads on. */
const AFTER_DIALOG_MS = 100;

interface RecoverFieldsProps {
  readonly entry: Entry;
  readonly form: Form;
  readonly problems: readonly EntryProblem<Field>[];
  readonly onChange: (form: Form) => void;
  readonly onEnter: () => void;
}

function RecoverFields({ entry, form, problems, onChange, onEnter }: RecoverFieldsProps) {
  const words = wordsByField(problems);
  const change = (part: Partial<Form>) => onChange({ ...form, ...part });
  return (
    <>
      <FormField
        id={FIELD_IDS.recoveryKey}
        label="Recovery key"
        value={form.recoveryKey}
        help="Eight groups of five letters and digits"
        problem={words.recoveryKey}
        isFirst
        onChange={(recoveryKey) => change({ recoveryKey })}
        onEnter={onEnter}
      />
      <FormSelect
        id={FIELD_IDS.adviserId}
        label="Adviser"
        value={form.adviserId}
        options={adviserOptions(entry)}
        problem={words.adviserId}
        onChange={(adviserId) => change({ adviserId })}
      />
      <NewPassphraseFields
        idPrefix="recover"
        label={NEW_PASSPHRASE}
        value={form}
        problems={words}
        onChange={change}
        onEnter={onEnter}
      />
    </>
  );
}
