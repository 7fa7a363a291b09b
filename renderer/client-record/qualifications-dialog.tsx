import { useEffect, useId, useState } from "react";
import type { Qualification, StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { RecordDraft } from "../../shared/client-record/record-draft.ts";
import { RECORD_ROWS } from "../../shared/client-record/record-fields.ts";
import {
  type FormProblem,
  isSameForm,
  qualificationForm,
  readQualification,
} from "../../shared/client-record/record-form.ts";
import type { RecordSituation } from "../../shared/client-record/record-rules.ts";
import { formatDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { DraftKeptDialog } from "../action-plan/draft-dialogs.tsx";
import { ClockMovedBackDialog } from "../action-plan/plan-dialogs.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FieldProblem } from "../ui/field-problem.tsx";
import { announce } from "../ui/live-region.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { FormRows } from "./form-rows.tsx";
import { changedWords, type RecordWindowProps, recordTitle, savePart } from "./record-window.ts";
import { problemSentence, type Saving, useFormEditor } from "./use-form-editor.ts";
import { dropDraft, findDraft } from "./use-record-draft.ts";
import { useRecordSituation, useShownClient } from "./use-shown-client.ts";

/** As many as the record holds. */
const MOST_ROWS = 200;

/** What is done to the list: a row is added, amended or taken out. */
type Act =
  | { readonly name: "New"; readonly isContinued?: boolean }
  | {
      readonly name: "Amend" | "Remove";
      readonly row: Qualification;
      readonly index: number;
      readonly isContinued?: boolean;
    };

/** Quals: the list with its AP ticks, and a window for a new or amended row; each act is saved by itself (¶20, ¶94). */
export function QualificationsDialog({ client: given, onClose }: RecordWindowProps) {
  const shown = useShownClient(given);
  const { client } = shown;
  const situation = useRecordSituation(shown);
  const [act, setAct] = useState<Act>();
  const back = () => setAct(undefined);
  const { today } = useSession();
  const place = { clientId: client.id, form: "Quals" } as const;
  const [draft, setDraft] = useState<RecordDraft>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the window opens
  useEffect(() => {
    void findDraft(place).then(setDraft);
  }, []);
  if (draft) {
    const decide = (isContinued: boolean) => {
      setDraft(undefined);
      if (isContinued) setAct({ ...actOf(client.qualifications, draft), isContinued });
      else void dropDraft(place);
    };
    return <DraftKeptDialog keptAt={draft.keptAt} today={today} onAnswer={decide} />;
  }
  if (act?.name === "Remove") return <RemoveDialog client={client} {...act} onClose={back} />;
  if (act) return <QualificationDialog given={given} act={act} onClose={back} />;
  return <ListDialog client={client} situation={situation} onAct={setAct} onClose={onClose} />;
}

/** What was being done when a draft was kept: the row it was typed over is amended, or, if it is not there, a new one made. */
function actOf(rows: readonly Qualification[], { content }: RecordDraft): Act {
  const index = rows.findIndex((row) => isSameForm(qualificationForm(row), content.before));
  const row = rows[index];
  return row ? { name: "Amend", row, index } : { name: "New" };
}

interface ListDialogProps extends RecordWindowProps {
  readonly situation: RecordSituation;
  readonly onAct: (act: Act) => void;
}

function ListDialog({ client, situation, onAct, onClose }: ListDialogProps) {
  const rows = client.qualifications;
  const saving = useSavedAtOnce(client);
  const tick = (row: Qualification, index: number) =>
    void saving.save(rows.with(index, { ...row, onPlan: !row.onPlan }), () =>
      announce(`${nameOf(row, index)}: ${row.onPlan ? "off" : "on"} the Action Plan`),
    );
  if (saving.question) return saving.question;
  return (
    <Dialog
      title={recordTitle("Quals", client)}
      size="wide"
      onClose={onClose}
      note={changedWords(client, "Quals")}
      actions={[
        {
          name: "New",
          off: rows.length >= MOST_ROWS ? `The record holds ${MOST_ROWS} rows` : undefined,
          onPress: () => onAct({ name: "New" }),
        },
        { name: "Close", onPress: onClose },
      ]}
    >
      {rows.length === 0 && <p>No qualifications or assessments are recorded.</p>}
      {rows.length > 0 && (
        <div className="gridbox">
          <table className="grid plain quals-list" aria-label="Qualifications and Assessments">
            <thead>
              <tr>
                {["Level", "Subject", "Outcome", "Date Completed", "Kind", "AP", "Change"].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <Row
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and stay in their order
                  key={index}
                  row={row}
                  name={nameOf(row, index)}
                  problems={readQualification(qualificationForm(row), situation).problems}
                  onTick={() => tick(row, index)}
                  onAct={(name) => onAct({ name, row, index })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="why">
        AP: shown on the Action Plan. Basic Skills Assessments never go to the plan. A tick is saved at once.
      </p>
      {saving.error && <Refusal error={saving.error} />}
    </Dialog>
  );
}

/** Saves a list without a form, one act at a time, and asks where the clock moved back (DT-2). */
function useSavedAtOnce(client: StoredClientRecord) {
  const [error, setError] = useState<AppError>();
  const [goOn, setGoOn] = useState<() => void>();
  const [isSaving, setIsSaving] = useState(false);
  const save = async (rows: Qualification[], onSaved: () => void, isClockConfirmed = false): Promise<void> => {
    if (isSaving) return;
    setIsSaving(true);
    const refused = await saveRows(client, rows, { isClockConfirmed });
    setIsSaving(false);
    setError(refused);
    setGoOn(() => () => void save(rows, onSaved, true));
    if (!refused) onSaved();
  };
  const answer = (goesOn: boolean) => {
    setError(undefined);
    if (goesOn) goOn?.();
  };
  const question = error?.code === "clock-moved-back" ? <ClockMovedBackDialog error={error} onAnswer={answer} /> : null;
  return { error, question, save };
}

interface RowProps {
  readonly row: Qualification;
  readonly name: string;
  /** What is to be put right in it; until then it holds up no other row. */
  readonly problems: readonly FormProblem[];
  readonly onTick: () => void;
  readonly onAct: (act: "Amend" | "Remove") => void;
}

function Row({ row, name, problems, onTick, onAct }: RowProps) {
  const says = `${useId()}-says`;
  return (
    <>
      <tr aria-describedby={problems.length > 0 ? says : undefined}>
        <td className="wrap">{row.level}</td>
        <td className="wrap">{row.subject}</td>
        <td className="wrap">{row.outcome}</td>
        <td className="wrap">{formatDate(row.completed)}</td>
        <td className="wrap">{row.kind === "qualification" ? "Qualification" : "Basic Skills Assessment"}</td>
        <td className="wrap">
          {row.kind === "qualification" && (
            <label className="tick">
              <input type="checkbox" checked={row.onPlan} aria-label={`AP: ${name}`} onChange={onTick} />
            </label>
          )}
        </td>
        <td className="wrap">
          <div className="acts">
            <ActionButton name="Amend" fullName={`Amend ${name}`} small onPress={() => onAct("Amend")} />
            <ActionButton name="Remove" fullName={`Remove ${name}`} small onPress={() => onAct("Remove")} />
          </div>
        </td>
      </tr>
      {problems.length > 0 && (
        <tr>
          <td className="wrap" colSpan={7} id={says}>
            {problems.map((problem) => (
              <FieldProblem
                key={problem.field}
                id={`${says}-${problem.field}`}
                problem={`${name}, ${problem.field}: ${problemSentence(problem)}`}
              />
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

/** What a row is called in what is said of it. */
function nameOf({ level, subject }: Qualification, index: number): string {
  return [level, subject].filter(Boolean).join(" ") || `row ${index + 1}`;
}

function RemoveDialog({
  client,
  row,
  index,
  onClose,
}: RecordWindowProps & { readonly row: Qualification; readonly index: number }) {
  const saving = useSavedAtOnce(client);
  const place = placeOf(client.qualifications, row, index);
  const remove = () =>
    void saving.save(client.qualifications.toSpliced(place, 1), () => {
      announce(`Removed. ${nameOf(row, index)}`);
      onClose();
    });
  if (saving.question) return saving.question;
  return (
    <Dialog
      title="Remove from the record"
      onClose={onClose}
      actions={[
        {
          name: "Remove",
          off: place < 0 ? "It was changed or removed elsewhere" : undefined,
          onPress: remove,
        },
        { name: "Cancel", isMain: true, onPress: onClose },
      ]}
    >
      <p>{`${nameOf(row, index)} goes from the client record${row.onPlan ? " and, at its next save, from the Action Plan" : ""}.`}</p>
      {saving.error && <Refusal error={saving.error} />}
    </Dialog>
  );
}

interface QualificationDialogProps {
  readonly given: StoredClientRecord;
  readonly act: Act;
  readonly onClose: () => void;
}

/** New and Amend: one row in a window of its own, with the AP box too (¶20). */
function QualificationDialog({ given, act, onClose }: QualificationDialogProps) {
  const shown = useShownClient(given);
  const { client } = shown;
  const situation = useRecordSituation(shown);
  const rows = client.qualifications;
  const isAmended = act.name !== "New";
  const { place, row: stored } = useFollowedRow(rows, act);
  const editor = useFormEditor({
    place: { clientId: client.id, form: "Quals", isWanted: act.isContinued === true },
    now: qualificationForm(stored),
    check: (form) => readQualification(form, situation).problems,
    send: async (form, saving) => {
      const { row } = readQualification(form, situation);
      if (!row) return "asked";
      const own = place < 0 ? rows.length : place;
      const refused = await saveRows(client, rows.toSpliced(own, 1, row), saving);
      return refused && withoutNumbers(refused);
    },
    onSaved: () => {
      announce(`Saved. ${isAmended ? "Amended" : "New"} qualification`);
      onClose();
    },
  });
  const isAssessment = editor.form.Kind === "basic-skills";
  const formRows = RECORD_ROWS.Qualification.filter(([field]) => field?.name !== "AP" || !isAssessment);
  return (
    <FormDialog
      title={isAmended ? "Amend qualification" : "New qualification"}
      editor={editor}
      onClose={onClose}
      {...(isAmended && place < 0 ? { note: "It was removed elsewhere; Save adds it again" } : {})}
    >
      <FormRows rows={formRows} />
      {isAssessment && <p className="why">Basic Skills Assessments never go to the plan.</p>}
    </FormDialog>
  );
}

/** A refusal whose problems go by the form's own fields: only the row that was sent changed can have any. */
function withoutNumbers(error: AppError): AppError {
  if (error.code !== "record-refused") return error;
  const problems = error.problems.map(({ field, reason }) => ({ field: field.replace(/ \d+$/, ""), reason }));
  return { ...error, problems };
}

/**
 * Where the row that is amended stands now, though others were taken out above it or it was saved elsewhere; -1 for a new
 * one, and for one that was taken out, which Save adds anew so that what is typed is not lost.
 */
function useFollowedRow(rows: readonly Qualification[], act: Act) {
  const [at, setAt] = useState(
    act.name === "New" ? { rows, place: -1, row: null } : { rows, place: act.index, row: act.row },
  );
  if (at.rows === rows || !at.row) return at;
  const found = placeOf(rows, at.row, at.place);
  const place = found < 0 && rows.length === at.rows.length ? at.place : found;
  const next = { rows, place, row: rows[place] ?? at.row };
  setAt(next);
  return next;
}

/** Where a row that says the same stands, in its old place if it can be; -1 where there is none. */
function placeOf(rows: readonly Qualification[], row: Qualification, index: number): number {
  const isIt = (candidate: Qualification | undefined) => JSON.stringify(candidate) === JSON.stringify(row);
  return isIt(rows[index]) ? index : rows.findIndex(isIt);
}

function saveRows(
  client: StoredClientRecord,
  qualifications: Qualification[],
  saving: Saving,
): Promise<AppError | undefined> {
  return savePart(client, { window: "Quals", qualifications }, saving);
}
