import { useMutation } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { Answer, RequestInput, RequestName } from "../shared/contract.ts";
import type { AppErrorOf } from "../shared/errors.ts";
import { ClockMovedBackDialog } from "./action-plan/plan-dialogs.tsx";
import { ask } from "./requests.ts";

/** The requests that can say that the clock was confirmed. */
type ConfirmingRequest = {
  [Name in RequestName]: "isClockConfirmed" extends keyof RequestInput<Name> ? Name : never;
}[RequestName];

interface Question {
  readonly error: AppErrorOf<"clock-moved-back">;
  readonly answer: (goesOn: boolean) => void;
}

let question: Question | null = null;
const listeners = new Set<() => void>();

function setQuestion(next: Question | null): void {
  question = next;
  for (const listener of listeners) listener();
}

function confirmed(error: Question["error"]): Promise<boolean> {
  // A question that another takes the place of is not answered any more: nothing is recorded on it.
  question?.answer(false);
  return new Promise((resolve) => {
    setQuestion({
      error,
      answer: (goesOn) => {
        setQuestion(null);
        resolve(goesOn);
      },
    });
  });
}

/** Makes a request that records something; on a clock that moved back it goes on once that is confirmed (DT-2). */
export async function askOnClock<Name extends ConfirmingRequest>(
  name: Name,
  input: RequestInput<Name>,
): Promise<Answer<Name>> {
  const answer = await ask(name, input);
  if (answer.ok || answer.error.code !== "clock-moved-back") return answer;
  return (await confirmed(answer.error)) ? ask(name, { ...input, isClockConfirmed: true }) : answer;
}

/** The same with `isPending`, which says that the request, or the question, is on its way. */
export function useAskOnClock<Name extends ConfirmingRequest>(name: Name) {
  return useMutation<Answer<Name>, Error, RequestInput<Name>>({ mutationFn: (input) => askOnClock(name, input) });
}

/** Asks whether to go on, over whatever window or dialog wanted to record something; gone unanswered, it says no. */
export function ClockQuestion() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => question,
  );
  useEffect(() => () => question?.answer(false), []);
  return shown && <ClockMovedBackDialog error={shown.error} onAnswer={shown.answer} />;
}
