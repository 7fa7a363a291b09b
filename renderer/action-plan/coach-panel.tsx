import { memo, useEffect, useMemo, useRef, useState } from "react";
import type { ShownItem } from "../../shared/action-plan/shown-plan.ts";
import { type CoachAdvice, type CoachContext, coach, type Finding } from "../../shared/coach/coach.ts";
import { announce } from "../ui/live-region.tsx";

interface CoachPanelProps {
  readonly item: ShownItem;
  readonly context: Pick<CoachContext, "clientName" | "nextAppointment" | "adviser" | "meeting">;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
  /** Opens the examples; left out where there is no new item to put one into. */
  readonly onExamples: (() => void) | undefined;
}

/** The side panel while an item is written: what its text still lacks (¶47), and the vague words in it. */
export function CoachPanel({ item, context, isOn, onTurn, onExamples }: CoachPanelProps) {
  const advice = useAdvice(item, context);
  return (
    <>
      <section>
        <h2>
          SSMART coach
          <button type="button" className="link cap" onClick={() => onTurn(!isOn)}>
            {isOn ? "Turn off" : "Turn on"}
          </button>
        </h2>
        {onExamples && (
          <p>
            <button type="button" className="link" onClick={onExamples}>
              Start from an example
            </button>
          </p>
        )}
        {!isOn && <p className="dim">It is off. Turned on, it says what the text still lacks.</p>}
        {isOn && <Advice advice={advice} />}
      </section>
      {isOn && <VagueWords advice={advice} />}
    </>
  );
}

/** So long a text has to rest before it is read: the panel stays quiet while somebody types, and costs no key. */
const READS_AFTER_MS = 250;

function useAdvice(item: ShownItem, context: CoachPanelProps["context"]): CoachAdvice {
  const { clientName, nextAppointment, adviser, meeting } = context;
  const { assignedTo, targetDate } = item;
  const text = useRested(item.text);
  return useMemo(
    () => coach(text, { assignedTo, targetDate, clientName, nextAppointment, adviser, meeting }),
    [text, assignedTo, targetDate, clientName, nextAppointment, adviser, meeting],
  );
}

/** The text as it was when typing last rested. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), READS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

const LOOK: Readonly<Record<Finding, { readonly word: string; readonly item: string }>> = {
  found: { word: "Found", item: "has" },
  ask: { word: "Ask", item: "q" },
  "not-yet": { word: "Not yet", item: "not" },
};

interface AdviceProps {
  readonly advice: CoachAdvice;
}

const Advice = memo(function Advice({ advice }: AdviceProps) {
  useSpokenAdvice(advice);
  return (
    <ul className="letters">
      {advice.letters.map(({ name, finding, sentence }) => (
        <li key={name} className={LOOK[finding].item}>
          <span className="l" aria-hidden="true">
            {name[0]}
          </span>
          <div>
            <div className="t">
              {name} <span className={finding === "found" ? "good" : undefined}>{LOOK[finding].word}</span>
            </div>
            <p>{sentence}</p>
          </div>
        </li>
      ))}
    </ul>
  );
});

const VagueWords = memo(function VagueWords({ advice: { vagueWords } }: AdviceProps) {
  // The same words twice need the same advice once.
  const named = [...new Map(vagueWords.map((vague) => [vague.words.toLowerCase(), vague])).values()];
  return (
    <section>
      <h2>Vague words</h2>
      {named.length === 0 && <p className="dim">None found.</p>}
      {named.map(({ words, advice }) => (
        <p key={words}>
          <span className="vague">{words}</span>
          {`: ${advice}`}
        </p>
      ))}
      <p className="cap quiet">The coach suggests. It never stops a save.</p>
    </section>
  );
});

/** So long nothing more may have been typed before the coach is heard. */
const SPEAKS_AFTER_MS = 1_500;

/** Speaks of what the coach found once typing rests, and only when it has changed. */
function useSpokenAdvice({ letters, vagueWords }: CoachAdvice): void {
  const words = adviceInWords({ letters, vagueWords });
  const spoken = useRef(words);
  useEffect(() => {
    if (spoken.current === words) return undefined;
    const timer = setTimeout(() => {
      spoken.current = words;
      announce(words);
    }, SPEAKS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
}

function adviceInWords({ letters, vagueWords }: CoachAdvice): string {
  const missing = letters.filter(({ finding }) => finding === "not-yet").map(({ name }) => name);
  const vague = vagueWords.map(({ words }) => words);
  return [
    missing.length === 0 ? "SSMART coach: nothing is missing" : `SSMART coach: not yet ${missing.join(", ")}`,
    ...(vague.length === 0 ? [] : [`vague words: ${vague.join(", ")}`]),
  ].join("; ");
}
