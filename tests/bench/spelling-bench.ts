import { createPlainSpelling } from "../../electron/services/spelling.ts";
import type { Spelling } from "../../electron/spelling/spelling.ts";
import type { BenchRow } from "./bench-row.ts";
import { type Hunspell, openHunspell } from "./hunspell.ts";
import { type Misspelling, readMisspellings } from "./misspellings.ts";
import { alternate, median, percentile, timed } from "./timing.ts";

const MISSPELLINGS = 1_500;
const CHECKS = { warmUps: 30, runs: 300 };
const TEXT_CHARACTERS = 2_000;
const GOAL_MILLISECONDS = 25;
const MEGABYTE = 2 ** 20;
const NOT_INSTALLED = "hunspell   not measured: it is not installed (apt install hunspell)";

/** What an adviser might write, without a mistake, so that no program spends time on suggestions. */
const TEXT = `Maria will look for part time work in care or in a shop, between ten and two, while her children are at school.
She will ask the college about the course that starts in September, and bring the letter to the next interview.
We talked about the cost of travelling and of childcare. She knows how to claim help with both, and where the forms are.
Her old employer has agreed to give a reference; she will ring them this week and write down what they say.
We looked at six vacancies together. Two of them fit the hours that she can work, and she has applied for the first.
She has not driven for several years and would need a refresher before she could apply for delivery work.
If nothing has come of it by the end of the month we will widen the search to the next town and look at the buses again.
`;

/** Times the check of a text and the suggestions for real misspellings beside hunspell with the same dictionary. */
export async function measureSpelling(): Promise<readonly BenchRow[]> {
  const before = process.memoryUsage().rss;
  const spelling = createPlainSpelling();
  const hunspell = await openHunspell();
  try {
    const first = await timed(() => spelling.check(["Ready"], []));
    const warming = await timed(() => spelling.warmUp());
    const megabytes = (process.memoryUsage().rss - before) / MEGABYTE;
    const start = [
      `start      ${first.toFixed(0)} ms to the first check, then ${warming.toFixed(0)} ms to make suggestions ready`,
      `memory     ${megabytes.toFixed(0)} MB more resident after that`,
    ];
    return [
      { ...(await measureCheck(spelling, hunspell)), remarks: hunspell ? start : [...start, NOT_INSTALLED] },
      await measureSuggestions(spelling, hunspell),
    ];
  } finally {
    await spelling.close();
    await hunspell?.close();
  }
}

async function measureCheck(spelling: Spelling, hunspell: Hunspell | undefined): Promise<BenchRow> {
  // hunspell takes one line at a time.
  const text = TEXT.repeat(3).replaceAll("\n", " ").slice(0, TEXT_CHARACTERS);
  const words = text.split(" ");
  const lastIsWhole = words.slice(0, -1).join(" ");
  const check = async () => {
    const found = await spelling.check([lastIsWhole], []);
    if (!found.ok || found.value.flat().length > 0)
      throw new Error(`The text is not in order: ${JSON.stringify(found)}`);
  };
  const times = await alternate(CHECKS, async () => ({
    milliseconds: await timed(check),
    floorMilliseconds: hunspell ? await timed(() => hunspell.check(lastIsWhole)) : Number.NaN,
  }));
  return {
    operation: "spelling check of a text, request to its worker to answer",
    size: `${lastIsWhole.length.toLocaleString("en-GB")} characters, ${CHECKS.runs} times`,
    statistic: "median",
    milliseconds: times.milliseconds,
    floor: hunspell
      ? { milliseconds: times.floorMilliseconds, includes: "hunspell -a, same dictionary, same text" }
      : null,
    goal: "≤ 1 ×",
    isMet: hunspell ? times.milliseconds <= times.floorMilliseconds : null,
  };
}

/** What came of asking for one misspelling: how long it took, and the place of the first wanted word, from 0. */
interface Tried {
  readonly milliseconds: number;
  readonly place: number;
}

async function measureSuggestions(spelling: Spelling, hunspell: Hunspell | undefined): Promise<BenchRow> {
  const ours: Tried[] = [];
  const theirs: Tried[] = [];
  const used = [];
  for (const misspelling of readMisspellings("reported", MISSPELLINGS)) {
    const { typed } = misspelling;
    const floor = await tried(
      async () => (await hunspell?.suggest(typed)) ?? { isKnown: false, suggestions: [] },
      misspelling,
    );
    if (floor.isKnown) continue;
    const own = await tried(async () => {
      const suggested = await spelling.suggest(typed);
      if (!suggested.ok) throw new Error(suggested.error.code);
      return { isKnown: false, suggestions: suggested.value };
    }, misspelling);
    used.push(typed);
    theirs.push(floor);
    ours.push(own);
  }
  const milliseconds = percentile(
    ours.map((one) => one.milliseconds),
    95,
  );
  const isAsGood = within(ours, 5) >= within(theirs, 5);
  return {
    operation: "suggestions for a misspelling, request to its worker to answer",
    size: `${used.length.toLocaleString("en-GB")} misspellings of the half of a public list that nothing was tuned on`,
    statistic: "p95",
    milliseconds,
    floor: hunspell
      ? {
          milliseconds: percentile(
            theirs.map((one) => one.milliseconds),
            95,
          ),
          includes: "hunspell -a, same dictionary",
        }
      : null,
    remarks: [`ours       ${describe(ours)}`, hunspell ? `hunspell   ${describe(theirs)}` : NOT_INSTALLED],
    goal: `p95 ≤ ${GOAL_MILLISECONDS} ms, the wanted word in the first five at least as often as hunspell's`,
    isMet: hunspell ? milliseconds <= GOAL_MILLISECONDS && isAsGood : null,
  };
}

async function tried(
  suggest: () => Promise<{ readonly isKnown: boolean; readonly suggestions: readonly string[] }>,
  { wanted }: Misspelling,
): Promise<Tried & { readonly isKnown: boolean }> {
  const start = performance.now();
  const { isKnown, suggestions } = await suggest();
  const milliseconds = performance.now() - start;
  const small = wanted.map((word) => word.toLowerCase());
  return { isKnown, milliseconds, place: suggestions.findIndex((word) => small.includes(word.toLowerCase())) };
}

function within(all: readonly Tried[], places: number): number {
  return all.filter(({ place }) => place >= 0 && place < places).length / all.length;
}

function describe(all: readonly Tried[]): string {
  const times = all.map(({ milliseconds }) => milliseconds);
  const share = (places: number) => `${(within(all, places) * 100).toFixed(1)} %`;
  const [middle, most, worst] = [median(times), percentile(times, 95), Math.max(...times)].map((time) =>
    time.toFixed(2),
  );
  return `first ${share(1)}, in three ${share(3)}, in five ${share(5)}; p50 ${middle}, p95 ${most}, worst ${worst} ms`;
}
