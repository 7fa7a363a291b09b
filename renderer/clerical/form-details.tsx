import { useId, useState } from "react";
import type { ClericalForm } from "../../shared/clerical/clerical-form.ts";
import { happenedOnReason } from "../../shared/clerical/clerical-rules.ts";
import { type CivilDate, dateOfMoment, formatDate, parseTypedDate } from "../../shared/dates.ts";
import type { Attendance } from "../../shared/interview/interview.ts";
import { FormSelect } from "../entry/form-field.tsx";
import { useSession } from "../session.ts";
import { DateField } from "../ui/date-field.tsx";
import { Dialog } from "../ui/dialog.tsx";
import type { ClericalEntering } from "./entering.ts";
import type { ClericalClient } from "./issue-dialog.tsx";

interface FormDetailsProps {
  readonly form: ClericalForm;
  readonly client: ClericalClient;
  readonly onEnter: (clientId: string, entering: ClericalEntering) => void;
  readonly onClose: () => void;
}

const NO_INTERVIEW = "no-interview";

/** What stands at the head of a form: its day, its adviser, and the interview it records, if any. */
export function FormDetailsDialog({ form, client, onEnter, onClose }: FormDetailsProps) {
  const ids = useId();
  const { today, adviser, advisers, interviewKinds } = useSession();
  const [typed, setTyped] = useState("");
  const [adviserId, setAdviserId] = useState(adviser.id);
  const [kind, setKind] = useState<string | null>(null);
  const [attendance, setAttendance] = useState<Attendance>("present");
  const [problems, setProblems] = useState<Problems>({});
  const issuedOn = form.origin === "elsewhere" ? null : dateOfMoment(form.issuedAt);
  const begin = () => {
    const happenedOn = parseTypedDate(typed, { today });
    const wrong = problemsOf(happenedOn, kind, { today, issuedOn });
    setProblems(wrong);
    const first = Object.keys(wrong)[0];
    if (!happenedOn || first) return document.getElementById(`${ids}-${first}`)?.focus();
    const interview = kind === null || kind === NO_INTERVIEW ? null : { kind, attendance };
    onEnter(client.id, { serial: form.serial, issuedOn, save: { formId: form.id, happenedOn, adviserId, interview } });
  };
  const kinds = interviewKinds.map(({ code, name }) => ({ value: code, name }));
  return (
    <Dialog
      title={`Clerical form ${form.serial}`}
      note={client.name}
      onClose={onClose}
      actions={[
        { name: "Enter", isMain: true, onPress: begin },
        { name: "Not now", onPress: onClose },
      ]}
    >
      {form.origin === "elsewhere" && <p>{`Its number here is ${form.serial}. Write it on the form.`}</p>}
      <div className="form">
        <label htmlFor={`${ids}-date`}>Happened on</label>
        <DateField
          id={`${ids}-date`}
          label="Happened on"
          value={typed}
          today={today}
          earliest={issuedOn ?? undefined}
          latest={today}
          hint={issuedOn ? `Issued on ${formatDate(issuedOn)}` : undefined}
          problem={problems.date}
          onChange={setTyped}
        />
        <FormSelect
          id={`${ids}-adviser`}
          label="Adviser on the form"
          value={adviserId}
          options={advisers.map(({ id, name }) => ({ value: id, name }))}
          onChange={setAdviserId}
        />
        <FormSelect
          id={`${ids}-kind`}
          label="Interview"
          value={kind}
          options={[{ value: NO_INTERVIEW, name: "The form records no interview" }, ...kinds]}
          problem={problems.kind}
          help="Items are closed only where the form records an interview"
          onChange={setKind}
        />
        {kind !== null && kind !== NO_INTERVIEW && (
          <FormSelect
            id={`${ids}-attendance`}
            label="The customer was"
            value={attendance}
            options={ATTENDANCES}
            onChange={setAttendance}
          />
        )}
      </div>
    </Dialog>
  );
}

const ATTENDANCES: readonly { readonly value: Attendance; readonly name: string }[] = [
  { value: "present", name: "Present" },
  { value: "telephone", name: "On the telephone" },
];

type Problems = { readonly date?: string; readonly kind?: string };

function problemsOf(
  happenedOn: CivilDate | undefined,
  kind: string | null,
  limits: { readonly today: CivilDate; readonly issuedOn: CivilDate | null },
): Problems {
  const isWrong = happenedOn && happenedOnReason(happenedOn, limits) !== undefined;
  const range = limits.issuedOn ? `From ${formatDate(limits.issuedOn)} to today` : "Not after today";
  return {
    ...(happenedOn ? {} : { date: "Enter the date on the form, such as 12/04/2012" }),
    ...(isWrong ? { date: range } : {}),
    ...(kind === null ? { kind: "Choose the interview, or that there was none" } : {}),
  };
}
