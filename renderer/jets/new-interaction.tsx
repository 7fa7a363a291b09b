import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import {
  INTERACTION_KIND_NAMES,
  type InteractionKind,
  interactionKindSchema,
  MEETING_MEANS_NAMES,
} from "../../shared/jets/interaction.ts";
import { INTERACTION_FIELDS, interactionProblems } from "../../shared/jets/interaction-rules.ts";
import { type MeetingMeans, meetingMeansSchema } from "../../shared/jets/participant.ts";
import { useAskOnClock } from "../clock-question.tsx";
import { FormSelect } from "../entry/form-field.tsx";
import { useSession } from "../session.ts";
import { DateField } from "../ui/date-field.tsx";
import { announce } from "../ui/live-region.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { RecordFormDialog } from "./record-form-dialog.tsx";
import { type RecordForm, recordFieldId, useRecordForm } from "./use-record-form.ts";

/** A choice beside the means themselves. */
const NOT_SAID = "not-said";

interface TypedInteraction {
  readonly date: string;
  readonly kind: InteractionKind | null;
  readonly means: MeetingMeans | typeof NOT_SAID;
  readonly text: string;
}

const KINDS = interactionKindSchema.options.map((value) => ({ value, name: INTERACTION_KIND_NAMES[value] }));
const MEANS = [
  { value: NOT_SAID, name: "Not said" } as const,
  ...meetingMeansSchema.options.map((value) => ({ value, name: MEETING_MEANS_NAMES[value] })),
];

interface NewInteractionProps {
  readonly clientId: string;
  readonly referredOn: string | null;
  readonly preference: string;
  readonly onRecorded: (interactionId: string) => void;
  readonly onClose: () => void;
}

/** Records an interaction (4.05): when, of which kind, by what means, and what happened. */
export function NewInteraction({ clientId, referredOn, preference, onRecorded, onClose }: NewInteractionProps) {
  const { today, policy } = useSession();
  const adding = useAskOnClock("add-interaction");
  const read = ({ date, kind, means, text }: TypedInteraction) => ({
    happenedOn: parseTypedDate(date, { today }) ?? null,
    kind,
    means: means === NOT_SAID || isWritten(kind) ? null : means,
    text,
  });
  const { happenedOn: date, kind, means, text } = INTERACTION_FIELDS;
  const form = useRecordForm<TypedInteraction>({
    place: { clientId, form: "New interaction" },
    names: { date, kind, means, text },
    initial: { date: formatDate(today), kind: null, means: NOT_SAID, text: "" },
    check: (typed) => interactionProblems(read(typed), { today, referredOn, limit: policy.interactionCharacters }),
    send: async (typed, savedDraft) => {
      const { happenedOn, kind, ...rest } = read(typed);
      if (happenedOn === null || kind === null) throw new Error("Something is still to be put right");
      const answer = await adding.mutateAsync({ clientId, happenedOn, kind, ...rest, savedDraft });
      if (answer.ok) announce("The interaction is recorded. It is not signed yet.");
      return answer;
    },
    onRecorded,
  });
  return (
    <RecordFormDialog
      title="New interaction"
      form={form}
      note="An interaction stays as it was recorded. Files and signatures are added afterwards."
      onClose={onClose}
    >
      <p className="quiet">{preference}</p>
      <InteractionFields form={form} limit={policy.interactionCharacters} referredOn={referredOn} />
    </RecordFormDialog>
  );
}

/** What is written is read, wherever its reader is. */
function isWritten(kind: InteractionKind | null): boolean {
  return kind === "e-mail" || kind === "letter";
}

interface InteractionFieldsProps {
  readonly form: RecordForm<TypedInteraction>;
  readonly limit: number;
  readonly referredOn: string | null;
}

function InteractionFields({ form, limit, referredOn }: InteractionFieldsProps) {
  const { today } = useSession();
  const { typed, write, problemOf } = form;
  const fields = INTERACTION_FIELDS;
  const id = (field: keyof typeof fields) => recordFieldId(fields[field]);
  const choose = (kind: InteractionKind) =>
    write(kind === "telephone" && typed.means === NOT_SAID ? { kind, means: "telephone" } : { kind });
  return (
    <>
      <div className="form">
        <label htmlFor={id("happenedOn")}>{fields.happenedOn}</label>
        <DateField
          id={id("happenedOn")}
          label={fields.happenedOn}
          value={typed.date}
          today={today}
          earliest={referredOn ?? undefined}
          latest={today}
          problem={dateProblem(typed.date, today, problemOf(fields.happenedOn))}
          onChange={(text) => write({ date: formatDate(parseTypedDate(text, { today })) || text })}
        />
        <FormSelect
          id={id("kind")}
          label={fields.kind}
          value={typed.kind}
          options={KINDS}
          problem={problemOf(fields.kind)}
          onChange={choose}
        />
        {!isWritten(typed.kind) && (
          <FormSelect
            id={id("means")}
            label={fields.means}
            value={typed.means}
            options={MEANS}
            problem={problemOf(fields.means)}
            onChange={(means) => write({ means })}
          />
        )}
      </div>
      <div className="interaction-text">
        <TextBox
          id={id("text")}
          label={fields.text}
          caption={fields.text}
          value={typed.text}
          limit={limit}
          problem={problemOf(fields.text)}
          onChange={(text) => write({ text })}
        />
      </div>
    </>
  );
}

/** What is wrong with a date's field, once anything is: that it holds no date comes before that there is none. */
export function dateProblem(typed: string, today: string, problem: string | undefined): string | undefined {
  const isNoDate = typed.trim() !== "" && parseTypedDate(typed, { today }) === undefined;
  return problem && isNoDate ? `'${typed}' is no date; write it as dd/mm/yyyy` : problem;
}
