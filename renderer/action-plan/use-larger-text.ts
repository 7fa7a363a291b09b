import { useEffect, useState } from "react";

const FACTORS = [1, 1.25, 1.5, 2] as const;

/** How much larger the customer wants the text: Ctrl with plus and minus step through, Ctrl+0 is the usual size. */
export function useLargerText(): number {
  const [step, setStep] = useState(0);
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      const by = STEPS[event.key];
      if (by === undefined || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setStep((current) => Math.min(FACTORS.length - 1, Math.max(0, current + by)));
    };
    addEventListener("keydown", keyDown);
    return () => removeEventListener("keydown", keyDown);
  }, []);
  return FACTORS[step] ?? 1;
}

const STEPS: Readonly<Record<string, number>> = { "+": 1, "=": 1, "-": -1, "0": Number.NEGATIVE_INFINITY };
