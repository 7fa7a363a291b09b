import { useId } from "react";
import type { ImportReview } from "../../shared/import/import-review.ts";
import { SelectField } from "../ui/select-field.tsx";
import { choicesWith, countsWords, FATES, fileWords, number, unknownColumns, whyNot } from "./import-words.ts";
import { RemarkList } from "./remark-list.tsx";
import type { Import } from "./use-import.ts";

interface ReviewProps {
  readonly running: Import;
  readonly review: ImportReview;
  /** The number of the check that the review is from. */
  readonly turn: number;
  readonly isChecking: boolean;
}

/** What a file holds and what importing it would do, for the adviser to decide. */
export function ImportReviewParts({ running, review, turn, isChecking }: ReviewProps) {
  const { problemCount, noteCount, counts } = review;
  const reason = whyNot(review);
  return (
    <div className="import-review" aria-busy={isChecking}>
      <p>
        <span className="strong">{running.fileName}</span>: {fileWords(review)}
      </p>
      <p role="status" className={problemCount > 0 ? "warning" : "strong"}>
        {problemCount > 0 ? `${reason}. Nothing can be imported until then.` : countsWords(counts, false)}
      </p>
      <UnknownColumns review={review} onChoose={(choices) => void running.check(choices)} />
      {problemCount + noteCount > 0 && (
        <div>
          <h3>{remarkHeading(problemCount, noteCount)}</h3>
          <RemarkList key={turn} importId={running.importId} turn={turn} count={problemCount + noteCount} />
        </div>
      )}
      {review.preview.length > 0 && <Preview review={review} />}
    </div>
  );
}

function remarkHeading(problems: number, notes: number): string {
  const named = [problems > 0 ? number(problems, "problem") : "", notes > 0 ? number(notes, "note") : ""];
  return named.filter(Boolean).join(" and ");
}

interface UnknownColumnsProps {
  readonly review: ImportReview;
  readonly onChoose: (choices: ReturnType<typeof choicesWith>) => void;
}

const LEFT_OUT = "left-out";

function UnknownColumns({ review, onChoose }: UnknownColumnsProps) {
  const ids = useId();
  const columns = unknownColumns(review);
  if (columns.length === 0) return null;
  return (
    <section aria-label="Columns with other names">
      <h3>Columns with other names</h3>
      <p className="cap quiet">
        What you choose here is kept for the next file with the same header row. A column that is left out is not read.
      </p>
      <div className="import-columns">
        {columns.map(({ column, name, field, options }) => (
          <div key={column}>
            <label htmlFor={`${ids}-${column}`}>{name || `Column ${column + 1}, without a name`}</label>
            <SelectField
              id={`${ids}-${column}`}
              label={`${name || `Column ${column + 1}`} stands for`}
              value={field ?? LEFT_OUT}
              options={[
                { value: LEFT_OUT, name: "Left out" },
                ...options.map((option) => ({ value: option, name: option })),
              ]}
              onChange={(value) => onChoose(choicesWith(review, column, value === LEFT_OUT ? null : value))}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

function Preview({ review: { columns, preview } }: { readonly review: ImportReview }) {
  const heading = preview.length === 1 ? "The first row" : `The first ${preview.length} rows`;
  return (
    <div>
      <h3>{heading}</h3>
      <section
        className="gridbox import-preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={heading}
      >
        <table className="grid plain">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">What would be done</th>
              {columns.map(({ name, field }, column) => (
                // A column never changes its place.
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the column
                <th key={column} scope="col" className={field === null ? "left-out" : undefined}>
                  {field === null ? `${name} (left out)` : field}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map(({ line, fate, cells }) => (
              <tr key={line}>
                <td>{line}</td>
                <td className={fate === "refused" ? "overdue" : undefined}>{FATES[fate]}</td>
                {columns.map(({ field }, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the index is the column
                  <td key={column} className={field === null ? "left-out" : undefined}>
                    {cells[column] ?? ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
