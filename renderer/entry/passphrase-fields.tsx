import { useState } from "react";
import { FormField } from "./form-field.tsx";

interface SwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function ShowSwitch({ isOn, onChange }: SwitchProps) {
  return (
    <>
      <span />
      <label className="tick">
        <input
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          checked={isOn}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>Show what is typed</span>
      </label>
    </>
  );
}

interface PassphraseFieldProps {
  readonly id: string;
  readonly label?: string | undefined;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly isFirst?: boolean | undefined;
  readonly onChange: (value: string) => void;
  readonly onEnter?: (() => void) | undefined;
}

/** The field for a passphrase that exists already, and the switch that shows what is typed. */
export function PassphraseField({ label = "Passphrase", ...props }: PassphraseFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <FormField {...props} label={label} isHidden={!isShown} autoComplete="current-password" />
      <ShowSwitch isOn={isShown} onChange={setIsShown} />
    </>
  );
}

/** A passphrase that is being chosen, typed twice. */
export interface ChosenPassphrase {
  readonly passphrase: string;
  readonly passphraseAgain: string;
}

interface NewPassphraseFieldsProps {
  /** Leads the fields' ids: `<idPrefix>-passphrase` and `<idPrefix>-passphrase-again`. */
  readonly idPrefix: string;
  readonly label?: string | undefined;
  readonly value: ChosenPassphrase;
  readonly problems: { readonly passphrase?: string | undefined; readonly passphraseAgain?: string | undefined };
  readonly help?: string | undefined;
  readonly isFirst?: boolean | undefined;
  readonly onChange: (value: ChosenPassphrase) => void;
  readonly onEnter?: (() => void) | undefined;
}

/** The two fields for a new passphrase, and the switch that shows what is typed in both. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps) {
  const { idPrefix, label = "Passphrase", value, problems, onChange, onEnter } = props;
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <FormField
        id={`${idPrefix}-passphrase`}
        label={label}
        value={value.passphrase}
        help={props.help ?? "At least 12 characters; a few words are easiest to remember"}
        problem={problems.passphrase}
        isHidden={!isShown}
        isFirst={props.isFirst}
        autoComplete="new-password"
        onChange={(passphrase) => onChange({ ...value, passphrase })}
        onEnter={onEnter}
      />
      <FormField
        id={`${idPrefix}-passphrase-again`}
        label={`${label} again`}
        value={value.passphraseAgain}
        problem={problems.passphraseAgain}
        isHidden={!isShown}
        autoComplete="new-password"
        onChange={(passphraseAgain) => onChange({ ...value, passphraseAgain })}
        onEnter={onEnter}
      />
      <ShowSwitch isOn={isShown} onChange={setIsShown} />
    </>
  );
}
