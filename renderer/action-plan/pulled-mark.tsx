import { Icon } from "../ui/icons.tsx";

/** What stands in the message and beside a value where there was none. */
export const BLANK = "blank";

interface PulledMarkProps {
  readonly word: "Changed" | "New";
  /** True where the sign has to do on screen; the word is then spoken only. */
  readonly isShort?: boolean;
}

/** The diamond and the word of a detail that differs from the saved plan. */
export function PulledMark({ word, isShort = false }: PulledMarkProps) {
  return (
    <span className="chg">
      <Icon name="diamond" />
      {isShort ? <span className="sr">{word}</span> : word}
    </span>
  );
}

/** What a changed detail was in the saved plan. */
export function WasBefore({ was }: { readonly was: string }) {
  return <span className="was num">{` was ${was || BLANK}`}</span>;
}
