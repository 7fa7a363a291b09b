import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import {
  changedTexts,
  everyText,
  type FreeText,
  textAt,
  textOnScreen,
  writeText,
} from "../../shared/action-plan/free-texts.ts";
import type { FieldName } from "../../shared/action-plan/problems.ts";
import { TAB_TEXT_FIELDS } from "../../shared/action-plan/validate-changes.ts";
import { goToPlace, type WorkingCopy } from "../../shared/action-plan/working-copy.ts";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import type { Policy } from "../../shared/policy.ts";
import type { Finding } from "../../shared/spelling/spelling.ts";
import { type RunFinding, type SpellingRun, startRun, textChanged } from "../../shared/spelling/spelling-run.ts";
import type { CopyStore } from "../action-plan/copy-store.ts";
import { fieldId, TAB_OF_TEXT, type TabName } from "../action-plan/field-ids.ts";
import type { AskAdviser } from "../action-plan/use-dialogs.ts";
import { ask } from "../requests.ts";
import { afterNextFrame } from "../ui/after-next-frame.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { type RunEnd, SpellingDialog } from "./spelling-dialog.tsx";
import { openUnderlines, type Underlines } from "./underlines.ts";

interface SpellingParts {
  readonly clientId: string;
  readonly policy: Policy;
  readonly store: CopyStore;
  readonly askAdviser: AskAdviser;
  readonly setTab: (tab: TabName) => void;
}

const FIELDS: readonly FieldName[] = ["Action Item", "Review", ...Object.values(TAB_TEXT_FIELDS)];

/** How the check before a Save ended: every word is settled, it could not be had, or the adviser would not save yet. */
export type SpellingOutcome = "checked" | "unchecked" | "stopped";

/** The spelling of the plan: before every Save, at the adviser's wish, and while something is typed. */
export function useSpelling(parts: SpellingParts) {
  const underlines = useUnderlines(parts.clientId, parts.store);
  useEffect(() => afterNextFrame(() => void ask("warm-spelling", {})), []);
  const settleParts = { ...parts, underlines };
  return { underlines, checkBeforeSave: useCheckBeforeSave(settleParts), run: useCheckAtWish(settleParts) };
}

interface SettleParts extends SpellingParts {
  readonly underlines: Underlines;
}

/** The check of what is new or changed, answering what Save has to go by; `waiting` is told while the check is under way. */
function useCheckBeforeSave(parts: SettleParts) {
  const { clientId, store, underlines, askAdviser } = parts;
  // What was gone through to the end is not asked about again until it is changed.
  const settled = useRef<ReadonlyMap<string, string>>(new Map());
  return async (waiting: (isWaiting: boolean) => void): Promise<SpellingOutcome> => {
    const texts = changedTexts(store.current).filter(({ id, text }) => settled.current.get(id) !== text);
    if (texts.length === 0) return "checked";
    waiting(true);
    const answer = await check(clientId, texts);
    waiting(false);
    if (!answer.ok) {
      const goesOn = await askAdviser<boolean>((go) => <UncheckedDialog error={answer.error} onAnswer={go} />);
      return goesOn ? "unchecked" : "stopped";
    }
    const findings = answer.value.findings.filter(({ word }) => !underlines.isIgnored(word));
    const isSettled =
      findings.length === 0 ||
      (await goThrough(parts, texts, findings, "when the last is settled, Save goes on by itself"));
    if (isSettled) settled.current = new Map(changedTexts(store.current).map(({ id, text }) => [id, text]));
    return isSettled ? "checked" : "stopped";
  };
}

/** Spell: one check at a time, which ends with the Spelling window or with a note that nothing was found. */
function useCheckAtWish(parts: SettleParts) {
  const { clientId, store, askAdviser } = parts;
  const lastField = useLastField();
  const isChecking = useRef(false);
  const checkAndShow = async (): Promise<void> => {
    const { texts, what, isWanted } = whatToCheck(store.current, lastField.current);
    const answer = await check(clientId, texts);
    if (!answer.ok) {
      return askAdviser<void>((go) => (
        <NoteDialog title={errorMessage(answer.error).title} text={sentenceOf(answer.error)} onClose={go} />
      ));
    }
    const findings = answer.value.findings.filter(isWanted);
    if (findings.length > 0)
      return void (await goThrough(parts, texts, findings, "when the last is settled, this closes"));
    await askAdviser<void>((go) => (
      <NoteDialog title="Spelling checked" text={`No unknown word in ${what}.`} onClose={go} />
    ));
  };
  return async (): Promise<void> => {
    if (isChecking.current) return;
    isChecking.current = true;
    await checkAndShow();
    isChecking.current = false;
  };
}

function check(clientId: string, texts: readonly FreeText[]) {
  return ask("check-spelling", { clientId, texts: texts.map(({ id, text }) => ({ id, text })) });
}

/** The selected word, else the field that the cursor is or was last in, else every free text of the plan (¶113). */
function whatToCheck(copy: WorkingCopy, lastField: FieldName | null) {
  const box = lastField && document.getElementById(fieldId(lastField));
  const text = lastField && textOnScreen(copy, lastField);
  if (!lastField || !text || !(box instanceof HTMLTextAreaElement)) {
    return { texts: everyText(copy), what: "the plan", isWanted: () => true };
  }
  const { selectionStart: from, selectionEnd: to } = box;
  const isSelected = ({ start, end }: Finding) => from === to || (start < to && end > from);
  return { texts: [text], what: from === to ? lastField : "what is selected", isWanted: isSelected };
}

/** Shows the Spelling window over the lower half; true once every word is settled, false where it is broken off. */
async function goThrough(
  { store, underlines, policy, askAdviser, setTab }: SettleParts,
  texts: readonly FreeText[],
  findings: readonly RunFinding[],
  afterwards: string,
): Promise<boolean> {
  const places = new Map(texts.map((text) => [text.id, text]));
  const show = (finding: RunFinding | null) => {
    const text = finding && places.get(finding.id);
    if (!finding || !text) return underlines.show(null);
    store.change((copy) => goToPlace(copy, text.place));
    if (text.place.of === "text") setTab(TAB_OF_TEXT[text.place.tab]);
    underlines.show({ field: text.field, start: finding.start, end: finding.end });
  };
  const brought = (run: SpellingRun) =>
    run.texts.reduce((now, { id }) => textChanged(now, id, textAt(store.current, { id })), run);
  const write = (before: SpellingRun, after: SpellingRun) => {
    for (const { id, text } of after.texts) {
      const place = places.get(id)?.place;
      if (place && before.texts.find((one) => one.id === id)?.text !== text) {
        store.change((copy) => writeText(copy, place, text));
      }
    }
  };
  const end = await askAdviser<RunEnd>((answer) => (
    <SpellingDialog
      // What was typed during the check has moved the words.
      started={brought(startRun(texts, findings))}
      {...{ places, policy, afterwards, brought }}
      onWrite={write}
      onShow={show}
      onDictionaryChanged={underlines.forget}
      onEnd={answer}
    />
  ));
  underlines.show(null);
  return end === "settled";
}

function useUnderlines(clientId: string, store: CopyStore): Underlines {
  const [written] = useState(() => new Set<FieldName>());
  const underlines = useMemo(() => openUnderlines(watchParts(clientId, store, written)), [clientId, store, written]);
  useEffect(() => {
    const stop = store.subscribe(underlines.changed);
    const onFocus = ({ target }: Pick<FocusEvent, "target">) => {
      const field = fieldOf(target);
      if (!field || written.has(field)) return;
      written.add(field);
      underlines.changed();
    };
    // A plan that does not exist yet has opened with the focus in its first field.
    onFocus({ target: document.activeElement });
    document.addEventListener("focusin", onFocus);
    return () => {
      stop();
      document.removeEventListener("focusin", onFocus);
      underlines.close();
    };
  }, [underlines, store, written]);
  return underlines;
}

/** The plan's field that an element is the box of. */
function fieldOf(target: EventTarget | null): FieldName | undefined {
  return FIELDS.find((field) => target instanceof HTMLTextAreaElement && target.id === fieldId(field));
}

/** Only fields in which the adviser has been are watched: what is merely read stays without lines. */
function watchParts(
  clientId: string,
  store: CopyStore,
  written: ReadonlySet<FieldName>,
): Parameters<typeof openUnderlines>[0] {
  return {
    read: () => {
      if (store.isWaiting) return undefined;
      return [...written].flatMap((field) => {
        const box = document.getElementById(fieldId(field));
        return box instanceof HTMLTextAreaElement ? [{ field, text: box.value }] : [];
      });
    },
    check: async (texts) => {
      const answer = await ask("check-spelling", {
        clientId,
        texts: texts.map((text, index) => ({ id: String(index), text })),
      });
      if (!answer.ok) return undefined;
      return texts.map((_, index) => answer.value.findings.filter(({ id }) => id === String(index)));
    },
    onFound: (field, words) => {
      if (document.activeElement?.id !== fieldId(field)) return;
      announce(`${words.length} ${words.length === 1 ? "word" : "words"} not in the dictionary: ${words.join(", ")}`);
    },
  };
}

/** The field that has the focus, or had it before a button or a menu took it. */
function useLastField() {
  const [last] = useState<{ current: FieldName | null }>({ current: null });
  useEffect(() => {
    const onFocus = ({ target }: Pick<FocusEvent, "target">) => {
      if (!(target instanceof Element) || !target.closest(".halves")) return;
      last.current = fieldOf(target) ?? null;
    };
    onFocus({ target: document.activeElement });
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [last]);
  return last;
}

function sentenceOf(error: AppError): string {
  const { text, whatToDo } = errorMessage(error);
  return `${text} ${whatToDo}`;
}

/** Says that the check did not answer, and lets the adviser save all the same. */
function UncheckedDialog(props: { readonly error: AppError; readonly onAnswer: (goesOn: boolean) => void }): ReactNode {
  const { error, onAnswer } = props;
  return (
    <Dialog
      title={errorMessage(error).title}
      onClose={() => onAnswer(false)}
      actions={[
        { name: "Save unchecked", isMain: true, onPress: () => onAnswer(true) },
        { name: "Back", onPress: () => onAnswer(false) },
      ]}
    >
      <p>{sentenceOf(error)}</p>
    </Dialog>
  );
}

interface NoteProps {
  readonly title: string;
  readonly text: string;
  readonly onClose: () => void;
}

function NoteDialog({ title, text, onClose }: NoteProps): ReactNode {
  return (
    <Dialog title={title} onClose={onClose} actions={[{ name: "OK", isMain: true, onPress: onClose }]}>
      <p>{text}</p>
    </Dialog>
  );
}
