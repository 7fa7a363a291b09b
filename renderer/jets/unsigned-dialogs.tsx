import { useId, useState } from "react";
import { isSameForm } from "../../shared/client-record/record-form.ts";
import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import { annotationsInUse } from "../../shared/jets/contract-terms.ts";
import { isBlank } from "../../shared/text.ts";
import { useRecordDraft } from "../client-record/use-record-draft.ts";
import { useSession } from "../session.ts";
import { DateField } from "../ui/date-field.tsx";
import { KeptDialog } from "../ui/kept-dialog.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { type SigningDialogProps, useSigning } from "./signing.ts";

/** Records a signature on a printed copy, with its day. */
export function PaperDialog(props: SigningDialogProps) {
  const { today } = useSession();
  const [typed, setTyped] = useState("");
  const id = useId();
  const { signer, signedWords, sign } = useSigning(props);
  const signedOn = parseTypedDate(typed, { today });
  const isTooLate = signedOn !== undefined && signedOn > today;
  const problem = isTooLate ? "Lies in the future" : typed !== "" && !signedOn ? "Type a day as dd/mm/yyyy" : undefined;
  return (
    <KeptDialog
      title="Signed on paper"
      act="Record"
      off={signedOn && !isTooLate ? undefined : "The day of the signature is missing"}
      isUnsaved={typed !== ""}
      keep={() => sign({ manner: "paper", signedOn: signedOn ?? null }, "Signature on paper recorded")}
      onClose={props.onClose}
    >
      <p>{`${signer} has signed ${signedWords} on a printed copy. Keep the copy with the records.`}</p>
      <div className="form-row check-date">
        <label className="strong" htmlFor={id}>
          Date signed
        </label>
        <DateField
          id={id}
          label="Date signed"
          value={signedOn ? formatDate(signedOn) : typed}
          today={today}
          latest={today}
          problem={problem}
          onChange={setTyped}
        />
      </div>
    </KeptDialog>
  );
}

const MANNERS = [
  { manner: "refused", words: "Refused to sign" },
  { manner: "could-not", words: "Could not sign" },
] as const;

const HAPPENED = "What happened";
const ANNOTATION = "Annotation";
const REASON = "Reason";
const NOTHING = { [HAPPENED]: "", [ANNOTATION]: "", [REASON]: "" };

/** Records why there is no signature (4.05); an annotation that is in use today can stand for the reason (4.04). */
export function NotSignedDialog(props: SigningDialogProps) {
  const { today, policy } = useSession();
  const [typed, setTyped] = useState(NOTHING);
  const ids = useId();
  const { signer, signedWords, sign } = useSigning(props);
  const { clientId, subject, interactionId } = props.subject;
  const inUse = annotationsInUse(props.subject.terms, today);
  const manner = MANNERS.find((each) => each.manner === typed[HAPPENED])?.manner ?? null;
  const reason = typed[REASON];
  // One that was kept may be out of use by now.
  const annotation = inUse.find(({ code }) => code === typed[ANNOTATION])?.code ?? "";
  const isUnsaved = !isSameForm(typed, NOTHING);
  const draft = useRecordDraft(
    { clientId, form: `Not signed: ${props.party}, ${interactionId ?? subject}` },
    {
      typed: isUnsaved ? { form: typed, before: NOTHING } : null,
      takeBack: ({ form }) => {
        setTyped({ ...NOTHING, ...form });
        return true;
      },
    },
  );
  const isReasonGiven = !isBlank(reason) || annotation !== "";
  const off = manner === null ? "Choose which it is" : isReasonGiven ? undefined : "The reason is missing";
  return (
    <KeptDialog
      title="Not signed"
      act="Record"
      off={off}
      isUnsaved={isUnsaved}
      draft={draft}
      keep={async () =>
        manner
          ? sign(
              { manner, reason, annotation: annotation || null, savedDraft: draft.saved() },
              "Recorded as not signed",
            )
          : undefined
      }
      onClose={props.onClose}
    >
      <p>{`${signer} does not sign ${signedWords}.`}</p>
      <fieldset className="form-row">
        <legend>{HAPPENED}</legend>
        {MANNERS.map(({ manner: option, words }, index) => (
          <label className="radio" key={option}>
            <input
              type="radio"
              name={`${ids}-manner`}
              checked={manner === option}
              data-autofocus={index === 0 || undefined}
              onChange={() => setTyped({ ...typed, [HAPPENED]: option })}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      {inUse.length > 0 && (
        <div className="form-row">
          <label className="strong" htmlFor={`${ids}-annotation`}>
            {ANNOTATION}
          </label>
          <SelectField
            id={`${ids}-annotation`}
            label={ANNOTATION}
            value={annotation}
            options={[{ value: "", name: "None" }, ...inUse.map(({ code, words }) => ({ value: code, name: words }))]}
            help="It stands for the reason, and is printed on the plan"
            onChange={(code) => setTyped({ ...typed, [ANNOTATION]: code })}
          />
        </div>
      )}
      <TextBox
        id={`${ids}-reason`}
        label={REASON}
        caption={annotation ? `${REASON} (may stay empty)` : REASON}
        value={reason}
        limit={policy.signingReasonCharacters}
        onChange={(words) => setTyped({ ...typed, [REASON]: words })}
      />
    </KeptDialog>
  );
}
