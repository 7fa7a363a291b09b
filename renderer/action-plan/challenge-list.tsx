import { memo } from "react";
import { type ChallengeFilter, countByChallenge } from "../../shared/action-plan/challenge-filter.ts";
import type { Challenge } from "../../shared/action-plan/challenges.ts";
import type { ShownItem } from "../../shared/action-plan/shown-plan.ts";

/** What the Function menu leads to. */
export const CHALLENGE_LIST_ID = "show-by-challenge";

interface ChallengeListProps {
  readonly items: readonly ShownItem[];
  readonly filter: ChallengeFilter | null;
  readonly onChoose: (challenge: Challenge | null) => void;
}

/** The side panel's filter: each of the 5 Challenges (¶44) with the number of its items. */
export const ChallengeList = memo(function ChallengeList({ items, filter, onChoose }: ChallengeListProps) {
  const chosen = filter?.challenge ?? null;
  const rows = [{ code: null, name: "All Action Items", count: items.length }, ...countByChallenge(items)];
  return (
    <section>
      <h2 id={CHALLENGE_LIST_ID}>Show by challenge</h2>
      <ul className="filter" aria-labelledby={CHALLENGE_LIST_ID}>
        {rows.map(({ code, name, count }) => (
          <li key={name}>
            <button type="button" aria-pressed={code === chosen} onClick={() => onChoose(code)}>
              {name} <span className="n">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
});

/** The list's own word on a filter, so that it is known, and can be taken off, where the panel is closed. */
export function FilterNote({ words, onShowAll }: { readonly words: string; readonly onShowAll: () => void }) {
  return (
    <span className="counter filtered">
      {words}
      <button type="button" className="link" onClick={onShowAll}>
        Show all
      </button>
    </span>
  );
}
