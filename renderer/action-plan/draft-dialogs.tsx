import type { OtherDraft } from "../../shared/action-plan/draft.ts";
import type { CivilDate } from "../../shared/dates.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { momentInShort } from "./draft-words.ts";

interface DraftKeptProps {
  readonly keptAt: string;
  readonly today: CivilDate;
  /** True to go on with it, false to discard it. */
  readonly onAnswer: (isContinued: boolean) => void;
}

/** Offers what was typed and never saved. */
export function DraftKeptDialog({ keptAt, today, onAnswer }: DraftKeptProps) {
  return (
    <Dialog
      title="Unsaved changes were kept"
      onClose={() => onAnswer(true)}
      actions={[
        { name: "Discard", onPress: () => onAnswer(false) },
        { name: "Continue", isMain: true, onPress: () => onAnswer(true) },
      ]}
    >
      <p className="num">{`Unsaved changes from ${momentInShort(keptAt, today)} were kept.`}</p>
      <p>Continue puts them back in the window, unsaved. Discard drops them for good.</p>
    </Dialog>
  );
}

interface ClosingsTakenOutProps {
  readonly count: number;
  readonly onAnswer: () => void;
}

/** Tells that items cannot be closed with what was kept, since the interview it was written in has ended (AI-5). */
export function ClosingsTakenOutDialog({ count, onAnswer }: ClosingsTakenOutProps) {
  const what = count === 1 ? "The date closed that you entered was" : `The ${count} dates closed that you entered were`;
  return (
    <Dialog
      title="Date Closed was taken out"
      onClose={onAnswer}
      actions={[{ name: "OK", isMain: true, onPress: onAnswer }]}
    >
      <p>{`${what} taken out: no interview is open, and an Action Item is closed only within one. Everything else is there.`}</p>
      <p>Enter the date again in the next interview.</p>
    </Dialog>
  );
}

/** Says quietly that others have drafts on this plan: who and when, never what. */
export function OtherDrafts({ drafts, today }: { readonly drafts: readonly OtherDraft[]; readonly today: CivilDate }) {
  if (drafts.length === 0) return null;
  return (
    <ul className="other-drafts" aria-label="Unsaved changes of others">
      {drafts.map(({ adviserName, keptAt }) => (
        <li key={adviserName} className="num">
          <Icon name="info" size="small" />
          {`${adviserName} has unsaved changes on this plan, kept ${momentInShort(keptAt, today)}.`}
        </li>
      ))}
    </ul>
  );
}
