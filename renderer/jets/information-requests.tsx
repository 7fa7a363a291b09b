import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import {
  type InformationRequest,
  REQUESTED_FORM_NAMES,
  type RequestedForm,
  requestedFormSchema,
} from "../../shared/jets/interaction.ts";
import { INTERACTION_FIELDS, informationRequestProblems } from "../../shared/jets/interaction-rules.ts";
import { useAskOnClock } from "../clock-question.tsx";
import { FormSelect } from "../entry/form-field.tsx";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { DataGrid, type GridColumn } from "../ui/data-grid.tsx";
import { DateField } from "../ui/date-field.tsx";
import { announce } from "../ui/live-region.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { requestCells } from "./interaction-words.ts";
import { dateProblem } from "./new-interaction.tsx";
import { RecordFormDialog } from "./record-form-dialog.tsx";
import { recordFieldId, useRecordForm } from "./use-record-form.ts";

const COLUMNS: readonly GridColumn[] = [
  { heading: "Asked on", width: "6.25rem" },
  { heading: "Form preferred", width: "9rem" },
  { heading: "Given", width: "14rem" },
  { heading: "Note" },
];

interface RequestListProps {
  readonly requests: readonly InformationRequest[];
  readonly selectedId: string | null;
  readonly onSelect: (requestId: string) => void;
  readonly onAnswer: (request: InformationRequest) => void;
}

/** What the participant asked for, newest day first, each answered from here (4.07). */
export function RequestList({ requests, selectedId, onSelect, onAnswer }: RequestListProps) {
  const selected = requests.find(({ id }) => id === selectedId) ?? requests[0];
  const answer = () => selected?.answer === null && onAnswer(selected);
  return (
    <>
      <DataGrid
        label="Copies asked for"
        columns={COLUMNS}
        rows={requests.map((each) => ({ id: each.id, cells: requestCells(each) }))}
        selectedId={selected?.id ?? null}
        empty="No copy has been asked for yet."
        onSelect={onSelect}
        onOpen={answer}
      />
      {selected && (
        <section className="interaction" aria-label="The selected request">
          <h3 className="num">{`${formatDate(selected.askedOn)}: ${REQUESTED_FORM_NAMES[selected.form].toLowerCase()}`}</h3>
          {selected.note !== "" && <p className="written">{selected.note}</p>}
          <p className="attach">
            <ActionButton
              name="Answer"
              fullName="Give the copy that was asked for"
              off={selected.answer ? `It was answered on ${formatDate(selected.answer.answeredOn)}` : undefined}
              onPress={answer}
            />
            <span className="cap quiet">
              Prints or saves the plan. Once the copy is given, the request is answered.
            </span>
          </p>
        </section>
      )}
    </>
  );
}

interface TypedRequest {
  readonly date: string;
  readonly form: RequestedForm;
  readonly note: string;
}

const FORMS = requestedFormSchema.options.map((value) => ({ value, name: REQUESTED_FORM_NAMES[value] }));

interface NewRequestProps {
  readonly clientId: string;
  readonly referredOn: string | null;
  readonly onRecorded: (requestId: string) => void;
  readonly onClose: () => void;
}

/** Records that the participant asked for the information in the plan, with the form preferred. */
export function NewRequest({ clientId, referredOn, onRecorded, onClose }: NewRequestProps) {
  const { today, policy } = useSession();
  const adding = useAskOnClock("add-information-request");
  const limit = policy.noteCharacters;
  const read = ({ date, form, note }: TypedRequest) => ({
    askedOn: parseTypedDate(date, { today }) ?? null,
    form,
    note,
  });
  const fields = INTERACTION_FIELDS;
  const form = useRecordForm<TypedRequest>({
    place: { clientId, form: "New request for a copy" },
    names: { date: fields.askedOn, form: fields.form, note: fields.note },
    initial: { date: formatDate(today), form: "paper", note: "" },
    check: (typed) => informationRequestProblems(read(typed), { today, referredOn, limit }),
    send: async (typed, savedDraft) => {
      const { askedOn, ...rest } = read(typed);
      if (askedOn === null) throw new Error("Something is still to be put right");
      const answer = await adding.mutateAsync({ clientId, askedOn, ...rest, savedDraft });
      if (answer.ok) announce("The request is recorded");
      return answer;
    },
    onRecorded,
  });
  const { typed, write, problemOf } = form;
  const id = (field: keyof typeof fields) => recordFieldId(fields[field]);
  return (
    <RecordFormDialog title="New request for a copy" form={form} onClose={onClose}>
      <div className="form">
        <label htmlFor={id("askedOn")}>{fields.askedOn}</label>
        <DateField
          id={id("askedOn")}
          label={fields.askedOn}
          value={typed.date}
          today={today}
          earliest={referredOn ?? undefined}
          latest={today}
          problem={dateProblem(typed.date, today, problemOf(fields.askedOn))}
          onChange={(text) => write({ date: formatDate(parseTypedDate(text, { today })) || text })}
        />
        <FormSelect
          id={id("form")}
          label={fields.form}
          value={typed.form}
          options={FORMS}
          onChange={(chosen) => write({ form: chosen })}
        />
      </div>
      <div className="interaction-text">
        <TextBox
          id={id("note")}
          label={fields.note}
          caption={fields.note}
          value={typed.note}
          limit={limit}
          problem={problemOf(fields.note)}
          onChange={(note) => write({ note })}
        />
      </div>
    </RecordFormDialog>
  );
}
