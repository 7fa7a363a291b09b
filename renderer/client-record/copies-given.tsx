import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import { formatMoment } from "../../shared/dates.ts";
import { FORM_NAMES, type GivenCopy, MEANS_NAMES, optionInWords } from "../../shared/print/print-options.ts";
import { useRequest } from "../requests.ts";

/** How many are shown before the rest is asked for. */
const SHOWN = 3;

interface CopiesGivenProps {
  readonly clientId: string;
  readonly kind: PlanKind;
  /** The words of the plan's kind. */
  readonly words: KindWords;
}

/** What was printed or given to the customer: what, in which form, how and when. */
export function CopiesGiven({ clientId, kind, words }: CopiesGivenProps) {
  const { data } = useRequest("list-copies", { clientId, kind });
  if (!data || data.copies.length === 0) return null;
  const newest = data.copies.slice(0, SHOWN);
  const earlier = data.copies.slice(SHOWN);
  return (
    <section className="copies-given" aria-label="Copies given">
      <h2>Copies given</h2>
      <Copies copies={newest} words={words} />
      {earlier.length > 0 && (
        <details>
          <summary>{`${earlier.length} earlier`}</summary>
          <Copies copies={earlier} words={words} />
        </details>
      )}
    </section>
  );
}

function Copies({ copies, words }: { readonly copies: readonly GivenCopy[]; readonly words: KindWords }) {
  return (
    <ul>
      {copies.map((copy) => (
        <li key={copy.id}>
          <span className="cap num">
            {formatMoment(copy.at)}, {copy.adviserName}
          </span>
          <br />
          {inWords(copy, words)}
        </li>
      ))}
    </ul>
  );
}

function inWords({ option, form, isLarge, copies, means }: GivenCopy, words: KindWords): string {
  const kind = isLarge ? `${FORM_NAMES[form]}, large print` : FORM_NAMES[form];
  const how = means === null ? `printed${copies > 1 ? `, ${copies} copies` : ""}` : MEANS_NAMES[means].toLowerCase();
  return `${optionInWords(option, words)}: ${kind}, ${how}`;
}
