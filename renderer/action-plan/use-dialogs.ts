import { createElement, Fragment, type ReactNode, useCallback, useRef, useState } from "react";

/** Shows a dialog and waits for its answer. */
export type AskAdviser = <T>(show: (answer: (value: T) => void) => ReactNode) => Promise<T>;

interface Asked {
  readonly key: number;
  readonly node: ReactNode;
}

/** One dialog at a time, in the order in which they were asked for: each is shown, answered, and gone. */
export function useDialogs(): { readonly dialog: ReactNode; readonly askAdviser: AskAdviser } {
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const keys = useRef(0);
  const askAdviser: AskAdviser = useCallback(
    (show) =>
      new Promise((resolve) => {
        keys.current += 1;
        const key = keys.current;
        const answer = (value: Parameters<typeof resolve>[0]) => {
          setAsked((before) => before.filter((one) => one.key !== key));
          resolve(value);
        };
        const node = show(answer);
        setAsked((before) => [...before, { key, node }]);
      }),
    [],
  );
  const [first] = asked;
  // A dialog of the same kind as the one before it starts afresh.
  return { dialog: first ? createElement(Fragment, { key: first.key }, first.node) : null, askAdviser };
}
