import { useEffect, useState } from "react";
import type { Answer, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { isBlank, withSingleQuotes } from "../../shared/text.ts";
import { ask, queryClient, useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { passphraseProblems, wordsByField } from "./entry-problems.ts";
import { FormField } from "./form-field.tsx";
import { NewPassphraseFields } from "./passphrase-fields.tsx";
import { Refusal } from "./refusal.tsx";

type Adviser = RequestOutput<"list-advisers">["advisers"][number];

/** What the dialog shows: the list, or one act on it. */
type View = { readonly of: "list" | "add" } | { readonly of: "rename" | "retire"; readonly adviser: Adviser };

const LIST: View = { of: "list" };
const LONGEST_NAME = 60;

/** The office's advisers: who there is, and adding, renaming and retiring them. */
export function AdvisersDialog({ onClose }: { readonly onClose: () => void }) {
  const [view, setView] = useState<View>(LIST);
  const back = () => setView(LIST);
  switch (view.of) {
    case "list":
      return <AdviserList onClose={onClose} onView={setView} />;
    case "add":
      return <AddAdviser onBack={back} />;
    case "rename":
      return <RenameAdviser adviser={view.adviser} onBack={back} />;
    case "retire":
      return <RetireAdviser adviser={view.adviser} onBack={back} />;
  }
}

interface AdviserListProps {
  readonly onClose: () => void;
  readonly onView: (view: View) => void;
}

function AdviserList({ onClose, onView }: AdviserListProps) {
  const list = useRequest("list-advisers", {});
  useEffect(() => {
    // Whether somebody has an interview open changes without this list being told.
    void queryClient.invalidateQueries({ queryKey: ["list-advisers"] });
  }, []);
  return (
    <Dialog
      title="Advisers"
      size="wide"
      onClose={onClose}
      actions={[
        { name: "Add adviser", onPress: () => onView({ of: "add" }) },
        { name: "Close", isMain: true, onPress: onClose },
      ]}
    >
      <p>Each adviser signs in with a passphrase of their own. Who leaves is retired; what they recorded stays.</p>
      {list.error && <Refusal error={list.error.error} />}
      <ul className="rows" aria-label="Advisers">
        {list.data?.advisers.map((adviser) => (
          <AdviserRow key={adviser.id} adviser={adviser} onView={onView} />
        ))}
      </ul>
    </Dialog>
  );
}

function AdviserRow({ adviser, onView }: Pick<AdviserListProps, "onView"> & { readonly adviser: Adviser }) {
  const isOwn = useSession().adviser.id === adviser.id;
  return (
    <li>
      <span className="strong">{adviser.name}</span>
      <span className="num dim">
        {adviser.staffNumber}
        {adviser.isRetired && ", retired"}
        {isOwn && ", you"}
      </span>
      {!adviser.isRetired && (
        <span className="acts">
          <ActionButton
            name="Rename"
            fullName={`Rename ${adviser.name}`}
            small
            onPress={() => onView({ of: "rename", adviser })}
          />
          <ActionButton
            name="Retire"
            fullName={`Retire ${adviser.name}`}
            small
            off={isOwn ? "Another adviser retires you, since you are signed in" : undefined}
            onPress={() => onView({ of: "retire", adviser })}
          />
        </span>
      )}
    </li>
  );
}

/** Makes a request of the dialog, has the list asked for again, and then goes back to it. */
function useChange(onBack: () => void) {
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const change = async (asked: () => Promise<Answer<"add-adviser" | "rename-adviser" | "retire-adviser">>) => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await asked();
    setIsBusy(false);
    if (!answer.ok) return setError(answer.error);
    await Promise.all(
      ["list-advisers", "entry", "session"].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
    );
    onBack();
  };
  return { change, error };
}

const NEW = { name: "", staffNumber: "", passphrase: "", passphraseAgain: "" };

function AddAdviser({ onBack }: { readonly onBack: () => void }) {
  const [form, setForm] = useState(NEW);
  const [wasTried, setWasTried] = useState(false);
  const { change, error } = useChange(onBack);
  const problems = addProblems(form);
  const add = () => {
    setWasTried(true);
    const first = ADD_FIELDS.find((field) => problems[field]);
    if (first) return document.getElementById(ADD_FIELD_IDS[first])?.focus();
    const { name, staffNumber, passphrase } = form;
    void change(() => ask("add-adviser", { name, staffNumber, passphrase }));
  };
  return (
    <Dialog
      title="Add adviser"
      onClose={onBack}
      actions={[
        { name: "Add", isMain: true, onPress: add },
        { name: "Cancel", onPress: onBack },
      ]}
    >
      <p>The new adviser types the passphrase now, and can change it later.</p>
      <AddAdviserFields form={form} problems={wasTried ? problems : {}} onChange={setForm} onEnter={add} />
      {error && <Refusal error={error} />}
    </Dialog>
  );
}

const ADD_FIELD_IDS = {
  name: "adviser-name",
  staffNumber: "adviser-staff-number",
  passphrase: "adviser-passphrase",
  passphraseAgain: "adviser-passphrase-again",
} as const;

const ADD_FIELDS = ["name", "staffNumber", "passphrase", "passphraseAgain"] as const;

type AddProblems = Readonly<Partial<Record<(typeof ADD_FIELDS)[number], string>>>;

function addProblems(form: typeof NEW): AddProblems {
  return {
    ...(isBlank(form.name) && { name: "Enter the adviser's name" }),
    ...(isBlank(form.staffNumber) && { staffNumber: "Enter the staff number" }),
    ...wordsByField(passphraseProblems(form)),
  };
}

interface AddAdviserFieldsProps {
  readonly form: typeof NEW;
  readonly problems: AddProblems;
  readonly onChange: (form: typeof NEW) => void;
  readonly onEnter: () => void;
}

function AddAdviserFields({ form, problems, onChange, onEnter }: AddAdviserFieldsProps) {
  const text = (field: "name" | "staffNumber") => ({
    id: ADD_FIELD_IDS[field],
    value: form[field],
    problem: problems[field],
    maxLength: LONGEST_NAME,
    onChange: (typed: string) => onChange({ ...form, [field]: withSingleQuotes(typed) }),
    onEnter,
  });
  return (
    <div className="form">
      <FormField {...text("name")} label="Name on plans" isFirst />
      <FormField {...text("staffNumber")} label="Staff number" />
      <NewPassphraseFields
        idPrefix="adviser"
        value={form}
        problems={problems}
        onChange={(chosen) => onChange({ ...form, ...chosen })}
        onEnter={onEnter}
      />
    </div>
  );
}

interface OneAdviserProps {
  readonly adviser: Adviser;
  readonly onBack: () => void;
}

function RenameAdviser({ adviser, onBack }: OneAdviserProps) {
  const [name, setName] = useState(adviser.name);
  const { change, error } = useChange(onBack);
  const rename = () => {
    if (isBlank(name)) return document.getElementById("adviser-renamed")?.focus();
    void change(() => ask("rename-adviser", { adviserId: adviser.id, name }));
  };
  return (
    <Dialog
      title="Rename adviser"
      onClose={onBack}
      actions={[
        { name: "Rename", isMain: true, onPress: rename },
        { name: "Cancel", onPress: onBack },
      ]}
    >
      <p>Everything that {adviser.name} recorded shows the new name then.</p>
      <div className="form">
        <FormField
          id="adviser-renamed"
          label="Name on plans"
          value={name}
          problem={isBlank(name) ? "Enter the adviser's name" : undefined}
          maxLength={LONGEST_NAME}
          isFirst
          onChange={(typed) => setName(withSingleQuotes(typed))}
          onEnter={rename}
        />
      </div>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}

function RetireAdviser({ adviser, onBack }: OneAdviserProps) {
  const { change, error } = useChange(onBack);
  return (
    <Dialog
      title="Retire adviser"
      onClose={onBack}
      actions={[
        {
          name: "Retire",
          onPress: () => void change(() => ask("retire-adviser", { adviserId: adviser.id })),
        },
        { name: "Cancel", isMain: true, onPress: onBack },
      ]}
    >
      <p>
        {adviser.name} ({adviser.staffNumber}) can no longer sign in here. What {adviser.name} recorded stays, under the
        same name. This cannot be taken back.
      </p>
      {adviser.inInterviewWith && (
        <p className="strong">
          The interview with {adviser.inInterviewWith} is still open, and retiring {adviser.name} does not end it. Until
          it is ended no other can be started with {adviser.inInterviewWith}.
        </p>
      )}
      {error && <Refusal error={error} />}
    </Dialog>
  );
}
