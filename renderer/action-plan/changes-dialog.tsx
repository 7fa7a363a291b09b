import { type KindWords, withArticle } from "../../shared/action-plan/kind-words.ts";
import type { PulledChange } from "../../shared/client-record/pulled-change.ts";
import { formatDate, formatMoment } from "../../shared/dates.ts";
import { type GridColumn, TableHead } from "../ui/data-grid.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useKindWords } from "./kind-words-context.ts";
import { BLANK, PulledMark } from "./pulled-mark.tsx";
import { sourceName } from "./source-dialog.tsx";

interface ChangesDialogProps {
  readonly changes: readonly PulledChange[];
  /** The day of the plan's last save. */
  readonly savedOn: string;
  /** False once the plan has as many items as it can hold (AP-7). */
  readonly needsItem: boolean;
  readonly onClose: () => void;
}

const COLUMNS: readonly GridColumn[] = [
  { heading: "Tab", width: "4.5rem" },
  { heading: "Field", width: "12rem" },
  { heading: "In the saved plan" },
  { heading: "Now" },
  { heading: "Changed in", width: "7rem" },
  { heading: "When, by whom", width: "14.5rem" },
];

/** The message of what has changed on the client record since the plan was saved (¶21, ¶91). */
export function ChangesDialog({ changes, savedOn, needsItem, onClose }: ChangesDialogProps) {
  const words = useKindWords();
  return (
    <Dialog
      title="Changes since the plan was last saved"
      placement="upper"
      size="widest"
      isReading
      onClose={onClose}
      actions={[{ name: "OK", isMain: true, onPress: onClose }]}
    >
      <p className="num">{openingSentences(changes, savedOn, needsItem, words)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in a narrow window it scrolls, and must be reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div className="gridbox changes" role="group" aria-label="Table of changes" tabIndex={0}>
        <table className="grid plain" aria-label="Changes">
          <TableHead columns={COLUMNS} />
          <tbody>
            {changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two qualifications may have changed alike
              <Row key={index} change={change} />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

function Row({ change }: { readonly change: PulledChange }) {
  const { tab, field, before, after, window, isNew } = change;
  const empty = tab === "Quals" ? "not there" : BLANK;
  return (
    <tr>
      <td>{tab}</td>
      <td>
        {field.startsWith("Job Pref") ? `${field}, SOC` : field}
        {isNew && <PulledMark word="New" />}
      </td>
      <td>{before || <span className="quiet">{empty}</span>}</td>
      <td className="strong">{after || <span className="quiet">{empty}</span>}</td>
      <td>{sourceName(window)}</td>
      <td>{whenAndByWhom(change)}</td>
    </tr>
  );
}

function whenAndByWhom({ isByAge, changedAt, changedBy }: PulledChange): string {
  if (isByAge) return "by age";
  if (!changedAt) return "not recorded";
  return [formatMoment(changedAt), changedBy].filter(Boolean).join(", ");
}

/** How many changes there are, in words, and what becomes of them. */
export function openingSentences(
  changes: readonly PulledChange[],
  savedOn: string,
  needsItem: boolean,
  words: KindWords,
): string {
  const isOne = changes.length === 1;
  const counted = isOne ? "One detail" : `${NUMBERS[changes.length] ?? changes.length} details`;
  const fresh = changes.filter(({ isNew }) => isNew).length;
  const asked = needsItem
    ? `, which then needs a new ${words.item}, or ${withArticle(words.shortItem)} amended, closed or reviewed`
    : "";
  return [
    `${counted} on the client record ${isOne ? "has" : "have"} changed since this plan was saved on ${formatDate(savedOn)}.`,
    fresh > 0 && fresh < changes.length
      ? `${NUMBERS[fresh] ?? fresh} ${fresh === 1 ? "is" : "are"} new since the plan was last viewed.`
      : "",
    isOne ? "It is shown and marked on its tab, and becomes" : "They are shown and marked on the tabs, and become",
    `permanent when you save the plan${asked}.`,
    "Closing without saving leaves the plan as it was, and this message comes again.",
  ]
    .filter(Boolean)
    .join(" ");
}

const NUMBERS = [
  "No",
  "One",
  "Two",
  "Three",
  "Four",
  "Five",
  "Six",
  "Seven",
  "Eight",
  "Nine",
  "Ten",
  "Eleven",
  "Twelve",
];
