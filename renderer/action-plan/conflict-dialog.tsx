import { useId, useMemo, useState } from "react";
import type { Plan } from "../../shared/action-plan/action-plan.ts";
import { isApplicable, type Part, partsOf } from "../../shared/action-plan/conflict.ts";
import type { DraftContent } from "../../shared/action-plan/draft.ts";
import { formatMoment } from "../../shared/dates.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { copyOnlyReason, partName, partPlace, sideInWords } from "./draft-words.ts";
import { useKindWords } from "./kind-words-context.ts";

interface ConflictDialogProps {
  readonly content: DraftContent;
  /** As it is saved now. */
  readonly plan: Plan | null;
  /** The keys of the parts to put on it; null to decide later. */
  readonly onAnswer: (chosen: ReadonlySet<string> | null) => void;
}

type Choice = "apply" | "leave-out";

/** Both versions side by side, part by part; nothing is dropped that the adviser has not decided on. */
export function ConflictDialog({ content, plan, onAnswer }: ConflictDialogProps) {
  const parts = useMemo(() => partsOf(content, plan), [content, plan]);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>(() => clearChoices(parts));
  const open = parts.filter((part) => isApplicable(part) && choices[part.key] === undefined).length;
  const goOn = () => onAnswer(new Set(parts.map(({ key }) => key).filter((key) => choices[key] === "apply")));
  const off =
    open > 0 ? `choose Apply or Leave out first for ${open === 1 ? "one part" : `${open} parts`}.` : undefined;
  return (
    <Dialog
      title="The plan was saved since you wrote"
      size="wide"
      note="Nothing is saved until you choose Save."
      onClose={() => onAnswer(null)}
      actions={[
        { name: "Go on", isMain: true, off, onPress: goOn },
        { name: "Not now", onPress: () => onAnswer(null) },
      ]}
    >
      <p className="num">{whatHappened(plan)}</p>
      <ul className="conflict">
        {parts.map((part) => (
          <li key={part.key}>
            <PartOfConflict
              part={part}
              choice={choices[part.key]}
              onChoose={(choice) => setChoices((before) => ({ ...before, [part.key]: choice }))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** What nobody else wrote in can go on the plan as it is. */
function clearChoices(parts: readonly Part[]): Record<string, Choice> {
  return Object.fromEntries(parts.filter(({ fate }) => fate === "clean").map(({ key }) => [key, "apply" as const]));
}

function whatHappened(plan: Plan | null): string {
  const since = plan
    ? `What you wrote was written on another version: ${plan.savedBy} saved this plan at ${formatMoment(plan.savedAt)}.`
    : "What you wrote was written on a version of this plan that is not there any more.";
  return `${since} Decide for each part whether it goes on the plan as it is now.`;
}

interface PartProps {
  readonly part: Part;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function PartOfConflict({ part, choice, onChoose }: PartProps) {
  const id = useId();
  const words = useKindWords();
  const name = partName(part, words);
  const isFree = isApplicable(part);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="num">
        {name} <span className="dim">{partPlace(part, words)}</span>
      </h3>
      <Sides part={part} />
      {isFree ? (
        <fieldset className="choices" aria-label={`What becomes of ${name}`}>
          {CHOICES.map(([value, label]) => (
            <label className="radio" key={value}>
              <input type="radio" name={id} checked={choice === value} onChange={() => onChoose(value)} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <CopyOnly part={part} />
      )}
    </section>
  );
}

const CHOICES = [
  ["apply", "Apply"],
  ["leave-out", "Leave out"],
] as const;

function Sides({ part }: { readonly part: Part }) {
  const words = useKindWords();
  const { wrote, now, before, fate } = part;
  // Where nobody else wrote, what is saved now is what stood there.
  const isBeforeTold = fate !== "clean" && before !== undefined && before !== null && before !== now;
  const isNew = part.change.of === "new-item" || part.change.of === "new-review";
  return (
    <dl className="sides">
      <div>
        <dt>You wrote</dt>
        <dd className="num">{sideInWords(part, wrote, words)}</dd>
      </div>
      {!isNew && (
        <div>
          <dt>Saved now</dt>
          <dd className="num">{fate === "gone" ? "No longer there" : sideInWords(part, now ?? "", words)}</dd>
        </div>
      )}
      {isBeforeTold && (
        <div>
          <dt>When you wrote it</dt>
          <dd className="num">{sideInWords(part, before, words)}</dd>
        </div>
      )}
    </dl>
  );
}

function CopyOnly({ part }: { readonly part: Part }) {
  const [isCopied, setIsCopied] = useState<boolean>();
  const words = useKindWords();
  const { wrote } = part;
  const copy = async () => {
    const done = await navigator.clipboard.writeText(sideInWords(part, wrote, words)).then(
      () => true,
      () => false,
    );
    setIsCopied(done);
    announce(done ? COPIED : NOT_COPIED);
  };
  return (
    <p className="copy-only">
      <span>{copyOnlyReason(part, words)}</span>
      {wrote !== null && <ActionButton name="Copy" small onPress={() => void copy()} />}
      {isCopied !== undefined && <span>{isCopied ? COPIED : NOT_COPIED}</span>}
    </p>
  );
}

const COPIED = "Copied";
const NOT_COPIED = "It could not be copied: select the text and copy it by hand.";
