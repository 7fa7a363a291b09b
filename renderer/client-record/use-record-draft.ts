import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { RecordDraft, RecordDraftForm, SavedDraft } from "../../shared/client-record/record-draft.ts";
import { isSameForm, type RecordForm } from "../../shared/client-record/record-form.ts";
import { type DraftKeeper, openDraftKeeper } from "../action-plan/draft-keeper.ts";
import { useKeeping, useUnsavedWords } from "../action-plan/use-keeping.ts";
import { ask } from "../requests.ts";
import { useSession } from "../session.ts";

/** Whose window it is that something is typed in; of nobody while the client is not there yet. */
export interface DraftPlace {
  readonly clientId: string | null;
  readonly form: RecordDraftForm;
  /** True where the adviser asked for the draft already: it is put back without another question. */
  readonly isWanted?: boolean;
}

/** What is typed, over what stood there. */
interface Typed {
  readonly form: RecordForm;
  readonly before: RecordForm;
}

interface DraftSubject {
  /** What stands in the window now; null while nothing in it is unsaved. */
  readonly typed: Typed | null;
  /** Puts what was kept back in the window; answers whether anything of it is still unsaved. */
  readonly takeBack: (kept: Typed) => boolean;
}

export type RecordDraftState = ReturnType<typeof useRecordDraft>;

/**
 * Keeps what is typed in a window of the client record, or a dialog on a client, for as long as it is open, and offers
 * what was kept before. Without a place nothing is kept.
 */
export function useRecordDraft(place: DraftPlace | null, subject: DraftSubject) {
  const latest = useRef(subject);
  const { adviser } = useSession();
  // Read by the keeper whenever it writes, so it must be there before any event that makes it write.
  useLayoutEffect(() => {
    latest.current = subject;
  });
  const isSettled = useRef(false);
  const [kept] = useState(() =>
    keeperOf(place, adviser.id, () => (isSettled.current || !place ? null : latest.current.typed)),
  );
  const { keeper } = kept;
  useKeeping(keeper, neverTold);
  useNotedTyping(keeper, subject.typed);
  const [offered, setOffered] = useState<RecordDraft | "asking" | null>(place && "asking");
  const decide = (draft: RecordDraft, isContinued: boolean) => {
    setOffered(null);
    kept.goesOnWith(draft);
    if (isContinued && latest.current.takeBack(draft.content)) return;
    keeper.noteChange();
    void keeper.flush();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the window opens
  useEffect(() => {
    if (!place) return;
    void findDraft(place).then((draft) => {
      if (draft && place.isWanted) decide(draft, true);
      else setOffered(draft ?? null);
    });
  }, []);
  return {
    /** True until it is known whether there is a draft: nothing is typed beside one that is still to be decided on. */
    isAsking: offered === "asking",
    offered: offered === "asking" ? null : offered,
    answer: (isContinued: boolean) => {
      if (offered && offered !== "asking") decide(offered, isContinued);
    },
    unsavedWords: useUnsavedWords(keeper),
    /** The windows of which the draft in the store may be, to be taken away together with the save. */
    windows: kept.windows,
    /** The same as a dialog's request names it. */
    saved: (): SavedDraft => (place ? { form: place.form, windows: kept.windows() } : undefined),
    /** What stood in the window is saved, and its draft went with it; what was typed since is kept anew. */
    noteSaved: keeper.noteChange,
    /** Drops the draft: what stood in the window is saved, or is not wanted. */
    settle: async () => {
      isSettled.current = true;
      keeper.noteChange();
      await keeper.flush();
    },
  };
}

/** The adviser's own draft of a window, if there is one. */
export async function findDraft({ clientId, form }: DraftPlace): Promise<RecordDraft | undefined> {
  const answer = await ask("list-record-drafts", { clientId });
  return answer.ok ? answer.value.drafts.find((draft) => draft.form === form) : undefined;
}

/** Takes a draft away that no window goes on with. */
export async function dropDraft({ clientId, form }: DraftPlace): Promise<void> {
  await ask("discard-record-draft", { clientId, form });
}

/** A form is drawn at every key: that it was typed in is noted as it is drawn. */
function neverTold(): () => void {
  return () => undefined;
}

function useNotedTyping(keeper: DraftKeeper, typed: Typed | null): void {
  const last = useRef(typed);
  useEffect(() => {
    const before = last.current;
    last.current = typed;
    if (before && typed ? isSameForm(before.form, typed.form) : before === typed) return;
    keeper.noteChange();
  });
}

const NOWHERE: DraftPlace = { clientId: null, form: "New client" };

/** The keeper of one window's draft, by the contract's requests. */
function keeperOf(place: DraftPlace | null, adviserId: string, read: () => Typed | null) {
  // Without a place there is nothing to read, and neither request is ever sent.
  const { clientId, form } = place ?? NOWHERE;
  const window = crypto.randomUUID();
  let owner: string = window;
  const keeper = openDraftKeeper<Typed>({
    read,
    keep: async (typed, count) => {
      const content = { ...typed, writtenIn: { window, count } };
      const follows = owner === window ? {} : { follows: owner };
      const answer = await ask("keep-record-draft", { clientId, form, adviserId, content, ...follows });
      if (answer.ok) owner = window;
      return answer;
    },
    discard: () => ask("discard-record-draft", { clientId, form, window: owner }),
  });
  return {
    keeper,
    windows: () => [...new Set([owner, window])],
    /** Takes over the draft that lies in the store. */
    goesOnWith: ({ keptAt, content }: RecordDraft) => {
      owner = content.writtenIn.window;
      keeper.noteKept(keptAt);
    },
  };
}
