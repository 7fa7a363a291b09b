import { BLANK, PulledMark, WasBefore } from "./pulled-mark.tsx";

interface ShownValueProps {
  readonly name: string;
  readonly value: string;
  /** What it was in the saved plan; absent where it is still the same. */
  readonly was?: string | undefined;
  /** True where there is no room for the mark's words: the value beside it carries them for both. */
  readonly isMarkedBeside?: boolean;
  /** True where only the mark's sign fits on the value's line; its word is then spoken. */
  readonly isNarrow?: boolean;
  /** What a screen reader calls it, where the name on screen is short or comes twice. */
  readonly spokenName?: string;
  /** Classes of the name's and the value's places in their grid. */
  readonly nameClass?: string;
  readonly valueClass?: string;
}

/** A name and a value that cannot be written over here; a blank value stays blank. */
export function ShownValue(props: ShownValueProps) {
  const { name, value, was, isMarkedBeside = false, isNarrow = false } = props;
  const { spokenName, nameClass = "k", valueClass = "" } = props;
  const isChanged = was !== undefined;
  return (
    <>
      <span className={nameClass} aria-hidden="true">
        {`${name}:`}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: an input neither wraps its value nor lets it be searched for */}
      <span
        className={`val num ${isChanged ? "is-changed" : ""} ${valueClass}`.replace(/ +/g, " ").trim()}
        role="textbox"
        aria-readonly="true"
        aria-label={spokenName ?? name}
        tabIndex={-1}
      >
        {value}
        {isChanged && isMarkedBeside && <span className="sr">{` Changed, was ${was || BLANK}`}</span>}
        {isChanged && !isMarkedBeside && (
          <>
            <PulledMark word="Changed" isShort={isNarrow} />
            <WasBefore was={was} />
          </>
        )}
      </span>
    </>
  );
}

/** Keeps a name's and a value's places in their grid free. */
export function Filler() {
  return (
    <>
      <span className="filler" />
      <span className="filler" />
    </>
  );
}
