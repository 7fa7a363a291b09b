import { type CSSProperties, useEffect, useId, useMemo, useRef } from "react";
import type { Author } from "../../shared/action-plan/shown-plan.ts";
import type { WorkingCopy } from "../../shared/action-plan/working-copy.ts";
import { fullName } from "../../shared/client-record/client-record.ts";
import type { PlanWindow } from "../../shared/contract.ts";
import { Icon } from "../ui/icons.tsx";
import { shortcutOf } from "../ui/key-map.ts";
import {
  type CustomerStep,
  type CustomerText,
  customerDetails,
  customerSteps,
  customerTexts,
  meetingInWords,
} from "./customer-plan.ts";
import { useKindWords } from "./kind-words-context.ts";
import { useLargerText } from "./use-larger-text.ts";
import type { ShownPlan } from "./use-shown-plan.ts";

interface CustomerViewProps {
  readonly heading: string;
  readonly window: PlanWindow;
  readonly copy: WorkingCopy;
  readonly author: Author;
  readonly texts: ShownPlan["texts"];
  readonly onBack: () => void;
}

/**
 * The window turned to the customer: this plan in large text as it would be with the unsaved work, and nothing that
 * stays in the office.
 */
export function CustomerView({ heading, window, copy, author, texts, onBack }: CustomerViewProps) {
  const id = useId();
  const factor = useLargerText();
  const words = useKindWords();
  const steps = useMemo(() => customerSteps(copy, author, words), [copy, author, words]);
  return (
    <div className="window">
      <header className="frame">
        <div className="titlebar">
          <Icon name="mark" className="mark" />
          <h1 id={id}>{heading}</h1>
        </div>
      </header>
      <main className="turned" aria-labelledby={id} style={{ "--larger": factor } as CSSProperties}>
        <Agreed steps={steps} texts={customerTexts(texts, copy)} />
        <Beside window={window} />
      </main>
      <footer className="statusbar turned-status">
        <span className="where">Customer view</span>
        <ul>
          <li>
            <kbd>Ctrl +</kbd> larger
          </li>
          <li>
            <button type="button" className="link" onClick={onBack}>
              <kbd>{shortcutOf("customer-view")}</kbd> {`back to the ${words.adviser}`}
            </button>
          </li>
        </ul>
      </footer>
    </div>
  );
}

function Agreed({
  steps,
  texts,
}: {
  readonly steps: readonly CustomerStep[];
  readonly texts: readonly CustomerText[];
}) {
  const id = useId();
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-labelledby={id} tabIndex={0} ref={region}>
      <h2 className="big" id={id}>
        What we have agreed
      </h2>
      {steps.length === 0 && <p>Nothing yet.</p>}
      {/* biome-ignore lint/a11y/noRedundantRoles: without its numbers a list is no list to some screen readers */}
      <ol role="list">
        {steps.map((step, index) => (
          <Step key={step.id} step={step} number={index + 1} />
        ))}
      </ol>
      {texts.map(({ tab, heading, text, isUnsaved }) => (
        <div className="written" key={tab}>
          <h3>
            {heading}
            {isUnsaved && (
              <>
                {" "}
                <NotSavedYet />
              </>
            )}
          </h3>
          <p className="as-typed">{text}</p>
        </div>
      ))}
    </section>
  );
}

function Step({ step, number }: { readonly step: CustomerStep; readonly number: number }) {
  const { text, who, day, isDone, isUnsaved } = step;
  return (
    <li className="step">
      <span className={isDone ? "no done" : "no"}>
        {isDone ? (
          <>
            <Icon name="check" />
            <span className="sr">Done</span>
          </>
        ) : (
          number
        )}
      </span>
      <div>
        <p className="as-typed">{text}</p>
        <p className="by num">
          {who && (
            <span>
              Who: <b>{who}</b>
            </span>
          )}
          {day && (
            <span>
              {isDone ? "Done: " : "By: "}
              <b>{day}</b>
            </span>
          )}
          {isUnsaved && <NotSavedYet />}
        </p>
      </div>
    </li>
  );
}

function NotSavedYet() {
  return <span className="not-saved">not saved yet</span>;
}

function Beside({ window }: { readonly window: PlanWindow }) {
  const id = useId();
  const { client, pulledToday, nextAppointment } = window;
  const parts = [
    ...(nextAppointment ? [{ heading: "Our next meeting", lines: [meetingInWords(nextAppointment)] }] : []),
    ...customerDetails(pulledToday),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-labelledby={id} tabIndex={0}>
      <h2 className="big" id={id}>
        {fullName(client)}
      </h2>
      {parts.map(({ heading, lines }) => (
        <div className="side" key={heading}>
          <h3>{heading}</h3>
          {lines.map((line) => (
            <p className="num" key={line}>
              {line}
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}
