import { useId, useState } from "react";
import { fullName } from "../../shared/client-record/client-record.ts";
import type { ClientPage } from "../../shared/contract.ts";
import { formatMoment } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Appointment } from "../../shared/interview/appointment.ts";
import { dueAppointments } from "../../shared/interview/due-appointments.ts";
import type { Attendance, InterviewKind } from "../../shared/interview/interview.ts";
import { isForGroup } from "../../shared/interview/interview-rules.ts";
import { errorMessage } from "../../shared/messages.ts";
import { refreshClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { Dialog, type DialogAction } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { StartAppointment } from "./start-appointment.tsx";

const ATTENDANCES: readonly { readonly attendance: Attendance; readonly name: string }[] = [
  { attendance: "present", name: "Customer present" },
  { attendance: "telephone", name: "By telephone" },
];

interface StartInterviewProps {
  readonly page: ClientPage;
  readonly onClose: () => void;
  readonly onStarted: (kind: InterviewKind) => void;
  readonly onOpenJsag: () => void;
  readonly onOpenClient: (clientId: string) => void;
}

/** Asks which interview it is and starts it. */
export function StartInterview(props: StartInterviewProps) {
  const { page, onClose, onStarted, onOpenClient } = props;
  const { client } = page;
  const { interviewKinds, today } = useSession();
  const id = useId();
  const own = interviewKinds.filter((kind) => isForGroup(kind, client.clientGroup));
  const others = interviewKinds.filter((kind) => !own.includes(kind));
  const due = dueAppointments(page.appointments, today);
  const [appointment, setAppointment] = useState(() => due.find(({ date }) => date === today) ?? null);
  const [code, setCode] = useState(appointment?.kind ?? own[0]?.code ?? others[0]?.code ?? "");
  const [attendance, setAttendance] = useState<Attendance>("present");
  const [error, setError] = useState<AppError | null>(null);
  const asking = useAsk("start-interview");
  const kind = interviewKinds.find((candidate) => candidate.code === code);

  const start = async () => {
    if (!kind || asking.isPending) return;
    const answer = await asking.mutateAsync({
      ...{ clientId: client.id, kind: kind.code, attendance },
      ...(appointment ? { appointmentId: appointment.id } : {}),
    });
    await refreshClient(client.id);
    if (!answer.ok) return setError(answer.error);
    onStarted(kind);
  };
  const chooseAppointment = (next: Appointment | null) => {
    setAppointment(next);
    if (next) setCode(next.kind);
  };
  return (
    <Dialog
      title="Start interview"
      onClose={onClose}
      note={`With ${fullName(client)}`}
      actions={[
        ...whereToGo(error, onOpenClient, onClose),
        { name: "Start", isMain: true, onPress: () => void start() },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      <StartAppointment id={id} appointments={due} value={appointment} onChange={chooseAppointment} />
      <div className="form-row">
        <label className="strong" htmlFor="interview-kind">
          Kind of interview
        </label>
        <KindSelect own={own} others={others} value={code} onChange={setCode} />
        {kind && <p className="cap quiet">{ASKS[kind.asks]}</p>}
      </div>
      <fieldset className="form-row">
        <legend>Attendance</legend>
        {ATTENDANCES.map((option) => (
          <label className="radio" key={option.attendance}>
            <input
              type="radio"
              name="attendance"
              checked={option.attendance === attendance}
              onChange={() => setAttendance(option.attendance)}
            />
            <span>{option.name}</span>
          </label>
        ))}
      </fieldset>
      {kind?.refersToProvision && !client.jsag?.signed && <NoJsag client={client} onOpenJsag={props.onOpenJsag} />}
      {error && <Refused error={error} />}
    </Dialog>
  );
}

/** Leads to the interview that has to be ended first. */
function whereToGo(
  error: AppError | null,
  onOpenClient: StartInterviewProps["onOpenClient"],
  onClose: () => void,
): readonly DialogAction[] {
  if (error?.code === "adviser-in-interview") {
    return [{ name: `Go to ${error.clientName}`, onPress: () => onOpenClient(error.clientId) }];
  }
  return error?.code === "client-in-interview" ? [{ name: "Go to the interview", onPress: onClose }] : [];
}

/** Why no interview can be started on the client's page: one is open, perhaps left behind. */
export function whyStartIsOff({ openInterview: open }: ClientPage): string | undefined {
  if (!open) return undefined;
  if (!open.isLeftBehind) return "An interview is open. End it in the bar above.";
  const { adviserName, startedAt } = open.interview;
  return `An interview was left open by ${adviserName} on ${formatMoment(startedAt)}. End it first, in the bar above.`;
}

const ASKS: Readonly<Record<InterviewKind["asks"], string>> = {
  enforced: "Asks for the Action Plan to be made or updated, saved and printed before End.",
  advised: "An Action Plan is advised. The interview can end without one.",
  none: "Asks nothing of the Action Plan.",
};

interface KindSelectProps {
  readonly own: readonly InterviewKind[];
  readonly others: readonly InterviewKind[];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

function KindSelect({ own, others, value, onChange }: KindSelectProps) {
  const options = (kinds: readonly InterviewKind[]) =>
    kinds.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ));
  return (
    <span className="select">
      <select id="interview-kind" value={value} data-autofocus onChange={(event) => onChange(event.target.value)}>
        <optgroup label="For this client's group">{options(own)}</optgroup>
        {others.length > 0 && <optgroup label="Other kinds">{options(others)}</optgroup>}
      </select>
      <Icon name="down" />
    </span>
  );
}

/** ¶17: a JSA customer who is referred must have a Jobseeker's Agreement. */
function NoJsag({ client, onOpenJsag }: Pick<ClientPage, "client"> & Pick<StartInterviewProps, "onOpenJsag">) {
  const isOpenable = client.clientGroup === "JSA" || client.jsag !== null;
  return (
    <div className="warning" role="alert">
      <Icon name="warn" />
      <p>
        No signed Jobseeker's Agreement is recorded. A JSA customer must have one before a referral to contracted
        provision.{" "}
        {isOpenable && (
          <button type="button" className="link" onClick={onOpenJsag}>
            See JSAg
          </button>
        )}
      </p>
    </div>
  );
}

function Refused({ error }: { readonly error: AppError }) {
  const { text, whatToDo } = errorMessage(error);
  return (
    <p className="err" role="alert">
      <Icon name="warn" size="small" />
      <span>
        {text} {whatToDo}
      </span>
    </p>
  );
}
