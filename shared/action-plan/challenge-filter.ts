import { CHALLENGES, type Challenge } from "./challenges.ts";
import type { ShownItem } from "./shown-plan.ts";

/** Which items the list is to show: those of one challenge, or all of them. */
export interface ChallengeFilter {
  readonly challenge: Challenge;
  /** The item that was selected as the filter was chosen: it stays, so that the selection is never hidden. */
  readonly keptId: string | null;
}

/** The items that a filter shows, and how many of them are shown for another reason than their challenge. */
export interface FilteredItems {
  readonly items: readonly ShownItem[];
  readonly matching: number;
  readonly besides: number;
}

/** The items of a challenge in the list's order; unsaved ones and the selected one are never hidden. */
export function filterItems(
  items: readonly ShownItem[],
  filter: ChallengeFilter | null,
  selectedId: string | null,
): FilteredItems {
  if (filter === null) return { items, matching: items.length, besides: 0 };
  const isMatch = ({ challenge }: ShownItem) => challenge === filter.challenge;
  const isKept = ({ id, isUnsaved }: ShownItem) => isUnsaved || id === selectedId || id === filter.keptId;
  const shown = items.filter((item) => isMatch(item) || isKept(item));
  const matching = shown.filter(isMatch).length;
  return { items: shown, matching, besides: shown.length - matching };
}

/** How many items are marked with each challenge, in ¶44's order. */
export function countByChallenge(
  items: readonly Pick<ShownItem, "challenge">[],
): readonly { readonly code: Challenge; readonly name: string; readonly count: number }[] {
  return CHALLENGES.map(({ code, name }) => ({
    code,
    name,
    count: items.filter(({ challenge }) => challenge === code).length,
  }));
}

/** A challenge's name (¶44); blank for none. */
export function challengeName(challenge: Challenge | null): string {
  return CHALLENGES.find(({ code }) => code === challenge)?.name ?? "";
}

/** What a filter shows, in words. */
export function filterInWords(filter: ChallengeFilter | null, { items, matching, besides }: FilteredItems): string {
  if (filter === null) return `All ${items.length} Action Items shown`;
  const more = besides === 0 ? "" : `, and ${besides} more that ${besides === 1 ? "is" : "are"} selected or unsaved`;
  return `${matching} shown for ${challengeName(filter.challenge)}${more}`;
}
