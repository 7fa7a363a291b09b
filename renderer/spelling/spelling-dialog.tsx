import { useEffect, useId, useMemo, useRef, useState } from "react";
import { type FreeText, textLimit } from "../../shared/action-plan/free-texts.ts";
import { fieldInWords, type KindWords } from "../../shared/action-plan/kind-words.ts";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import type { Policy } from "../../shared/policy.ts";
import { ok, type Result } from "../../shared/result.ts";
import {
  change,
  changeAll,
  changeSentence,
  currentFinding,
  ignore,
  ignoreAll,
  type RunFinding,
  type SpellingRun,
  undo,
  wordAdded,
} from "../../shared/spelling/spelling-run.ts";
import { cleanText, countCharacters, hasDoubleQuotes } from "../../shared/text.ts";
import { useKindWords } from "../action-plan/kind-words-context.ts";
import { ask, useRequest } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { afterNextFrame } from "../ui/after-next-frame.ts";
import { ModalDialog } from "../ui/dialog.tsx";
import { FieldProblem } from "../ui/field-problem.tsx";
import { announce } from "../ui/live-region.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import { TextMarks } from "./text-marks.tsx";

/** How a run ended: every word settled, or broken off. */
export type RunEnd = "settled" | "cancelled";

interface SpellingDialogProps {
  readonly started: SpellingRun;
  /** The places of the run's texts. */
  readonly places: ReadonlyMap<string, FreeText>;
  readonly policy: Policy;
  /** What comes once the last word is settled, such as "Save goes on by itself". */
  readonly afterwards: string;
  /** The run with every text as it stands in the window by now. */
  readonly brought: (run: SpellingRun) => SpellingRun;
  /** Writes the texts that a step changed. */
  readonly onWrite: (before: SpellingRun, after: SpellingRun) => void;
  /** Shows the word in its field behind; null at the end. */
  readonly onShow: (finding: RunFinding | null) => void;
  readonly onDictionaryChanged: () => void;
  readonly onEnd: (end: RunEnd) => void;
}

const REMOVE = "Remove the repeated word";

/** The Spelling window (¶111, ¶112): one unknown word after the other, with its sentence and suggestions. */
export function SpellingDialog(props: SpellingDialogProps) {
  const steps = useRun(props);
  const { run, finding } = steps;
  const placement = usePlacement(finding);
  return (
    <ModalDialog title="Spelling" placement={placement} size="spelling" onClose={() => props.onEnd("cancelled")}>
      {finding && <Word key={`${run.past.length} ${run.settled}`} {...props} steps={steps} finding={finding} />}
    </ModalDialog>
  );
}

/** Over the lower half, unless the word that it speaks of stands there. */
function usePlacement(finding: RunFinding | undefined): "lower" | "upper" {
  const [placement, setPlacement] = useState<"lower" | "upper">("lower");
  // biome-ignore lint/correctness/useExhaustiveDependencies: each word stands at another place
  useEffect(
    () =>
      afterNextFrame(() => {
        const word = document.querySelector(".halves .hit")?.getBoundingClientRect();
        const height = document.querySelector(".dialog.spelling")?.getBoundingClientRect().height ?? 0;
        if (word) setPlacement(word.bottom > window.innerHeight - height - MARGIN ? "upper" : "lower");
      }),
    [finding],
  );
  return placement;
}

/** Between the dialog and the window's edge, and a little more. */
const MARGIN = 24;

type Steps = ReturnType<typeof useRun>;

function useRun(props: SpellingDialogProps) {
  const { started, places, policy, brought, onWrite } = props;
  const [run, setRun] = useState(started);
  const [problem, setProblem] = useState<string>();
  const isBusy = useRef(false);
  const finding = currentFinding(run);
  const words = useKindWords();
  useFollowed(finding, props, words);
  const go = (next: SpellingRun) => {
    onWrite(run, next);
    setProblem(undefined);
    setRun(next);
  };
  /** Takes a step of the run as it stands by now, unless what it writes does not fit. */
  const take = (step: (run: SpellingRun) => SpellingRun) => {
    if (isBusy.current) return;
    const now = brought(run);
    const next = currentFinding(now) === finding ? step(now) : now;
    const refusal = refusalOf(now, next, places, policy, words);
    if (refusal) setProblem(refusal);
    else go(next);
  };
  /** Takes a step that changes the dictionary first; one at a time, and none where that is refused. */
  const request = async (act: () => Promise<Result<SpellingRun, AppError>>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    const outcome = await act();
    isBusy.current = false;
    if (outcome.ok) go(outcome.value);
    else setProblem(inWords(outcome.error));
  };
  return {
    ...{ run, finding, problem, setProblem, take },
    add: (word: string) => request(() => addWord(word, () => brought(run), props)),
    undo: () => request(() => takeBack(brought(run), props)),
  };
}

/** Shows and speaks each word that is asked about, and tells once none is left. */
function useFollowed(
  finding: RunFinding | undefined,
  { places, onShow, onEnd }: SpellingDialogProps,
  words: KindWords,
): void {
  const latest = useRef({ onShow, onEnd });
  useEffect(() => {
    latest.current = { onShow, onEnd };
  });
  useEffect(() => {
    latest.current.onShow(finding ?? null);
    if (!finding) return latest.current.onEnd("settled");
    const field = places.get(finding.id)?.field;
    const what = finding.kind === "repeated" ? "Repeated word" : "Not in dictionary";
    announce(`${what}: ${finding.word}, in ${field && fieldInWords(field, words)}. ${finding.sentence}`);
  }, [finding, places, words]);
}

type DictionaryProps = Pick<SpellingDialogProps, "onDictionaryChanged">;

/** Adds a word to the office's dictionary; the run goes on from where it stands by then. */
async function addWord(
  word: string,
  now: () => SpellingRun,
  { onDictionaryChanged }: DictionaryProps,
): Promise<Result<SpellingRun, AppError>> {
  const answer = await ask("add-word", { word });
  if (!answer.ok) return answer;
  onDictionaryChanged();
  return ok(wordAdded(now(), answer.value.id));
}

/** Goes back a step, and takes the word out of the dictionary again where the step added one. */
async function takeBack(
  run: SpellingRun,
  { onDictionaryChanged }: DictionaryProps,
): Promise<Result<SpellingRun, AppError>> {
  const back = undo(run);
  if (back.addedWordId !== null) {
    const answer = await ask("remove-word", { wordId: back.addedWordId });
    if (!answer.ok && answer.error.code !== "word-not-found") return answer;
    onDictionaryChanged();
  }
  return ok(back.run);
}

/** Why what a step writes does not fit; undefined where it does. */
function refusalOf(
  before: SpellingRun,
  after: SpellingRun,
  places: SpellingDialogProps["places"],
  policy: Policy,
  words: KindWords,
): string | undefined {
  for (const { id, text } of after.texts) {
    const place = places.get(id);
    const old = before.texts.find((one) => one.id === id)?.text ?? "";
    if (!place || text === old) continue;
    const over = countCharacters(text) - textLimit(place.place, policy);
    if (over > 0 && countCharacters(text) > countCharacters(old)) {
      const characters = over === 1 ? "character" : "characters";
      return `Not changed: ${fieldInWords(place.field, words)} would be ${over} ${characters} too long. Choose a shorter word, or Cancel and shorten the text.`;
    }
  }
  return undefined;
}

function inWords(error: AppError): string {
  const { text, whatToDo } = errorMessage(error);
  return `${text} ${whatToDo}`;
}

interface WordProps extends SpellingDialogProps {
  readonly steps: Steps;
  readonly finding: RunFinding;
}

/** One word that is asked about; each has a window of its own. */
function Word({ steps, finding, places, afterwards, onEnd }: WordProps) {
  const ids = useId();
  const words = useKindWords();
  const field = places.get(finding.id)?.field;
  const { run } = steps;
  const correction = useCorrection(finding, steps);
  const { suggestions, doChange } = correction;
  useFocusInDialog(ids, run.settled > 0 || run.past.length > 0);
  const total = run.settled + run.left.length;
  return (
    <div className="spellgrid">
      <div className="stack">
        <div className="label">
          <label className="strong" htmlFor={`${ids}-box`}>
            Not in Dictionary
          </label>
          <span className="counter">{`In: ${field ? fieldInWords(field, words) : ""}`}</span>
        </div>
        <SentenceBox
          id={`${ids}-box`}
          {...{ finding, sentence: correction.sentence, problem: steps.problem }}
          onType={correction.type}
          onTake={doChange}
        />
        <div className="label">
          <span className="strong" id={`${ids}-suggestions`}>
            Suggestions
          </span>
        </div>
        <SuggestionList
          labelledBy={`${ids}-suggestions`}
          {...{ suggestions, chosen: correction.chosen, empty: correction.empty }}
          onChoose={correction.choose}
          onTake={doChange}
        />
        <p className="cap quiet">{`UK English. Word ${run.settled + 1} of ${total}; ${afterwards}.`}</p>
      </div>
      <Acts {...{ steps, finding, correction }} onCancel={() => onEnd("cancelled")} />
    </div>
  );
}

/** What is to stand in the word's place: a suggestion, or what was typed over the sentence. */
function useCorrection(finding: RunFinding, { take, setProblem }: Steps) {
  const { suggestions, empty } = useSuggestions(finding);
  const [sentence, setSentence] = useState(finding.sentence);
  const [chosen, setChosen] = useState(0);
  const isTyped = sentence !== finding.sentence;
  const suggestion = isTyped ? undefined : suggestions[chosen];
  const isReady = isTyped || suggestion !== undefined;
  return {
    ...{ suggestions, empty, sentence },
    chosen: isTyped || suggestions.length === 0 ? -1 : chosen,
    type: (typed: string) => {
      setSentence(typed);
      setProblem(undefined);
    },
    choose: (index: number) => {
      setSentence(finding.sentence);
      setChosen(index);
    },
    doChange: () => {
      if (isTyped) take((now) => changeSentence(now, sentence));
      else if (suggestion !== undefined) take((now) => change(now, suggestion));
    },
    changeOff: isReady ? undefined : "There is no suggestion. Type the correction over the word.",
    /** What Change All puts in the word's place; undefined where more than the word was changed. */
    all: isTyped ? typedWord(finding, sentence) : suggestion,
  };
}

interface ActsProps {
  readonly steps: Steps;
  readonly finding: RunFinding;
  readonly correction: ReturnType<typeof useCorrection>;
  readonly onCancel: () => void;
}

/** What can be done about the word. */
function Acts({ steps, finding, correction, onCancel }: ActsProps) {
  const { changeOff, doChange, all } = correction;
  const isRepeated = finding.kind === "repeated";
  const { run, take } = steps;
  const allOff = all === undefined ? (changeOff ?? "More than the word was changed.") : undefined;
  const addOff = isRepeated ? "The word is in the dictionary: it stands here twice." : undefined;
  const undoOff = run.past.length === 0 ? "Nothing to undo yet." : undefined;
  return (
    <div className="acts">
      <ActionButton name="Change" primary off={changeOff} onPress={doChange} />
      <ActionButton name="Change All" off={allOff} onPress={() => take((now) => changeAll(now, all ?? ""))} />
      <ActionButton name="Ignore" onPress={() => take(ignore)} />
      <ActionButton name="Ignore All" onPress={() => take(ignoreAll)} />
      <ActionButton name="Add to Dictionary" off={addOff} onPress={() => void steps.add(finding.word)} />
      <ActionButton name="Undo" off={undoOff} onPress={() => void steps.undo()} />
      <ActionButton name="Cancel" onPress={onCancel} />
    </div>
  );
}

function useSuggestions({ kind, word }: RunFinding): {
  readonly suggestions: readonly string[];
  readonly empty: string;
} {
  const { data, error } = useRequest("suggest-spelling", { word }, { isOff: kind === "repeated" });
  if (kind === "repeated") return { suggestions: [REMOVE], empty: "" };
  if (data) return { suggestions: data.suggestions, empty: "No suggestions" };
  return { suggestions: [], empty: error ? "Suggestions cannot be looked up now" : "Looking for suggestions" };
}

/** What was typed in the word's place; undefined where the sentence was changed elsewhere too. */
function typedWord({ sentence, sentenceStart, start, end }: RunFinding, typed: string): string | undefined {
  const before = sentence.slice(0, start - sentenceStart);
  const after = sentence.slice(end - sentenceStart);
  const isAround = typed.startsWith(before) && typed.endsWith(after) && typed.length >= before.length + after.length;
  return isAround ? typed.slice(before.length, typed.length - after.length) : undefined;
}

/** From the second word on the focus goes back to the suggestions: what had it may be gone. */
function useFocusInDialog(ids: string, isLater: boolean): void {
  useEffect(() => {
    if (!isLater) return;
    document.querySelector<HTMLElement>(`[aria-labelledby="${ids}-suggestions"]`)?.focus();
  }, [ids, isLater]);
}

interface SentenceBoxProps {
  readonly id: string;
  readonly finding: RunFinding;
  readonly sentence: string;
  readonly problem: string | undefined;
  readonly onType: (sentence: string) => void;
  readonly onTake: () => void;
}

/** The full sentence with the word marked; it can be put right here (¶111). */
function SentenceBox({ id, finding, sentence, problem, onType, onTake }: SentenceBoxProps) {
  const overlay = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const [hasQuotes, setHasQuotes] = useState(false);
  const start = finding.start - finding.sentenceStart;
  const end = finding.end - finding.sentenceStart;
  const isTyped = sentence !== finding.sentence;
  const marks = useMemo(() => [{ start, end, look: "hit" as const }], [start, end]);
  useEffect(() => {
    box.current?.setSelectionRange(start, end);
  }, [start, end]);
  return (
    <div className="textfield">
      <textarea
        id={id}
        ref={box}
        className={problem ? "box is-error" : "box"}
        spellCheck={false}
        value={sentence}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => {
          setHasQuotes(hasDoubleQuotes(event.target.value));
          onType(cleanText(event.target.value));
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onTake();
        }}
      />
      {!isTyped && <TextMarks boxId={id} text={sentence} marks={marks} overlay={overlay} />}
      <FieldProblem id={`${id}-problem`} problem={problem} />
      {hasQuotes && <p className="why">Double quotation marks become single ones.</p>}
    </div>
  );
}
