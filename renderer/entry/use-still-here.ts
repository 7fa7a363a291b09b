import { useEffect } from "react";
import { ask } from "../requests.ts";

const AT_MOST_EVERY_MS = 30_000;
const SIGNS_OF_USE = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Tells the main process that keys or pointer are in use, so that it does not lock; at most every half minute. */
export function useStillHere(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = () => {
      if (performance.now() - toldAt < AT_MOST_EVERY_MS) return;
      toldAt = performance.now();
      void ask("still-here", {});
    };
    for (const sign of SIGNS_OF_USE) window.addEventListener(sign, tell, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS_OF_USE) window.removeEventListener(sign, tell, { capture: true });
    };
  }, [isOn]);
}
