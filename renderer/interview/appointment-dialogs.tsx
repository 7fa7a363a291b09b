import { useEffect, useId, useState } from "react";
import { type CivilDate, formatDate, parseTypedDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Appointment } from "../../shared/interview/appointment.ts";
import { isForGroup } from "../../shared/interview/interview-rules.ts";
import { parseTypedTime } from "../../shared/interview/typed-time.ts";
import { err } from "../../shared/result.ts";
import { FormField, FormSelect } from "../entry/form-field.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { refreshClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { DateField } from "../ui/date-field.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";

interface BookedClient {
  readonly id: string;
  readonly name: string;
  readonly clientGroup: string;
}

/** What is typed of an appointment; the kind is null until one is chosen. */
interface TypedAppointment {
  readonly date: string;
  readonly time: string;
  readonly kind: string | null;
  readonly adviserId: string;
}

type Problems = Readonly<Partial<Record<keyof TypedAppointment, string>>>;

interface Booking {
  readonly date: CivilDate;
  readonly time: string;
  readonly kind: string;
  readonly adviserId: string;
}

/** The dialog that is open about a client's appointments, and how it opens. */
export function useAppointmentDialogs(client: BookedClient) {
  const [shown, setShown] = useState<"booking" | Appointment | null>(null);
  const dialog = shown && (
    <AppointmentDialog
      client={client}
      appointment={shown === "booking" ? null : shown}
      onClose={() => setShown(null)}
    />
  );
  return { dialog, book: () => setShown("booking"), change: (appointment: Appointment) => setShown(appointment) };
}

export type AppointmentDialogs = Pick<ReturnType<typeof useAppointmentDialogs>, "book" | "change">;

interface AppointmentDialogProps {
  readonly client: BookedClient;
  /** The one to be moved or cancelled; null to book one. */
  readonly appointment: Appointment | null;
  readonly onClose: () => void;
}

function AppointmentDialog({ client, appointment, onClose }: AppointmentDialogProps) {
  const form = useAppointmentForm(client, appointment, onClose);
  const [isCancelling, setIsCancelling] = useState(false);
  if (isCancelling && appointment) {
    return (
      <CancelAppointment
        client={client}
        appointment={appointment}
        onBack={() => setIsCancelling(false)}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title={appointment ? "Appointment" : "Book an interview"}
      note={`With ${client.name}`}
      onClose={onClose}
      actions={[
        ...(appointment ? [{ name: "Cancel appointment…", onPress: () => setIsCancelling(true) }] : []),
        { name: appointment ? "Move" : "Book", isMain: true, onPress: () => void form.save() },
        { name: "Close", onPress: onClose },
      ]}
    >
      <AppointmentFields client={client} {...form} />
      {form.error && <Refusal error={form.error} />}
    </Dialog>
  );
}

function useAppointmentForm(client: BookedClient, appointment: Appointment | null, onClose: () => void) {
  const { today, adviser } = useSession();
  const ids = useId();
  const [typed, setTyped] = useState<TypedAppointment>(() => ({
    date: formatDate(appointment?.date),
    time: appointment?.time ?? "",
    kind: appointment?.kind ?? null,
    adviserId: appointment?.adviserId ?? adviser.id,
  }));
  const [problems, setProblems] = useState<Problems>({});
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => document.getElementById(`${ids}-date`)?.focus(), [ids]);
  const booking = useAsk("book-appointment");
  const moving = useAsk("move-appointment");
  const send = (input: Booking) =>
    appointment
      ? moving.mutateAsync({ appointmentId: appointment.id, version: appointment.version, ...input })
      : booking.mutateAsync({ clientId: client.id, ...input });
  const save = async () => {
    if (booking.isPending || moving.isPending) return;
    const checked = check(typed, today);
    setProblems(checked.ok ? {} : checked.error);
    setError(null);
    if (!checked.ok) return document.getElementById(`${ids}-${Object.keys(checked.error)[0]}`)?.focus();
    const answer = await send(checked.value);
    await refreshClient(client.id);
    if (!answer.ok) return setError(answer.error);
    announce(`${appointment ? "Moved to" : "Booked for"} ${formatDate(answer.value.date)} ${answer.value.time}`);
    onClose();
  };
  return {
    ids,
    typed,
    problems,
    error,
    save,
    write: (part: Partial<TypedAppointment>) => setTyped({ ...typed, ...part }),
  };
}

/** What is typed as an appointment, or what is wrong with it, the first field first. */
function check({ date: typedDate, time: typedTime, kind, adviserId }: TypedAppointment, today: CivilDate) {
  const date = parseTypedDate(typedDate, { today });
  const time = parseTypedTime(typedTime);
  if (date && date >= today && time && kind) return { ok: true, value: { date, time, kind, adviserId } } as const;
  const problems: Problems = {
    ...(date ? {} : { date: "Enter the date, such as 30/04/2012" }),
    ...(date && date < today ? { date: `${formatDate(date)} is in the past; the earliest is today` } : {}),
    ...(time ? {} : { time: "Enter the time, such as 10:30" }),
    ...(kind ? {} : { kind: "Choose the kind of interview" }),
  };
  return err(problems);
}

type AppointmentFieldsProps = Pick<ReturnType<typeof useAppointmentForm>, "ids" | "typed" | "problems" | "write"> & {
  readonly client: BookedClient;
};

function AppointmentFields({ client, ids, typed, problems, write }: AppointmentFieldsProps) {
  const { today, interviewKinds, advisers } = useSession();
  const own = interviewKinds.filter((kind) => isForGroup(kind, client.clientGroup));
  const kinds = [...own, ...interviewKinds.filter((kind) => !own.includes(kind))];
  const isListed = advisers.some(({ id }) => id === typed.adviserId);
  return (
    <div className="form">
      <label htmlFor={`${ids}-date`}>Date</label>
      <DateField
        id={`${ids}-date`}
        label="Date"
        value={typed.date}
        today={today}
        earliest={today}
        problem={problems.date}
        onChange={(date) => write({ date })}
      />
      <FormField
        id={`${ids}-time`}
        label="Time"
        value={typed.time}
        problem={problems.time}
        maxLength={8}
        onChange={(time) => write({ time })}
      />
      <FormSelect
        id={`${ids}-kind`}
        label="Kind of interview"
        value={typed.kind}
        options={kinds.map(({ code, name }) => ({ value: code, name }))}
        problem={problems.kind}
        onChange={(kind) => write({ kind })}
      />
      <FormSelect
        id={`${ids}-adviserId`}
        label="Adviser"
        value={isListed ? typed.adviserId : null}
        options={advisers.map(({ id, name }) => ({ value: id, name }))}
        onChange={(adviserId) => write({ adviserId })}
      />
    </div>
  );
}

interface CancelAppointmentProps {
  readonly client: BookedClient;
  readonly appointment: Appointment;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Asks once before an appointment goes. */
function CancelAppointment({ client, appointment, onBack, onClose }: CancelAppointmentProps) {
  const [error, setError] = useState<AppError | null>(null);
  const cancelling = useAsk("cancel-appointment");
  const cancel = async () => {
    if (cancelling.isPending) return;
    const answer = await cancelling.mutateAsync({ appointmentId: appointment.id, version: appointment.version });
    await refreshClient(client.id);
    if (!answer.ok) return setError(answer.error);
    announce("The appointment was cancelled");
    onClose();
  };
  return (
    <Dialog
      title="Cancel appointment"
      onClose={onBack}
      actions={[
        { name: "Cancel appointment", onPress: () => void cancel() },
        { name: "Keep it", onPress: onBack },
      ]}
    >
      <p>
        The appointment of {client.name} on {formatDate(appointment.date)} at {appointment.time} with{" "}
        {appointment.adviserName} goes from the list.
      </p>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}
