import { useEffect, useRef, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { type InteractionProblem, interactionProblemMessage } from "../../shared/jets/interaction-problems.ts";
import { useClosingGuard } from "../ui/use-closing-guard.ts";

interface RecordSubject<Typed> {
  /** What stands in the form at first. */
  readonly initial: Typed;
  /** What is still to be put right. */
  readonly check: (typed: Typed) => readonly InteractionProblem[];
  /** Records what has nothing to be put right; answers why it was not recorded, or nothing once it is. */
  readonly send: (typed: Typed) => Promise<AppError | undefined>;
}

export type RecordForm<Typed extends object> = ReturnType<typeof useRecordForm<Typed>>;

/** A form for what is recorded once and not changed afterwards: nothing typed is lost by a refusal. */
export function useRecordForm<Typed extends object>({ initial, check, send }: RecordSubject<Typed>) {
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
      const refusal = await send(typed);
      isUnderWay.current = false;
      setIsSending(false);
      if (refusal?.code === "interaction-refused" && refusal.problems.every(({ field }) => field !== null)) {
        setRefused(refusal.problems);
        showFirst(refusal.problems);
      } else setError(refusal);
    },
  };
}

/** The id of a field of such a form. */
export function recordFieldId(field: string): string {
  return `recorded-${field.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}
