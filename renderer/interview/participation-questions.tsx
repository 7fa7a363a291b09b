import { type FocusEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import type { TabText } from "../../shared/action-plan/action-plan.ts";
import { TAB_TEXT_FIELDS, tabTextLimit } from "../../shared/action-plan/validate-changes.ts";
import type { OpenInterview } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { askedQuestions } from "../../shared/interview/asked-questions.ts";
import { errorMessage } from "../../shared/messages.ts";
import { cleanText, isBlank } from "../../shared/text.ts";
import { ask, refreshClient } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { useClosingGuard } from "../ui/use-closing-guard.ts";
import type { PlanLink } from "./plan-link.ts";

/** The tabs that an answer can be copied into, by their names on screen. */
const TABS: readonly { readonly value: TabText; readonly name: string }[] = [
  { value: "aims", name: "Aims" },
  { value: "employment", name: "EHist" },
  { value: "qualifications", name: "Quals" },
  { value: "info", name: "Info" },
];

interface QuestionsProps {
  /** The interview as it was when the dialog opened: what is typed stays, even if it is ended elsewhere meanwhile. */
  readonly open: OpenInterview;
  readonly link: PlanLink | null;
  readonly onOpenPlan: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The participation questions of the interview (¶63): each answer is kept as its box is left, and can be copied. */
export function ParticipationQuestions({ open, link, onOpenPlan, onClose }: QuestionsProps) {
  const { interviewKinds, policy } = useSession();
  const ids = useId();
  const [questions] = useState(() => askedQuestions(interviewKinds, open.interview.kind, open.answers));
  const answers = useAnswers(open);
  const copying = useCopying(link, answers.keep);
  const [isStuck, setIsStuck] = useState(false);
  const close = async () => {
    if (await answers.keepAll()) onClose();
    else setIsStuck(true);
  };
  const openPlan = async () => {
    if (!(await answers.keepAll())) return;
    onOpenPlan?.();
    // The button that was pressed goes as the window opens.
    document.getElementById(`${ids}-tab`)?.focus();
  };
  return (
    <Dialog
      title="Participation questions"
      size="wide"
      onClose={() => void close()}
      note="Answers are kept with the interview."
      actions={[
        ...(isStuck ? [{ name: "Close without keeping", onPress: onClose }] : []),
        { name: "Close", isMain: true, onPress: () => void close() },
      ]}
    >
      <div className="copy-target">
        <label htmlFor={`${ids}-tab`}>Copy answers into</label>
        <SelectField
          id={`${ids}-tab`}
          label="Copy answers into"
          value={copying.tab}
          options={TABS}
          onChange={copying.setTab}
        />
        {!link && onOpenPlan && (
          <>
            <span className="cap quiet">Copying needs the Action Plan window.</span>
            <ActionButton name="Open ActnPln" fullName="Open the Action Plan" small onPress={() => void openPlan()} />
          </>
        )}
      </div>
      <ol className="questions">
        {questions.map(({ code, text }, index) => (
          <li
            key={code}
            onBlur={(event: FocusEvent<HTMLElement>) => {
              if (!event.currentTarget.contains(event.relatedTarget)) void answers.keep(code);
            }}
          >
            <TextBox
              id={`${ids}-${code}`}
              label={text}
              caption={text}
              value={answers.of(code)}
              limit={policy.noteCharacters}
              problem={answers.problemOf(code)}
              onChange={(answer) => answers.write(code, answer)}
            />
            <div className="copy">
              <ActionButton
                name={`Copy to ${copying.tabName}`}
                fullName={`Copy answer ${index + 1} into the ${TAB_TEXT_FIELDS[copying.tab]}`}
                small
                off={whyNotCopied(link, answers.of(code))}
                onPress={() => void copying.copy(code, answers.of(code))}
              />
              {copying.outcome?.code === code && (
                <span className={copying.outcome.isRefused ? "err" : "cap quiet"}>{copying.outcome.words}</span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function whyNotCopied(link: PlanLink | null, answer: string): string | undefined {
  if (isBlank(answer)) return "There is no answer yet";
  return link ? undefined : "The Action Plan window is not open";
}

/** What is typed, what of it is kept, and why something could not be. */
function useAnswers({ interview, answers }: OpenInterview) {
  const given = () => Object.fromEntries(answers.map(({ question, answer }) => [question, answer]));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(given);
  const [errors, setErrors] = useState<Readonly<Record<string, AppError | undefined>>>({});
  const [kept] = useState(() => new Map(Object.entries(given())));
  // What is typed before it is drawn, so that closing in the midst of it loses nothing.
  const newest = useRef(typed);
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  const isKept = (code: string) => (kept.get(code) ?? "") === (newest.current[code] ?? "");
  useClosingGuard(() => Object.keys(newest.current).some((code) => !isKept(code)));

  const send = async (code: string): Promise<boolean> => {
    const answer = newest.current[code] ?? "";
    if (isKept(code)) return true;
    const sent = await ask("answer-question", {
      interviewId: interview.id,
      question: code,
      answer: cleanText(answer),
    });
    setErrors((before) => ({ ...before, [code]: sent.ok ? undefined : sent.error }));
    if (!sent.ok) return false;
    kept.set(code, answer);
    void refreshClient(interview.clientId);
    return true;
  };
  /** One after the other, so that an older answer never comes after a newer one. */
  const keep = (code: string): Promise<boolean> => {
    const sent = sending.current.then(() => send(code));
    sending.current = sent;
    return sent;
  };
  const keepAll = async () => {
    const sent = await Promise.all(Object.keys(newest.current).map(keep));
    return sent.every(Boolean);
  };
  useAfterPause(typed, keepAll);
  return {
    of: (code: string) => typed[code] ?? "",
    problemOf: (code: string) => {
      const error = errors[code];
      return error && `Not kept: ${errorMessage(error).text}`;
    },
    write: (code: string, answer: string) => {
      newest.current = { ...newest.current, [code]: answer };
      setTyped(newest.current);
    },
    keep,
    keepAll,
  };
}

/** How long after the last key what is typed is kept, though its box is not left. */
const TYPING_PAUSE_MS = 5_000;

function useAfterPause(typed: unknown, keep: () => Promise<unknown>): void {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is what starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => void latest.current(), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
}

interface CopyOutcome {
  readonly code: string;
  readonly isRefused: boolean;
  readonly words: string;
}

/** Copies an answer into the chosen tab's text, whole or not at all. */
function useCopying(link: PlanLink | null, keep: (code: string) => Promise<boolean>) {
  const { policy } = useSession();
  const [tab, setTab] = useState<TabText>("aims");
  const [outcome, setOutcome] = useState<CopyOutcome | null>(null);
  const field = TAB_TEXT_FIELDS[tab];
  const choose = useCallback((next: TabText) => {
    setTab(next);
    setOutcome(null);
  }, []);
  const copy = async (code: string, answer: string) => {
    if (!link || !(await keep(code))) return;
    const copied = link.copyIntoTab(tab, cleanText(answer).trim());
    const words = copied.fits
      ? `Copied into the ${field}, which is not saved yet.`
      : `Not copied: the ${field} holds ${tabTextLimit(tab, policy)} characters; this is ${copied.over} too many.`;
    setOutcome({ code, isRefused: !copied.fits, words });
    announce(words);
  };
  return { tab, tabName: TABS.find(({ value }) => value === tab)?.name ?? "", setTab: choose, outcome, copy };
}
