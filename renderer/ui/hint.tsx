import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

/** What stands at the right end of the button row: a button's full name, and its shortcut or why it is off. */
export interface Hint {
  readonly fullName: string;
  readonly more: string;
}

interface HintSink {
  readonly show: (hint: Hint) => void;
  readonly clear: (hint: Hint) => void;
}

const NO_SINK: HintSink = { show: () => undefined, clear: () => undefined };
const HintSinkContext = createContext<HintSink>(NO_SINK);
const HintContext = createContext<Hint | null>(null);

/** Lets the buttons inside publish their hints, and whoever shows them read the newest. */
export function HintProvider({ children }: { readonly children: ReactNode }) {
  const [hint, setHint] = useState<Hint | null>(null);
  const sink = useMemo<HintSink>(
    () => ({
      show: setHint,
      clear: (old) => setHint((shown) => (shown?.fullName === old.fullName ? null : shown)),
    }),
    [],
  );
  return (
    <HintSinkContext value={sink}>
      <HintContext value={hint}>{children}</HintContext>
    </HintSinkContext>
  );
}

/** Where a button publishes its hint while it has the focus or the pointer. */
export function useHintSink(): HintSink {
  return useContext(HintSinkContext);
}

/** The hint to be shown now. */
export function useHint(): Hint | null {
  return useContext(HintContext);
}
