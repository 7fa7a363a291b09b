import { useId, useState } from "react";
import type { ActionItem } from "../../shared/action-plan/action-plan.ts";
import { isSameForm } from "../../shared/client-record/record-form.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import { formatDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import {
  type ActivityDetails,
  noDetails,
  type SmartLetter,
  smartLetterSchema,
  type UnderstandingPart,
  understandingPartSchema,
} from "../../shared/jets/activity-details.ts";
import { detailsOfForm, formOfDetails } from "../../shared/jets/activity-form.ts";
import {
  CONSIDERED,
  coachOfActivity,
  LETTER_NAMES,
  PART_NAMES,
  typedOver,
  withPartText,
} from "../../shared/jets/activity-rules.ts";
import { isBlank } from "../../shared/text.ts";
import { LineField } from "../client-record/line-field.tsx";
import { useRecordDraft } from "../client-record/use-record-draft.ts";
import { useAskOnClock } from "../clock-question.tsx";
import { ask } from "../requests.ts";
import { useSession } from "../session.ts";
import { KeptDialog } from "../ui/kept-dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { TextBox } from "../ui/text-box.tsx";

/** A field of the dialog. */
export type DetailField = UnderstandingPart | SmartLetter | "considered";

interface ActivityDialogProps {
  readonly title: string;
  readonly clientId: string;
  readonly item: ActionItem;
  readonly opened: RequestOutput<"open-activity-details">;
  /** The field that takes the focus. */
  readonly field: DetailField;
  /** What the participant is called here, and the day of the next appointment, for the coach. */
  readonly context: { readonly clientName: string; readonly nextAppointment: string | null };
  readonly onClose: () => void;
}

/** An activity in detail: What, Why and When, how needs were considered, and the five reasons of SMART (4.05). */
export function ActivityDialog({ title, clientId, item, opened, field, context, onClose }: ActivityDialogProps) {
  const given = opened.details.find(({ itemId }) => itemId === item.id) ?? noDetails(item.id);
  const [base, setBase] = useState(given);
  const [details, setDetails] = useState(given);
  const [saved, setSaved] = useState<ActivityDetails>();
  const saving = useAskOnClock("save-activity-details");
  const isUnsaved = JSON.stringify(details) !== JSON.stringify(base);
  const draft = useRecordDraft(
    { clientId, form: `Activity in detail: ${item.id}` },
    {
      typed: isUnsaved ? { form: formOfDetails(details), before: formOfDetails(base) } : null,
      takeBack: (kept) => {
        const before = detailsOfForm(item.id, kept.before);
        const merged = typedOver(base, before, detailsOfForm(item.id, kept.form));
        setDetails(merged);
        if (!isSameForm(kept.before, formOfDetails(base))) setSaved(base);
        return !isSameForm(formOfDetails(merged), formOfDetails(base));
      },
    },
  );
  const keep = async (): Promise<AppError | undefined> => {
    const answer = await saving.mutateAsync({
      clientId,
      itemId: item.id,
      opened: base,
      details,
      savedDraft: draft.saved(),
    });
    if (answer.ok) {
      announce(`Saved. ${title}`);
      return undefined;
    }
    if (answer.error.code === "record-changed") {
      const now = await ask("open-activity-details", { clientId });
      if (!now.ok) return now.error;
      const theirs = now.value.details.find(({ itemId }) => itemId === item.id) ?? noDetails(item.id);
      setDetails(typedOver(theirs, base, details));
      setBase(theirs);
      setSaved(theirs);
    }
    return answer.error;
  };
  const parts = { details, saved, field, context, onChange: setDetails };
  return (
    <KeptDialog
      title={title}
      act="Save"
      off={isUnsaved ? undefined : "Nothing has changed"}
      isUnsaved={isUnsaved}
      draft={draft}
      size="wide"
      keep={keep}
      onClose={onClose}
    >
      <p className="about">{item.text}</p>
      <div className="in-detail">
        <div>
          {understandingPartSchema.options.map((part) => (
            <PartFields key={part} {...parts} part={part} />
          ))}
          <Considered {...parts} supportNeeds={opened.supportNeeds} />
        </div>
        <SmartFields {...parts} item={item} />
      </div>
    </KeptDialog>
  );
}

interface FieldsProps extends Pick<ActivityDialogProps, "field" | "context"> {
  readonly details: ActivityDetails;
  /** What another saved meanwhile, to be seen beside what is typed. */
  readonly saved: ActivityDetails | undefined;
  readonly onChange: (details: ActivityDetails) => void;
}

const ASKED: Readonly<Record<UnderstandingPart, string>> = {
  what: "what is asked",
  why: "why it is asked",
  when: "by when it is to be done",
};

function PartFields({
  part,
  details,
  saved,
  field,
  context,
  onChange,
}: FieldsProps & { readonly part: UnderstandingPart }) {
  const { policy, today } = useSession();
  const id = useId();
  const { text, understoodOn } = details[part];
  const since = understoodOn ? ` (${formatDate(understoodOn)})` : "";
  return (
    <div className="part">
      <TextBox
        id={id}
        label={PART_NAMES[part]}
        caption={PART_NAMES[part]}
        value={text}
        limit={policy.activityPartCharacters}
        autoFocus={field === part}
        onChange={(typed) => onChange({ ...details, [part]: withPartText(details[part], typed) })}
      />
      <Theirs mine={text} theirs={saved?.[part].text} />
      <label className="tick">
        <input
          type="checkbox"
          checked={understoodOn !== null}
          disabled={isBlank(text)}
          onChange={(event) =>
            onChange({ ...details, [part]: { text, understoodOn: event.target.checked ? today : null } })
          }
        />
        <span>{`${context.clientName} understands ${ASKED[part]}${since}`}</span>
      </label>
    </div>
  );
}

function Considered({
  details,
  saved,
  field,
  onChange,
  supportNeeds,
}: FieldsProps & { readonly supportNeeds: string }) {
  const { policy } = useSession();
  const id = useId();
  return (
    <div className="part">
      <SupportNeeds supportNeeds={supportNeeds} />
      <TextBox
        id={id}
        label={CONSIDERED}
        caption={CONSIDERED}
        value={details.considered}
        limit={policy.consideredCharacters}
        autoFocus={field === "considered"}
        onChange={(considered) => onChange({ ...details, considered })}
      />
      <Theirs mine={details.considered} theirs={saved?.considered} />
    </div>
  );
}

/** The participant's additional support needs, in view while an activity is set. */
export function SupportNeeds({ supportNeeds }: { readonly supportNeeds: string }) {
  if (isBlank(supportNeeds)) return <p className="dim">No support needs are recorded.</p>;
  return (
    <div className="note-card">
      <p>{supportNeeds}</p>
    </div>
  );
}

function SmartFields({ item, ...props }: FieldsProps & { readonly item: ActionItem }) {
  const advice = coachOfActivity(item, props.context);
  return (
    <fieldset className="smart-reasons">
      <legend>SMART: a short reason ticks a letter</legend>
      <ul className="letters">
        {smartLetterSchema.options.map((letter) => (
          <LetterField key={letter} {...props} letter={letter} advice={advice[letter]?.sentence} />
        ))}
      </ul>
    </fieldset>
  );
}

interface LetterFieldProps extends FieldsProps {
  readonly letter: SmartLetter;
  readonly advice: string | undefined;
}

function LetterField({ letter, advice, details, saved, field, onChange }: LetterFieldProps) {
  const { policy } = useSession();
  const id = useId();
  const reason = details.smart[letter];
  const isTicked = !isBlank(reason);
  const name = LETTER_NAMES[letter];
  return (
    <li className={isTicked ? "has" : "not"}>
      <span className="l" aria-hidden="true">
        {name[0]}
      </span>
      <div>
        <div className="t">
          <label htmlFor={id}>{name}</label>
          <span className={isTicked ? "good" : undefined}>{isTicked ? "Ticked" : "Open"}</span>
        </div>
        <LineField
          id={id}
          label={name}
          value={reason}
          limit={policy.smartReasonCharacters}
          autoFocus={field === letter}
          hint={advice && `Coach: ${advice}`}
          onChange={(typed) => onChange({ ...details, smart: { ...details.smart, [letter]: typed } })}
        />
        <Theirs mine={reason} theirs={saved?.smart[letter]} />
      </div>
    </li>
  );
}

/** What another saved in a field meanwhile, where it is not what is typed. */
function Theirs({ mine, theirs }: { readonly mine: string; readonly theirs: string | undefined }) {
  if (theirs === undefined || theirs === mine) return null;
  return <p className="why">{theirs === "" ? "Saved meanwhile: nothing" : `Saved meanwhile: ${theirs}`}</p>;
}
