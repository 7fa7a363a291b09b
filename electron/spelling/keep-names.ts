import { namesOf } from "../../shared/spelling/check-text.ts";

/** Answers namesOf, and keeps the last answer: one check after the other is mostly about the same people. */
export function keepNames(): (people: readonly string[]) => ReadonlySet<string> {
  let last = { of: "", names: namesOf([]) };
  return (people) => {
    const of = people.join("\n");
    if (of !== last.of) last = { of, names: namesOf(people) };
    return last.names;
  };
}
