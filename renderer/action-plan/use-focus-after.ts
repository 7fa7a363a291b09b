import { useCallback, useEffect, useRef } from "react";

/** Asks for the focus to go to the first element that matches, once what was just changed is on screen. */
export type FocusAfter = (...selectors: string[]) => void;

/** Moves the focus where a command leads, since the part that had it may be gone. */
export function useFocusAfter(): FocusAfter {
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    if (wanted.current.length === 0) return;
    const found = wanted.current.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
    wanted.current = [];
    found?.focus();
  });
  return useCallback((...selectors) => {
    wanted.current = selectors;
  }, []);
}
