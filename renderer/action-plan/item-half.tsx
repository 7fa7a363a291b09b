import { memo, useMemo } from "react";
import type { AssignedTo } from "../../shared/action-plan/action-plan.ts";
import type { Challenge } from "../../shared/action-plan/challenges.ts";
import type { ShownItem, ShownReview } from "../../shared/action-plan/shown-plan.ts";
import type { DateFieldName, Mode } from "../../shared/action-plan/working-copy.ts";
import { type CivilDate, formatDate } from "../../shared/dates.ts";
import type { Interview } from "../../shared/interview/interview.ts";
import type { Policy } from "../../shared/policy.ts";
import { onOneLine } from "../../shared/text.ts";
import { HappenedOnField } from "../clerical/happened-on-field.tsx";
import { WordMarks } from "../spelling/word-marks.tsx";
import { DataGrid, type GridColumn, type GridRow } from "../ui/data-grid.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { type FieldProblems, fieldId } from "./field-ids.ts";
import { ItemDesk } from "./item-desk.tsx";
import { type DateLimits, ItemFields } from "./item-fields.tsx";
import { useKindWords } from "./kind-words-context.ts";
import { ReadOnlyBox } from "./read-only-box.tsx";

/** What the upper half writes. */
export interface ItemWriter {
  readonly text: (text: string) => void;
  readonly assignedTo: (assignedTo: AssignedTo) => void;
  readonly challenge: (challenge: Challenge | null) => void;
  readonly date: (field: DateFieldName, typed: string) => void;
  readonly review: (text: string) => void;
  readonly selectReview: (id: string) => void;
  readonly keepReview: () => void;
}

interface ItemHalfProps {
  readonly mode: Exclude<Mode, "list">;
  readonly item: ShownItem;
  readonly reviews: readonly ShownReview[];
  readonly reviewId: string | null;
  /** The date fields' texts: dd/mm/yyyy, or what was typed and is no date. */
  readonly targetDate: string;
  readonly dateClosed: string;
  readonly limits: DateLimits;
  readonly policy: Policy;
  readonly nextAppointment: CivilDate | null;
  readonly isCoachOn: boolean;
  readonly problems: FieldProblems;
  readonly interviewNames: ReadonlyMap<Interview["id"], string>;
  readonly write: ItemWriter;
}

/** Under a contract nothing hangs on the interview that something was recorded in. */
const RECORDED_IN = "Recorded in";
const COLUMNS: readonly GridColumn[] = [
  { heading: "Date Created", width: "6.75rem" },
  { heading: "Created By", width: "7rem" },
  { heading: RECORDED_IN, width: "10rem" },
  { heading: "Review" },
];

/** The upper half in every mode but the list's: one item's fields, its reviews, the selected review's text. */
export const ItemHalf = memo(function ItemHalf(props: ItemHalfProps) {
  const { mode, item, policy, problems, write } = props;
  const words = useKindWords();
  const isWritten = mode === "new-item" || mode === "amend";
  return (
    <>
      {isWritten ? (
        <TextBox
          id={fieldId("Action Item")}
          label={words.item}
          caption={`${words.item}:`}
          look="lead"
          value={item.text}
          limit={policy.actionItemCharacters}
          problem={problems["Action Item"]}
          marks={<WordMarks field="Action Item" look="lead" text={item.text} isCoachOn={props.isCoachOn} />}
          onChange={write.text}
        />
      ) : (
        <>
          <div className="label">
            <span className="strong">{`${words.item}:`}</span>
          </div>
          <ReadOnlyBox label={words.item} look="lead" text={item.text} />
        </>
      )}
      <ItemFields {...props} isWritten={isWritten} />
      {mode === "new-item" && <HappenedOnField writtenKey={item.id} problem={problems["Happened On"]} />}
      {mode !== "new-item" && <ItemDesk />}
      {mode !== "new-item" && <Reviews {...props} />}
    </>
  );
});

function Reviews({ reviews, reviewId, interviewNames: names, mode, policy, problems, write }: ItemHalfProps) {
  const isUnderContract = useKindWords().tab !== null;
  const interviewNames = isUnderContract ? null : names;
  const rows = useMemo(() => reviews.map((review) => rowOf(review, interviewNames)), [reviews, interviewNames]);
  const selected = reviews.find(({ id }) => id === reviewId);
  const isWritten = selected && !selected.isDeleted && (selected.isNew || mode === "amend");
  return (
    <>
      <div className="label">
        <span className="strong">Review:</span>
        {selected?.amendedBy && <span className="counter">{`Amended by ${selected.amendedBy}`}</span>}
      </div>
      <DataGrid
        label="Reviews"
        columns={isUnderContract ? COLUMNS.filter(({ heading }) => heading !== RECORDED_IN) : COLUMNS}
        rows={rows}
        selectedId={reviewId}
        empty="No reviews yet. NRev writes one."
        onSelect={write.selectReview}
      />
      {selected?.isNew && <HappenedOnField writtenKey={selected.id} problem={problems["Happened On"]} />}
      {isWritten && (
        <TextBox
          key={selected.id}
          id={fieldId("Review")}
          label="Review"
          value={selected.text}
          limit={policy.reviewCharacters}
          problem={problems.Review}
          marks={<WordMarks field="Review" text={selected.text} />}
          onChange={write.review}
        />
      )}
      {selected && !isWritten && <ReadOnlyBox label="Review" text={selected.text} />}
      {selected?.isDeleted && (
        <p className="note-row">
          This review is deleted when you save.
          <button type="button" className="btn small" onClick={write.keepReview}>
            Keep review
          </button>
        </p>
      )}
    </>
  );
}

function rowOf(review: ShownReview, interviewNames: ReadonlyMap<string, string> | null): GridRow {
  const { interviewId } = review;
  const recordedIn = interviewId ? (interviewNames?.get(interviewId) ?? "An interview") : "Outside an interview";
  return {
    id: review.id,
    tone: review.isDeleted ? "deleted" : undefined,
    mark: markOf(review),
    cells: [
      formatDate(review.dateCreated),
      review.createdBy,
      ...(interviewNames ? [interviewId === undefined ? "" : recordedIn] : []),
      onOneLine(review.text),
    ],
  };
}

function markOf({ isNew, isAmended, isDeleted }: ShownReview): string | undefined {
  if (isDeleted) return "Deleted at Save";
  if (isNew) return "New, unsaved";
  return isAmended ? "Unsaved" : undefined;
}
