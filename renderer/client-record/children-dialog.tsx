import { useEffect, useRef } from "react";
import { AGE_BANDS, childrenByBand } from "../../shared/client-record/pull-through.ts";
import {
  childrenForm,
  formOf,
  mergeChildren,
  type RecordForm,
  readForm,
} from "../../shared/client-record/record-form.ts";
import { partOf } from "../../shared/client-record/record-part.ts";
import { type CivilDate, parseTypedDate, yearsBetween } from "../../shared/dates.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { announce } from "../ui/live-region.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { FormDate } from "./form-rows.tsx";
import { changedWords, type RecordWindowProps, recordTitle, savePart } from "./record-window.ts";
import { WINDOW_NAMES } from "./record-words.ts";
import { type FormEditor, recordFieldId, useFormEditor } from "./use-form-editor.ts";
import { useRecordSituation, useShownClient } from "./use-shown-client.ts";

/** As many as the record holds. */
const MOST_CHILDREN = 50;

/** CBW: each child's date of birth, with the age bands as of today beside them (¶90). */
export function ChildrenDialog({ client: given, onClose }: RecordWindowProps) {
  const shown = useShownClient(given);
  const { client } = shown;
  const situation = useRecordSituation(shown);
  const editor = useFormEditor({
    place: { clientId: client.id, form: "CBW" },
    now: formOf(partOf(client, "CBW"), situation.today),
    merge: mergeChildren,
    check: (form) => readForm("CBW", form, situation).problems,
    send: async (form, saving) => {
      const { part } = readForm("CBW", form, situation);
      return part ? savePart(client, part, saving) : "asked";
    },
    onSaved: () => {
      announce(`Saved. ${WINDOW_NAMES.CBW}`);
      onClose();
    },
  });
  const now = Object.values(editor.beside);
  return (
    <FormDialog
      title={recordTitle("CBW", client)}
      editor={editor}
      size="wide"
      note={changedWords(client, "CBW")}
      onClose={onClose}
    >
      <div className="children">
        <Children editor={editor} />
        <Bands dates={datesOf(editor.form, situation.today)} today={situation.today} />
      </div>
      {editor.isMerged && <p className="why">{`On the record now: ${now.join(", ") || "no children"}.`}</p>}
    </FormDialog>
  );
}

function Children({ editor }: { readonly editor: FormEditor }) {
  const { today } = useSession();
  const names = Object.keys(editor.form);
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current) document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  const write = (dates: readonly string[], focus: string) => {
    wanted.current = focus;
    editor.take(childrenForm(dates));
  };
  const dates = Object.values(editor.form);
  const isFull = names.length >= MOST_CHILDREN;
  return (
    <section aria-label="Children" ref={list}>
      {names.length === 0 && <p className="quiet">No children are recorded.</p>}
      <ul className="children-list">
        {names.map((name, index) => (
          <li key={name}>
            <label htmlFor={recordFieldId(name)}>{`Child ${index + 1}`}</label>
            <FormDate field={{ name, isPast: true }} hint={ageInWords(editor.form[name] ?? "", today)} />
            <ActionButton
              name="Remove"
              fullName={`Remove child ${index + 1}`}
              small
              onPress={() => write(dates.toSpliced(index, 1), ADD_ID)}
            />
          </li>
        ))}
      </ul>
      <span id={ADD_ID} tabIndex={-1}>
        <ActionButton
          name="Add a child"
          small
          autoFocus={names.length === 0}
          off={isFull ? `The record holds ${MOST_CHILDREN} children` : undefined}
          onPress={() => write([...dates, ""], recordFieldId(`Date of birth ${names.length + 1}`))}
        />
      </span>
    </section>
  );
}

const ADD_ID = "record-add-child";

/** How old the child is today, and that from 19 they are counted no longer. */
function ageInWords(typed: string, today: CivilDate): string | undefined {
  const birth = parseTypedDate(typed, { today, neverFuture: true });
  if (!birth || birth > today) return undefined;
  const age = yearsBetween(birth, today);
  return age > OLDEST_COUNTED ? `Aged ${age}: no longer counted from 19` : `Aged ${age}`;
}

const OLDEST_COUNTED = 18;

function datesOf(form: RecordForm, today: CivilDate): CivilDate[] {
  const dates = Object.values(form).map((typed) => parseTypedDate(typed, { today, neverFuture: true }));
  return dates.filter((date) => date !== undefined);
}

function Bands({ dates, today }: { readonly dates: readonly CivilDate[]; readonly today: CivilDate }) {
  const counts = childrenByBand(dates, today);
  return (
    <div className="gridbox">
      <table className="grid plain" aria-label="Children by age today">
        <thead>
          <tr>
            <th scope="col">Age today</th>
            <th scope="col">Children</th>
          </tr>
        </thead>
        <tbody>
          {AGE_BANDS.map(({ band }, index) => (
            <tr key={band}>
              <td>{band}</td>
              <td>{counts[index]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
