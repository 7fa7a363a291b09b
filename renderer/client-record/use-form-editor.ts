import { createContext, useContext, useState } from "react";
import { type FormProblem, isSameForm, mergeForms, type RecordForm } from "../../shared/client-record/record-form.ts";
import { recordProblemMessage } from "../../shared/client-record/record-messages.ts";
import type { AppError } from "../../shared/errors.ts";
import { useClosingGuard } from "../ui/use-closing-guard.ts";
import { type DraftPlace, useRecordDraft } from "./use-record-draft.ts";

/** Why a form was not saved: a refusal, or "asked" where something else has to be answered first. */
export type NotSaved = AppError | "asked";

/** What goes with what is saved: that the clock is right as it is, and whose draft it was. */
export interface Saving {
  readonly isClockConfirmed: boolean;
  readonly draftWindows?: string[];
}

interface FormSubject {
  /** Under what its draft is kept. */
  readonly place: DraftPlace;
  /** What stands in the store now, as a form; it may change while the form is filled in. */
  readonly now: RecordForm;
  readonly merge?: typeof mergeForms;
  /** What is still to be put right in a form. */
  readonly check: (form: RecordForm) => readonly FormProblem[];
  /** Saves a form that has nothing to put right; answers why it was not saved, or nothing once it is. */
  readonly send: (form: RecordForm, saving: Saving) => Promise<NotSaved | undefined>;
  readonly onSaved: () => void;
}

/** What is shown of a form: itself, the list of what to put right, what becomes of it, or whether the clock is right. */
type View = "form" | "problems" | "asking" | "clock";

export type FormEditor = ReturnType<typeof useFormEditor>;

/** A form that is filled in: nothing typed is lost by what is saved elsewhere meanwhile, nor by a refusal. */
export function useFormEditor({ place, now, merge = mergeForms, check, send, onSaved }: FormSubject) {
  const [state, setState] = useState({ before: now, form: now, beside: {} as RecordForm, isMerged: false });
  const [view, setView] = useState<View>("form");
  const [hasTried, setHasTried] = useState(false);
  const [refused, setRefused] = useState<readonly FormProblem[]>([]);
  const [error, setError] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);
  const isTyped = !isSameForm(state.form, state.before);
  if (!isSameForm(now, state.before)) {
    const merged = merge(state.before, state, now);
    setState({ ...merged, before: now, isMerged: isTyped && !isSameForm(merged.form, now) });
  }
  useClosingGuard(() => isTyped);
  const draft = useRecordDraft(place, {
    typed: isTyped ? { form: state.form, before: state.before } : null,
    takeBack: (kept) => {
      const merged = merge(kept.before, { form: kept.form, beside: {} }, now);
      const isStillTyped = !isSameForm(merged.form, now);
      setState({ ...merged, before: now, isMerged: isStillTyped && !isSameForm(kept.before, now) });
      return isStillTyped;
    },
  });

  const checked = check(state.form);
  const stillRefused = refused.filter(({ field }) => checked.every((problem) => problem.field !== field));
  const problems = hasTried ? [...checked, ...stillRefused] : [];
  const take = (form: RecordForm) => {
    setState((before) => ({ ...before, form }));
    setError(undefined);
  };
  const answer = async (outcome: NotSaved | undefined) => {
    if (outcome === undefined) {
      await draft.settle();
      return onSaved();
    }
    setView("form");
    if (outcome === "asked" || outcome.code === "record-changed") return;
    if (outcome.code === "clock-moved-back") setView("clock");
    if (outcome.code !== "record-refused") return setError(outcome);
    setRefused(outcome.problems);
    setView("problems");
  };
  return {
    ...state,
    draft,
    view,
    setView,
    isTyped,
    problems,
    error,
    isSaving,
    take,
    write: (name: string, value: string) => {
      setRefused((before) => before.filter(({ field }) => field !== name));
      setState((before) => ({ ...before, form: { ...before.form, [name]: value } }));
      setError(undefined);
    },
    save: async (isClockConfirmed = false) => {
      if (isSaving) return;
      setHasTried(true);
      setRefused([]);
      if (checked.length > 0) return setView("problems");
      setIsSaving(true);
      const outcome = await send(state.form, { isClockConfirmed, draftWindows: draft.windows() });
      await answer(outcome);
      setIsSaving(false);
    },
  };
}

/** The form that the fields of a dialog belong to. */
export const FormContext = createContext<FormEditor | null>(null);

/** A field's value, what is wrong with it and what stands in its place now, in the form above it. */
export function useFormField(name: string) {
  const editor = useContext(FormContext);
  if (!editor) throw new Error("There is no form above this field");
  const problem = editor.problems.find(({ field }) => field === name);
  return {
    value: editor.form[name] ?? "",
    beside: editor.beside[name],
    problem: problem && inBrief(problemSentence(problem)),
    write: (value: string) => editor.write(name, value),
  };
}

/** What is wrong with a field and what to do, as the end of a sentence that starts with the field's name. */
export function problemSentence({ field, reason }: FormProblem): string {
  if (reason.code === "not-a-date") return `'${reason.typed}' is no date; write it as dd/mm/yyyy.`;
  return recordProblemMessage({ field, reason });
}

/** The same as it fits below the field. */
function inBrief(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1).replace(/\.$/, "");
}

/** The id of a field of a form, where the list of what to put right leads. */
export function recordFieldId(name: string): string {
  return `record-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}
