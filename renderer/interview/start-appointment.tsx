import { formatDate } from "../../shared/dates.ts";
import type { Appointment } from "../../shared/interview/appointment.ts";
import { useSession } from "../session.ts";
import { SelectField } from "../ui/select-field.tsx";

/** Stands for an interview that nobody had booked. */
const NONE = "none";

interface StartAppointmentProps {
  readonly id: string;
  readonly appointments: readonly Appointment[];
  readonly value: Appointment | null;
  readonly onChange: (appointment: Appointment | null) => void;
}

/** Asks for which appointment the interview is (¶64); nothing where none is due. */
export function StartAppointment({ id, appointments, value, onChange }: StartAppointmentProps) {
  const { interviewKinds } = useSession();
  if (appointments.length === 0) return null;
  const nameOf = ({ date, time, kind, adviserName }: Appointment) => {
    const kindName = interviewKinds.find(({ code }) => code === kind)?.name ?? kind;
    return `${formatDate(date)} ${time}, ${kindName}, ${adviserName}`;
  };
  return (
    <div className="form-row">
      <label className="strong" htmlFor={id}>
        For the appointment of
      </label>
      <SelectField
        id={id}
        label="For the appointment of"
        value={value?.id ?? NONE}
        options={[
          ...appointments.map((appointment) => ({ value: appointment.id, name: nameOf(appointment) })),
          { value: NONE, name: "No appointment" },
        ]}
        onChange={(chosen) => onChange(appointments.find((appointment) => appointment.id === chosen) ?? null)}
      />
    </div>
  );
}
