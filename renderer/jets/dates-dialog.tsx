import { useEffect, useId, useState } from "react";
import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { COURSE_DATES, courseDateProblems } from "../../shared/jets/course-dates.ts";
import { courseProblemMessage } from "../../shared/jets/course-problems.ts";
import type { CourseDates, Participant } from "../../shared/jets/participant.ts";
import { useAskOnClock } from "../clock-question.tsx";
import { FormSelect } from "../entry/form-field.tsx";
import { refreshClient } from "../requests.ts";
import { useSession } from "../session.ts";
import { DateField } from "../ui/date-field.tsx";
import { KeptDialog } from "../ui/kept-dialog.tsx";
import { announce } from "../ui/live-region.tsx";

interface DatesDialogProps {
  readonly clientId: string;
  /** Null for a client who is no participant yet. */
  readonly participant: Participant | null;
  /** The contract that is offered to somebody who is under none. */
  readonly contract: string;
  readonly onClose: () => void;
}

type Typed = Readonly<Record<keyof CourseDates, string>>;

/** The contract and the dates of a participant's course (4.02). */
export function DatesDialog({ clientId, participant, contract: offered, onClose }: DatesDialogProps) {
  const { contracts, today } = useSession();
  const ids = useId();
  // What somebody else saves meanwhile is told by the refusal; the form stays as it was opened.
  const [given] = useState(participant);
  const [contract, setContract] = useState(given?.contract ?? offered);
  const [typed, setTyped] = useState<Typed>(() => typedOf(given));
  const saving = useAskOnClock("save-course-dates");
  useEffect(() => document.getElementById(`${ids}-referredOn`)?.focus(), [ids]);
  const { dates, problems } = read(typed, today);
  const save = async (): Promise<AppError | undefined> => {
    const answer = await saving.mutateAsync({ clientId, contract, version: given?.version ?? null, dates });
    if (!answer.ok) return answer.error;
    await refreshClient(clientId);
    announce("The participant's dates are saved");
    return undefined;
  };
  const isChanged =
    contract !== (given?.contract ?? offered) || COURSE_DATES.some(({ key }) => typed[key] !== typedOf(given)[key]);
  const [first] = Object.values(problems);
  return (
    <KeptDialog
      title="Participant's dates"
      act="Save"
      isUnsaved={isChanged}
      off={first ?? (isChanged || !given ? undefined : "Nothing has been changed")}
      keep={save}
      onClose={onClose}
    >
      <div className="form">
        {contracts.length > 1 && (
          <FormSelect
            id={`${ids}-contract`}
            label="Contract"
            value={contract}
            options={contracts.map(({ code, name }) => ({ value: code, name }))}
            onChange={setContract}
          />
        )}
        {COURSE_DATES.map(({ key, name }) => (
          <DateRow
            key={key}
            id={`${ids}-${key}`}
            name={name}
            value={typed[key]}
            problem={problems[key]}
            onChange={(text) => setTyped({ ...typed, [key]: text })}
          />
        ))}
      </div>
    </KeptDialog>
  );
}

interface DateRowProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (typed: string) => void;
}

/** A caption and a field for a date; once it is left it shows the day as dd/mm/yyyy. */
export function DateRow({ id, name, value, problem, onChange }: DateRowProps) {
  const { today } = useSession();
  const date = parseTypedDate(value, { today });
  return (
    <>
      <label htmlFor={id}>{name}</label>
      <DateField
        id={id}
        label={name}
        value={date ? formatDate(date) : value}
        today={today}
        problem={problem}
        onChange={onChange}
      />
    </>
  );
}

function typedOf(participant: Participant | null): Typed {
  const { dates } = participant ?? { dates: NO_DATES };
  return {
    referredOn: formatDate(dates.referredOn),
    engagedOn: formatDate(dates.engagedOn),
    startAppointmentOn: formatDate(dates.startAppointmentOn),
    startedOn: formatDate(dates.startedOn),
  };
}

const NO_DATES: CourseDates = { referredOn: null, engagedOn: null, startAppointmentOn: null, startedOn: null };

/** The dates as typed, and what is wrong with each. */
function read(typed: Typed, today: string) {
  const dates = { ...NO_DATES };
  const problems: Partial<Record<keyof CourseDates, string>> = {};
  for (const { key, name } of COURSE_DATES) {
    if (typed[key].trim() === "") continue;
    const date = parseTypedDate(typed[key], { today });
    if (date) dates[key] = date;
    else problems[key] = `${name} is no date. Type a day as dd/mm/yyyy.`;
  }
  for (const problem of courseDateProblems(dates, today)) {
    const key = COURSE_DATES.find(({ name }) => name === problem.field)?.key;
    if (key) problems[key] = courseProblemMessage(problem);
  }
  return { dates, problems };
}
