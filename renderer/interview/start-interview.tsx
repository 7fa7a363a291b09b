import { useState } from "react";
import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Attendance, InterviewKind } from "../../shared/interview/interview.ts";
import { isForGroup } from "../../shared/interview/interview-rules.ts";
import { errorMessage } from "../../shared/messages.ts";
import { refreshClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { Dialog, type DialogAction } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";

/** The kind that refers to contracted provision, for which a JSAg must have been signed (¶17). */
const REFERRAL_KIND = "jsa-referral";

const ATTENDANCES: readonly { readonly attendance: Attendance; readonly name: string }[] = [
  { attendance: "present", name: "Customer present" },
  { attendance: "telephone", name: "By telephone" },
];

interface StartInterviewProps {
  readonly client: StoredClientRecord;
  readonly onClose: () => void;
  readonly onStarted: (kind: InterviewKind) => void;
  readonly onOpenJsag: () => void;
  readonly onOpenClient: (clientId: string) => void;
}

/** Asks which interview it is and starts it. */
export function StartInterview(props: StartInterviewProps) {
  const { client, onClose, onStarted, onOpenClient } = props;
  const { interviewKinds } = useSession();
  const own = interviewKinds.filter((kind) => isForGroup(kind, client.clientGroup));
  const others = interviewKinds.filter((kind) => !own.includes(kind));
  const [code, setCode] = useState(own[0]?.code ?? others[0]?.code ?? "");
  const [attendance, setAttendance] = useState<Attendance>("present");
  const [error, setError] = useState<AppError | null>(null);
  const asking = useAsk("start-interview");
  const kind = interviewKinds.find((candidate) => candidate.code === code);

  const start = async () => {
    if (!kind || asking.isPending) return;
    const answer = await asking.mutateAsync({ clientId: client.id, kind: kind.code, attendance });
    if (!answer.ok) return setError(answer.error);
    await refreshClient(client.id);
    onStarted(kind);
  };
  const goThere: readonly DialogAction[] =
    error?.code === "adviser-in-interview"
      ? [{ name: `Go to ${error.clientName}`, onPress: () => onOpenClient(error.clientId) }]
      : [];
  return (
    <Dialog
      title="Start interview"
      onClose={onClose}
      note={`With ${fullName(client)}`}
      actions={[
        ...goThere,
        { name: "Start", isMain: true, onPress: () => void start() },
        { name: "Cancel", onPress: onClose },
      ]}
    >
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
      {code === REFERRAL_KIND && !client.jsag?.signed && <NoJsag {...props} />}
      {error && <Refused error={error} />}
    </Dialog>
  );
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
function NoJsag({ client, onOpenJsag }: Pick<StartInterviewProps, "client" | "onOpenJsag">) {
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
