import {
  type ActivityDetails,
  noDetails,
  type SmartLetter,
  smartLetterSchema,
  type UnderstandingPart,
  understandingPartSchema,
} from "../../shared/jets/activity-details.ts";
import { countTicked, LETTER_NAMES, PART_NAMES } from "../../shared/jets/activity-rules.ts";
import { isBlank } from "../../shared/text.ts";
import { Icon } from "../ui/icons.tsx";
import { type DetailField, SupportNeeds } from "./activity-dialog.tsx";
import type { JetsPanelProps } from "./panel-props.ts";
import { useActivityDetails } from "./use-activity-details.ts";
import { firstName, useActivityDialog } from "./use-activity-dialog.tsx";

/** Beside an activity: the support needs, what is understood, and the letters of SMART with their reasons (4.05). */
export function ActivityPanel(props: JetsPanelProps) {
  const { window, itemId, terms } = props;
  const opened = useActivityDetails(window.client.id);
  const { dialog, open, off } = useActivityDialog(props);
  if (!opened) return null;
  const item = window.plan?.items.find(({ id }) => id === itemId);
  const details = opened.details.find((each) => each.itemId === itemId) ?? noDetails(itemId ?? "");
  const parts = { details, onOpen: off === undefined ? open : undefined };
  return (
    <>
      <section>
        <h2>Support needs</h2>
        <SupportNeeds supportNeeds={opened.supportNeeds} />
        {item && <Considered {...parts} />}
      </section>
      {item ? (
        <>
          <Understood {...parts} name={firstName(window.client.forenames)} />
          <Smart {...parts} />
        </>
      ) : (
        <section>
          <p className="dim">{`What, Why, When and SMART are recorded on an ${terms.words.item.toLowerCase()} that is saved and selected.`}</p>
        </section>
      )}
      {dialog}
    </>
  );
}

interface PartsProps {
  readonly details: ActivityDetails;
  /** Opens the dialog at a field; left out where the activity is closed. */
  readonly onOpen: ((field: DetailField) => void) | undefined;
}

function Considered({ details: { considered }, onOpen }: PartsProps) {
  return (
    <div className="considered">
      <p className="cap dim">
        How this was considered
        {!isBlank(considered) && (
          <OpenLink field="considered" words="Change" about="how this was considered" onOpen={onOpen} />
        )}
      </p>
      {isBlank(considered) ? (
        <OpenLink field="considered" words="Say how this was considered" onOpen={onOpen} />
      ) : (
        <p>{considered}</p>
      )}
    </div>
  );
}

function Understood({ details, name, onOpen }: PartsProps & { readonly name: string }) {
  return (
    <section>
      <h2>
        {`Understood by ${name}`}
        {!isBlank(details.what.text) && (
          <OpenLink field="what" words="Change" about="what is understood" onOpen={onOpen} />
        )}
      </h2>
      <ul className="steps">
        {understandingPartSchema.options.map((part) => (
          <PartLine key={part} part={part} details={details} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

const SAY: Readonly<Record<UnderstandingPart, string>> = {
  what: "Say what is asked",
  why: "Say why",
  when: "Say by when",
};

function PartLine({ part, details, onOpen }: PartsProps & { readonly part: UnderstandingPart }) {
  const { text, understoodOn } = details[part];
  const isUnderstood = understoodOn !== null;
  return (
    <li className={isUnderstood ? "done" : undefined}>
      <Icon name={isUnderstood ? "check" : "right"} />
      <span className="num">
        <span className="sr">{isUnderstood ? "Understood: " : "Not confirmed yet: "}</span>
        <b>{PART_NAMES[part]}</b> {text}
        {text === "" && <OpenLink field={part} words={SAY[part]} onOpen={onOpen} />}
        {text !== "" && !isUnderstood && <OpenLink field={part} words="Not confirmed yet" onOpen={onOpen} />}
      </span>
    </li>
  );
}

function Smart({ details, onOpen }: PartsProps) {
  return (
    <section>
      <h2>
        SMART <span className="cap quiet num">{`${countTicked(details)} of ${smartLetterSchema.options.length}`}</span>
      </h2>
      <ul className="letters">
        {smartLetterSchema.options.map((letter) => (
          <LetterLine key={letter} letter={letter} details={details} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function LetterLine({ letter, details, onOpen }: PartsProps & { readonly letter: SmartLetter }) {
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
          {name} <span className={isTicked ? "good" : undefined}>{isTicked ? "Ticked" : "Open"}</span>
        </div>
        {isTicked ? (
          <p>{reason}</p>
        ) : (
          <p>
            <OpenLink field={letter} words="Add a short reason" about={name} onOpen={onOpen} />
          </p>
        )}
      </div>
    </li>
  );
}

interface OpenLinkProps {
  readonly field: DetailField;
  readonly words: string;
  /** What it is about, for whoever hears the link alone. */
  readonly about?: string | undefined;
  readonly onOpen: PartsProps["onOpen"];
}

function OpenLink({ field, words, about, onOpen }: OpenLinkProps) {
  if (!onOpen) return null;
  return (
    <button type="button" className="link cap" aria-haspopup="dialog" onClick={() => onOpen(field)}>
      {words}
      {about && <span className="sr">{` for ${about}`}</span>}
    </button>
  );
}
