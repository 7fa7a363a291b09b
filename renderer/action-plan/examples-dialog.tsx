import { useState } from "react";
import { challengeName } from "../../shared/action-plan/challenge-filter.ts";
import { CHALLENGES, type Challenge } from "../../shared/action-plan/challenges.ts";
import { EXAMPLES, type ItemExample, type TargetSituation, targetOfRule } from "../../shared/action-plan/examples.ts";
import { formatDate } from "../../shared/dates.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { useKindWords } from "./kind-words-context.ts";

interface ExamplesDialogProps {
  readonly situation: TargetSituation;
  /** True where the example would take the place of a text that is written already. */
  readonly isTextWritten: boolean;
  /** The chosen example; null for none. */
  readonly onAnswer: (example: ItemExample | null) => void;
}

type Shown = Challenge | "all";

const OPTIONS = [
  { value: "all" as const, name: "All challenges" },
  ...CHALLENGES.map(({ code, name }) => ({ value: code, name })),
];

/** Action Items to start from, for situations such as ¶66's; one over a written text is asked for twice. */
export function ExamplesDialog({ situation, isTextWritten, onAnswer }: ExamplesDialogProps) {
  const words = useKindWords();
  const [shown, setShown] = useState<Shown>("all");
  const [asked, setAsked] = useState<ItemExample | null>(null);
  const examples = EXAMPLES.filter(({ challenge }) => shown === "all" || challenge === shown);
  const choose = (example: ItemExample) => (isTextWritten ? setAsked(example) : onAnswer(example));
  if (asked) {
    return (
      <Dialog
        key="asked"
        title="Replace what is written?"
        onClose={() => setAsked(null)}
        actions={[
          { name: "Replace", onPress: () => onAnswer(asked) },
          { name: "Keep what is written", onPress: () => onAnswer(null) },
        ]}
      >
        <p>The example would take the place of the {words.item}'s text. The other fields stay as they are.</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      key="examples"
      title="Examples"
      size="wide"
      onClose={() => onAnswer(null)}
      note="What stands in [brackets] is filled in together."
      actions={[{ name: "Cancel", onPress: () => onAnswer(null) }]}
    >
      <div className="examples-filter">
        <label htmlFor="examples-challenge">Challenge:</label>
        <SelectField
          id="examples-challenge"
          label="Challenge"
          value={shown}
          options={OPTIONS}
          onChange={(chosen) => {
            setShown(chosen);
            const count = EXAMPLES.filter(({ challenge }) => chosen === "all" || challenge === chosen).length;
            announce(`${count} ${count === 1 ? "example" : "examples"}`);
          }}
        />
      </div>
      <ul className="examples">
        {examples.map((example) => (
          <Example key={example.id} example={example} situation={situation} onUse={() => choose(example)} />
        ))}
      </ul>
    </Dialog>
  );
}

interface ExampleProps {
  readonly example: ItemExample;
  readonly situation: TargetSituation;
  readonly onUse: () => void;
}

function Example({ example, situation, onUse }: ExampleProps) {
  const words = useKindWords();
  const { id, scenario, text, assignedTo, challenge, target } = example;
  return (
    <li>
      <div>
        <h3 id={`example-${id}`}>{scenario}</h3>
        <p id={`example-${id}-text`}>{text}</p>
        <p className="cap quiet num">
          {`${challengeName(challenge)}. Assigned to ${words.assignedTo[assignedTo]}, by ${formatDate(targetOfRule(target, situation))}.`}
        </p>
      </div>
      <button type="button" className="btn small" aria-describedby={`example-${id} example-${id}-text`} onClick={onUse}>
        Use
      </button>
    </li>
  );
}
