import { useId } from "react";

interface ReadOnlyValueProps {
  readonly label: string;
  readonly value: string;
}

/** A value that cannot be typed over here, with its label; blank is said as "Nothing recorded". */
export function ReadOnlyValue({ label, value }: ReadOnlyValueProps) {
  const id = useId();
  return (
    <div className="read-only">
      <span className="k" id={id}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: output would be announced at every change */}
      <span className="val" role="group" aria-labelledby={id}>
        {value || <span className="sr">Nothing recorded</span>}
      </span>
    </div>
  );
}
