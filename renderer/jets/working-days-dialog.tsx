import { useId, useState } from "react";
import { formatDate, formatDayAndDate, parseTypedDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { WorkingDays } from "../../shared/jets/course-requests.ts";
import { NATION_NAMES } from "../../shared/jets/due-words.ts";
import { isBlank } from "../../shared/text.ts";
import { askOnClock } from "../clock-question.tsx";
import { FormField } from "../entry/form-field.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { queryClient, useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useClosingGuard } from "../ui/use-closing-guard.ts";
import { DateRow } from "./dates-dialog.tsx";
import {
  Outages,
  type OutageToRecord,
  type RecordedOutage,
  RecordOutageDialog,
  TakeOutageBackDialog,
} from "./outages.tsx";

/** The days that are not worked, and when the system could not be used: what due dates are counted by (DT-3). */
export function WorkingDaysDialog({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const { data, error: unread } = useRequest("open-working-days", { year }, { keepsPrevious: true });
  const acts = useActs();
  const [isTyped, setIsTyped] = useState({ holiday: false, outage: false });
  const [outage, setOutage] = useState<OutageToRecord | null>(null);
  const [mistaken, setMistaken] = useState<RecordedOutage | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const hasTyped = isTyped.holiday || isTyped.outage;
  useClosingGuard(() => hasTyped);
  const leave = () => (hasTyped ? setIsAsking(true) : onClose());
  const error = acts.refusal ?? unread?.error;
  return (
    <>
      <Dialog
        title="Working days"
        size="widest"
        onClose={leave}
        actions={[{ name: "Close", isMain: true, onPress: leave }]}
      >
        <p>Monday to Friday are working days, but for these days. A change never moves a due date that has passed.</p>
        {acts.said && <p role="status">{acts.said}</p>}
        {error && <Refusal error={error} />}
        <div className="working-days">
          {data && <BankHolidays year={year} nations={data.nations} onYear={setYear} />}
          {data && (
            <LocalHolidays
              holidays={data.localHolidays}
              acts={acts}
              onTyped={(holiday) => setIsTyped({ ...isTyped, holiday })}
            />
          )}
          {data && (
            <Outages
              outages={data.outages}
              resetKey={acts.outagesRecorded}
              onTyped={(isOutageTyped) => setIsTyped({ ...isTyped, outage: isOutageTyped })}
              onRecord={setOutage}
              onTakeBack={setMistaken}
            />
          )}
        </div>
      </Dialog>
      {outage && (
        <RecordOutageDialog
          outage={outage}
          onAnswer={(isWanted) => {
            setOutage(null);
            if (isWanted) void acts.recordOutage(outage);
          }}
        />
      )}
      {mistaken && (
        <TakeOutageBackDialog
          outage={mistaken}
          keep={(reason) => acts.takeBackOutage(mistaken, reason)}
          onClose={() => setMistaken(null)}
        />
      )}
      {isAsking && (
        <Dialog
          title="Unsaved changes"
          onClose={() => setIsAsking(false)}
          actions={[
            { name: "Close without it", onPress: onClose },
            { name: "Back", isMain: true, onPress: () => setIsAsking(false) },
          ]}
        >
          <p>What you typed has been neither added nor recorded.</p>
        </Dialog>
      )}
    </>
  );
}

interface BankHolidaysProps {
  readonly year: number;
  readonly nations: WorkingDays["nations"];
  readonly onYear: (year: number) => void;
}

function BankHolidays({ year, nations, onYear }: BankHolidaysProps) {
  return (
    <section aria-label="Bank holidays">
      <div className="h2row">
        <h3 className="strong">{`Bank holidays ${year}`}</h3>
        <span className="acts">
          <ActionButton name={String(year - 1)} fullName="The year before" small onPress={() => onYear(year - 1)} />
          <ActionButton name={String(year + 1)} fullName="The year after" small onPress={() => onYear(year + 1)} />
        </span>
      </div>
      {nations.map(({ nation, bankHolidays }) => (
        <div key={nation}>
          <p className="dim">{`In ${NATION_NAMES[nation]}, on weekdays`}</p>
          <ul className="day-list num" aria-label={`Bank holidays in ${NATION_NAMES[nation]} ${year}`}>
            {bankHolidays.map(({ date, name }) => (
              <li key={date}>
                <span>{`${formatDayAndDate(date).slice(0, 3)} ${formatDate(date)}`}</span>
                <span>{name}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface LocalHolidaysProps {
  readonly holidays: WorkingDays["localHolidays"];
  readonly acts: ReturnType<typeof useActs>;
  readonly onTyped: (isTyped: boolean) => void;
}

/** As long as a name that stands in a sum may get. */
const NAME_CHARACTERS = 60;

function LocalHolidays({ holidays, acts, onTyped }: LocalHolidaysProps) {
  const { today } = useSession();
  const ids = useId();
  const [typed, setTyped] = useState({ date: "", name: "" });
  const write = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    onTyped(!isBlank(next.date) || !isBlank(next.name));
  };
  const date = parseTypedDate(typed.date, { today });
  const off = date ? (isBlank(typed.name) ? "Name has to be filled in" : undefined) : "Date is no day yet";
  const add = async () => {
    if (date && (await acts.addHoliday(date, typed.name))) write({ date: "", name: "" });
  };
  return (
    <section aria-label="Local holidays">
      <h3 className="strong">Local holidays of the office</h3>
      {holidays.length === 0 && <p className="quiet">None is listed.</p>}
      <ul className="day-list num" aria-label="Local holidays">
        {holidays.map((holiday) => (
          <li key={holiday.id}>
            <span>{`${formatDayAndDate(holiday.date).slice(0, 3)} ${formatDate(holiday.date)}`}</span>
            <span>{holiday.name}</span>
            <ActionButton
              name="Remove"
              fullName={`Remove ${holiday.name} ${formatDate(holiday.date)}`}
              small
              onPress={() => void acts.removeHoliday(holiday)}
            />
          </li>
        ))}
      </ul>
      <div className="form">
        <DateRow
          id={`${ids}-date`}
          name="Date"
          value={typed.date}
          problem={undefined}
          onChange={(text) => write({ date: text })}
        />
        <FormField
          id={`${ids}-name`}
          label="Name"
          value={typed.name}
          maxLength={NAME_CHARACTERS}
          onChange={(name) => write({ name })}
          onEnter={() => void add()}
        />
        <span />
        <span>
          <ActionButton name="Add" fullName="Add the local holiday" off={off} onPress={() => void add()} />
        </span>
      </div>
    </section>
  );
}

/** What the buttons do, and what came of it. */
function useActs() {
  const [outcome, setOutcome] = useState<{ readonly said?: string; readonly refusal?: AppError }>({});
  const [outagesRecorded, setOutagesRecorded] = useState(0);
  const done = async (what: string, moved: number) => {
    await queryClient.invalidateQueries({ queryKey: ["open-working-days"] });
    setOutcome({
      said: `${what} ${moved === 0 ? "No due date moved." : `${moved} due ${moved === 1 ? "date" : "dates"} moved.`}`,
    });
  };
  return {
    ...outcome,
    outagesRecorded,
    addHoliday: async (date: string, name: string): Promise<boolean> => {
      const answer = await askOnClock("add-local-holiday", { date, name });
      if (answer.ok) await done(`Added: ${name.trim()} ${formatDate(date)}.`, answer.value.moved);
      else setOutcome({ refusal: answer.error });
      return answer.ok;
    },
    removeHoliday: async ({ id, name, date }: WorkingDays["localHolidays"][number]) => {
      const answer = await askOnClock("remove-local-holiday", { holidayId: id });
      if (answer.ok) await done(`Removed: ${name} ${formatDate(date)}.`, answer.value.moved);
      else setOutcome({ refusal: answer.error });
    },
    recordOutage: async (outage: OutageToRecord) => {
      const answer = await askOnClock("record-outage", outage);
      if (!answer.ok) return setOutcome({ refusal: answer.error });
      setOutagesRecorded((count) => count + 1);
      await done("The outage is recorded.", answer.value.moved);
    },
    takeBackOutage: async ({ id: outageId }: RecordedOutage, reason: string): Promise<AppError | undefined> => {
      const answer = await askOnClock("take-back-outage", { outageId, reason });
      if (!answer.ok) return answer.error;
      await done("The outage is taken back.", answer.value.moved);
      return undefined;
    },
  };
}
