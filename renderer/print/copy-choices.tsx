import { useId } from "react";

/** What is chosen for the customer's own copy. */
export interface CustomerCopy {
  readonly isLarge: boolean;
  readonly withoutStaffNames: boolean;
  /** Opens the PDF; empty for one that opens without. */
  readonly password: string;
}

/** A copy like the office's own. */
export const NO_COPY_CHOICES: CustomerCopy = { isLarge: false, withoutStaffNames: false, password: "" };

interface CopyChoicesProps {
  readonly copy: CustomerCopy;
  readonly onChange: (copy: CustomerCopy) => void;
}

/** Large print, names left off, and a password for a file that is sent. */
export function CopyChoices({ copy, onChange }: CopyChoicesProps) {
  const id = useId();
  return (
    <fieldset>
      <legend>Customer's copy</legend>
      <label className="tick">
        <input
          type="checkbox"
          checked={copy.isLarge}
          onChange={(event) => onChange({ ...copy, isLarge: event.target.checked })}
        />
        <span>Large print</span>
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={copy.withoutStaffNames}
          onChange={(event) => onChange({ ...copy, withoutStaffNames: event.target.checked })}
        />
        <span>Leave off staff names</span>
      </label>
      <label className="print-password" htmlFor={id}>
        <span>Password</span>
        <input
          id={id}
          className="in"
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          value={copy.password}
          aria-describedby={`${id}-help`}
          onChange={(event) => onChange({ ...copy, password: event.target.value })}
        />
      </label>
      <p className="cap quiet" id={`${id}-help`}>
        For a PDF alone: 8 characters or more. Leave it empty for a PDF that opens without one. It is kept nowhere.
      </p>
    </fieldset>
  );
}
