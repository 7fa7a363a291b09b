import { type ReactNode, useCallback, useState } from "react";

/** Shows a dialog and waits for its answer. */
export type AskAdviser = <T>(show: (answer: (value: T) => void) => ReactNode) => Promise<T>;

/** One dialog at a time: each is shown, answered, and gone. */
export function useDialogs(): { readonly dialog: ReactNode; readonly askAdviser: AskAdviser } {
  const [dialog, setDialog] = useState<ReactNode>(null);
  const askAdviser: AskAdviser = useCallback(
    (show) =>
      new Promise((resolve) => {
        const answer = (value: Parameters<typeof resolve>[0]) => {
          setDialog(null);
          resolve(value);
        };
        setDialog(show(answer));
      }),
    [],
  );
  return { dialog, askAdviser };
}
