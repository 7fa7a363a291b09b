import type { ClientPage } from "../../shared/contract.ts";
import { dateOfMoment, formatDate } from "../../shared/dates.ts";
import type { Appointment } from "../../shared/interview/appointment.ts";
import type { Interview } from "../../shared/interview/interview.ts";
import type { AppointmentDialogs } from "../interview/appointment-dialogs.tsx";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { FailedNote } from "./failure-mark.tsx";

interface InterviewsProps {
  readonly page: ClientPage;
  readonly appointments: AppointmentDialogs;
}

/** The client's interviews, held and booked, newest first. */
export function Interviews({ page, appointments }: InterviewsProps) {
  const rows = rowsOf(page);
  return (
    <div>
      <div className="h2row">
        <h2>Interviews</h2>
        <ActionButton name="Book" fullName="Book an interview" small onPress={appointments.book} />
      </div>
      {rows.length === 0 ? (
        <p className="nothing">No interview has been held.</p>
      ) : (
        <InterviewsTable rows={rows} onChange={appointments.change} />
      )}
    </div>
  );
}

/** A row is an interview that began, or one that is booked. */
type Row = { readonly date: string; readonly time: string } & (
  | { readonly interview: Interview }
  | { readonly appointment: Appointment }
);

function rowsOf({ interviews, appointments }: ClientPage): readonly Row[] {
  const booked: readonly Row[] = appointments.map((appointment) => ({
    date: appointment.date,
    time: appointment.time,
    appointment,
  }));
  const begun: readonly Row[] = interviews.map((interview) => ({
    date: dateOfMoment(interview.startedAt),
    // What is booked for a day stands above what began on it.
    time: "",
    interview,
  }));
  const keyOf = ({ date, time }: Row) => `${date} ${time}`;
  return [...booked, ...begun].sort((a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(a) < keyOf(b) ? 1 : -1));
}

interface InterviewsTableProps {
  readonly rows: readonly Row[];
  readonly onChange: (appointment: Appointment) => void;
}

function InterviewsTable({ rows, onChange }: InterviewsTableProps) {
  const { today } = useSession();
  const day = (date: string) => (date === today ? "Today" : formatDate(date));
  return (
    <div className="gridbox">
      <table className="grid plain" aria-label="Interviews">
        <colgroup>
          <col className="col-date" />
          <col />
          <col className="col-adviser" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Kind</th>
            <th scope="col">Adviser</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            "interview" in row ? (
              <tr key={row.interview.id} className={row.interview.endedAt === null ? "strong" : undefined}>
                <td>{day(row.date)}</td>
                <BegunKind interview={row.interview} />
                <td>{row.interview.adviserName}</td>
              </tr>
            ) : (
              <tr key={row.appointment.id}>
                <td>
                  {day(row.date)}
                  <span className="booked-time cap quiet num">{row.time}</span>
                </td>
                <BookedKind appointment={row.appointment} onChange={onChange} />
                <td>{row.appointment.adviserName}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function BegunKind({ interview }: { readonly interview: Interview }) {
  const kindName = useKindName(interview.kind);
  const isOpen = interview.endedAt === null;
  return (
    <td className="wrap">
      {isOpen ? `${kindName}, open` : interview.isCancelled ? `${kindName}, cancelled` : kindName}
      {!isOpen && interview.isFailedToParticipate && <FailedNote />}
    </td>
  );
}

interface BookedKindProps {
  readonly appointment: Appointment;
  readonly onChange: (appointment: Appointment) => void;
}

/** A booked interview, which opens to be moved or cancelled. */
function BookedKind({ appointment, onChange }: BookedKindProps) {
  const kindName = useKindName(appointment.kind);
  return (
    <td className="wrap">
      <button
        type="button"
        className="link booked"
        title="Move or cancel the appointment"
        onClick={() => onChange(appointment)}
      >
        {kindName}, booked
      </button>
    </td>
  );
}

function useKindName(code: string): string {
  const { interviewKinds } = useSession();
  return interviewKinds.find((kind) => kind.code === code)?.name ?? code;
}
