interface ShownValueProps {
  readonly name: string;
  readonly value: string;
  /** What a screen reader calls it, where the name on screen is short or comes twice. */
  readonly spokenName?: string;
  /** Classes of the name's and the value's places in their grid. */
  readonly nameClass?: string;
  readonly valueClass?: string;
}

/** A name and a value that cannot be written over here; a blank value stays blank. */
export function ShownValue({ name, value, spokenName, nameClass = "k", valueClass = "" }: ShownValueProps) {
  return (
    <>
      <span className={nameClass} aria-hidden="true">
        {`${name}:`}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: an input neither wraps its value nor lets it be searched for */}
      <span
        className={`val num ${valueClass}`.trim()}
        role="textbox"
        aria-readonly="true"
        aria-label={spokenName ?? name}
        tabIndex={-1}
      >
        {value}
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
