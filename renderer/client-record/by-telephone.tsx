/** The tick's name on screen. */
export const TELEPHONE = "By telephone";

interface ByTelephoneProps {
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

/** Says of a conversation that is being noted that it was held by telephone. */
export function ByTelephone({ isTicked, onTick }: ByTelephoneProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={isTicked} onChange={({ target }) => onTick(target.checked)} />
      <span>{TELEPHONE}</span>
    </label>
  );
}
