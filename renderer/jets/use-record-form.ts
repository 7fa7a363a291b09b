import { useEffect, useRef, useState } from "react";
import type { SavedDraft } from "../../shared/client-record/record-draft.ts";
import type { AppError } from "../../shared/errors.ts";
import { type InteractionProblem, interactionProblemMessage } from "../../shared/jets/interaction-problems.ts";
import type { Result } from "../../shared/result.ts";
import { type DraftPlace, useRecordDraft } from "../client-record/use-record-draft.ts";
import { useClosingGuard } from "../ui/use-closing-guard.ts";

/** What is typed: each field as text, or null while nothing is chosen. */
type Fields<Typed> = { readonly [Key in keyof Typed]: string | null };

interface RecordSubject<Typed extends Fields<Typed>> {
  /** Under what it is kept until it is recorded. */
  readonly place: DraftPlace;
  /** The fields' names on screen. */
  readonly names: Readonly<Record<keyof Typed, string>>;
  /** What stands in the form at first. */
  readonly initial: Typed;
  /** What is still to be put right. */
  readonly check: (typed: Typed) => readonly InteractionProblem[];
  /** Records what has nothing to be put right; answers what it then is, or why it was not recorded. */
  readonly send: (typed: Typed, savedDraft: SavedDraft) => Promise<Result<{ readonly id: string }, AppError>>;
  readonly onRecorded: (id: string) => void;
}

export type RecordForm<Typed extends Fields<Typed>> = ReturnType<typeof useRecordForm<Typed>>;

/** A form for what is recorded once and not changed afterwards: nothing typed is lost by a refusal. */
export function useRecordForm<Typed extends Fields<Typed>>(subject: RecordSubject<Typed>) {
  const { initial, check, send } = subject;
  const kept = keptFields(subject);
  const [typed, setTyped] = useState(initial);
  const [hasTried, setHasTried] = useState(false);
  const [refused, setRefused] = useState<readonly InteractionProblem[]>([]);
  const [error, setError] = useState<AppError>();
  const [isSending, setIsSending] = useState(false);
  const isUnderWay = useRef(false);
  const problems = hasTried ? [...check(typed), ...refused] : [];
  // The day may become another while the form is open, which is nothing that anybody typed.
  const [first] = useState(initial);
  const isTyped = JSON.stringify(typed) !== JSON.stringify(first);
  const draft = useRecordDraft(subject.place, {
    typed: isTyped ? { form: kept.formOf(typed), before: kept.formOf(first) } : null,
    // Just as it stood there: a day that was offered then is the one that was meant.
    takeBack: ({ form }) => {
      setTyped(kept.typedOf(form));
      return true;
    },
  });
  useClosingGuard(() => isTyped);
  const goTo = useRef<string>(undefined);
  useEffect(() => {
    if (goTo.current) document.getElementById(goTo.current)?.focus();
    goTo.current = undefined;
  });
  const showFirst = (found: readonly InteractionProblem[]) => {
    const [field] = found.flatMap((each) => each.field ?? []);
    if (field) goTo.current = recordFieldId(field);
  };
  return {
    typed,
    isTyped,
    draft,
    isSending,
    error,
    write: (part: Partial<Typed>) => {
      setTyped((before) => ({ ...before, ...part }));
      setRefused([]);
      setError(undefined);
    },
    problemOf: (field: string) => {
      const problem = problems.find((each) => each.field === field);
      return problem && interactionProblemMessage(problem).replace(/\.$/, "");
    },
    record: async (): Promise<void> => {
      if (isUnderWay.current) return;
      setHasTried(true);
      setRefused([]);
      setError(undefined);
      const found = check(typed);
      showFirst(found);
      if (found.length > 0) return;
      isUnderWay.current = true;
      setIsSending(true);
      const answer = await send(typed, draft.saved());
      isUnderWay.current = false;
      setIsSending(false);
      if (answer.ok) {
        await draft.settle();
        return subject.onRecorded(answer.value.id);
      }
      const refusal = answer.error;
      if (refusal.code === "interaction-refused" && refusal.problems.every(({ field }) => field !== null)) {
        setRefused(refusal.problems);
        showFirst(refusal.problems);
      } else setError(refusal);
    },
  };
}

/** What is typed as it is kept: by the names on screen, a choice that is not made as ''. */
function keptFields<Typed extends Fields<Typed>>({ names, initial }: RecordSubject<Typed>) {
  const keys = Object.keys(initial) as (keyof Typed & string)[];
  return {
    formOf: (typed: Typed) => Object.fromEntries(keys.map((key) => [names[key], typed[key] ?? ""])),
    typedOf: (form: Readonly<Record<string, string>>) =>
      Object.fromEntries(keys.map((key) => [key, form[names[key]] || (initial[key] === null ? null : "")])) as Typed,
  };
}

/** The id of a field of such a form. */
export function recordFieldId(field: string): string {
  return `recorded-${field.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}
