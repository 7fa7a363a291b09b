import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import type { EntryProblem } from "./entry-problems.ts";

interface ProblemListProps<Field extends string> {
  readonly title: string;
  readonly problems: readonly EntryProblem<Field>[];
  /** Called with the field to go to; null when the list is merely dismissed. */
  readonly onAnswer: (field: Field | null) => void;
}

/** The one list of every field to be put right, each entry a link to its field. */
export function ProblemList<Field extends string>({ title, problems, onAnswer }: ProblemListProps<Field>) {
  const first = problems[0];
  return (
    <Dialog
      title={title}
      size="wide"
      onClose={() => onAnswer(null)}
      actions={[
        { name: `Go to ${first?.label ?? "the form"}`, isMain: true, onPress: () => onAnswer(first?.field ?? null) },
      ]}
    >
      <p>
        {problems.length === 1 ? "One field is" : `${problems.length} fields are`} still to be put right. Nothing you
        typed is lost.
      </p>
      <ul className="fixes">
        {problems.map(({ field, label, sentence }) => (
          <li key={field}>
            <Icon name="warn" />
            <div className="num">
              <a
                className="to"
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  onAnswer(field);
                }}
              >
                {label}
              </a>
              {`: ${sentence}`}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
