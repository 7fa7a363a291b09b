import { useEffect, useState } from "react";
import { announce } from "../ui/live-region.tsx";

const TICK_MS = 200;

/** Whole seconds until a passphrase may be tried again, and how to begin such a wait. */
export interface Wait {
  readonly left: number;
  begin(seconds: number): void;
}

/** A wait that counts down as the seconds pass. */
export function useWait(secondsAtFirst: number): Wait {
  const [until, setUntil] = useState(() => momentIn(secondsAtFirst));
  const [left, setLeft] = useState(secondsAtFirst);
  useEffect(() => {
    const tick = () => {
      const next = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft(next);
      return next;
    };
    if (tick() === 0) return;
    const timer = setInterval(() => {
      if (tick() > 0) return;
      clearInterval(timer);
      announce("You can try again now");
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [until]);
  return { left, begin: (seconds) => setUntil(momentIn(seconds)) };
}

function momentIn(seconds: number): number {
  return performance.now() + seconds * 1000;
}

/** Why the next try is off; undefined once it may be made. */
export function whileWaiting({ left }: Wait): string | undefined {
  return left > 0 ? `Wait ${waitInWords(left)} before the next try` : undefined;
}

/** A wait in words, such as "1 minute 5 seconds". */
export function waitInWords(seconds: number): string {
  const parts = [
    { count: Math.floor(seconds / 60), word: "minute" },
    { count: seconds % 60, word: "second" },
  ];
  return parts
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${count} ${word}${count === 1 ? "" : "s"}`)
    .join(" ");
}
