import type { InterviewKind, ParticipationQuestion } from "./interview.ts";

/**
 * The participation questions of an open interview (¶63): its kind's, then those answered before the kind was raised,
 * so that no answer is out of sight.
 */
export function askedQuestions(
  kinds: readonly InterviewKind[],
  kindCode: string,
  answers: readonly { readonly question: string }[],
): readonly ParticipationQuestion[] {
  const asked = kinds.find(({ code }) => code === kindCode)?.questions ?? [];
  const all = kinds.flatMap(({ questions }) => questions ?? []);
  const others = answers
    .map(({ question }) => question)
    .filter((question) => !asked.some(({ code }) => code === question))
    .map((question) => all.find(({ code }) => code === question) ?? { code: question, text: question });
  return [...asked, ...others];
}
