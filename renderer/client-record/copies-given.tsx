import { formatMoment } from "../../shared/dates.ts";
import { FORM_NAMES, type GivenCopy, MEANS_NAMES, PRINT_OPTION_NAMES } from "../../shared/print/print-options.ts";
import { useRequest } from "../requests.ts";

/** How many are shown before the rest is asked for. */
const SHOWN = 3;

/** What was printed or given to the customer: what, in which form, how and when. */
export function CopiesGiven({ clientId }: { readonly clientId: string }) {
  const { data } = useRequest("list-copies", { clientId });
  if (!data || data.copies.length === 0) return null;
  const newest = data.copies.slice(0, SHOWN);
  const earlier = data.copies.slice(SHOWN);
  return (
    <section className="copies-given" aria-label="Copies given">
      <h2>Copies given</h2>
      <Copies copies={newest} />
      {earlier.length > 0 && (
        <details>
          <summary>{`${earlier.length} earlier`}</summary>
          <Copies copies={earlier} />
        </details>
      )}
    </section>
  );
}

function Copies({ copies }: { readonly copies: readonly GivenCopy[] }) {
  return (
    <ul>
      {copies.map((copy) => (
        <li key={copy.id}>
          <span className="cap num">
            {formatMoment(copy.at)}, {copy.adviserName}
          </span>
          <br />
          {inWords(copy)}
        </li>
      ))}
    </ul>
  );
}

function inWords({ option, form, isLarge, copies, means }: GivenCopy): string {
  const kind = isLarge ? `${FORM_NAMES[form]}, large print` : FORM_NAMES[form];
  const how = means === null ? `printed${copies > 1 ? `, ${copies} copies` : ""}` : MEANS_NAMES[means].toLowerCase();
  return `${PRINT_OPTION_NAMES[option]}: ${kind}, ${how}`;
}
