import type { KeyboardEvent, ReactNode } from "react";
import { HintProvider, useHint } from "./hint.tsx";

interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** The button row; at its right end stands the hint of the button that has the focus or the pointer. */
export function Toolbar({ label, children }: ToolbarProps) {
  return (
    <HintProvider>
      <div className="toolbar" role="toolbar" aria-label={label} onKeyDown={moveFocus}>
        {children}
        <ShownHint />
      </div>
    </HintProvider>
  );
}

function ShownHint() {
  const hint = useHint();
  return (
    // The button's description says the same to a screen reader.
    <span className="hint" aria-hidden="true">
      {hint && (
        <span>
          <b>{hint.fullName}</b> {hint.more}
        </span>
      )}
    </span>
  );
}

/** Arrow keys, Home and End go from button to button. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<Element & HTMLOrSVGElement>("button")];
  const current = buttons.findIndex((button) => button.matches(":focus"));
  const target = targetOf(event.key, current, buttons.length);
  if (current < 0 || target === undefined || event.altKey || event.ctrlKey) return;
  event.preventDefault();
  buttons[target]?.focus();
}

function targetOf(key: string, current: number, count: number): number | undefined {
  if (key === "ArrowRight") return (current + 1) % count;
  if (key === "ArrowLeft") return (current + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
