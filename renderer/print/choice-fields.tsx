import { useId } from "react";
import {
  optionInWords,
  type PrintChoice,
  type PrintStyle,
  printOptionSchema,
  printPasswordSchema,
} from "../../shared/print/print-options.ts";
import { useKindWords } from "../action-plan/kind-words-context.ts";
import { isElectron } from "../bridge.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { FieldProblem } from "../ui/field-problem.tsx";

interface ChoiceFieldsProps {
  readonly choice: PrintChoice;
  readonly onChange: (chosen: Partial<PrintChoice>) => void;
}

/** The four options (¶114). */
export function OptionFields({ choice, onChange }: ChoiceFieldsProps) {
  const words = useKindWords();
  return (
    <fieldset>
      <legend>Print</legend>
      {printOptionSchema.options.map((option) => (
        <label className="radio" key={option}>
          <input
            type="radio"
            name="print-option"
            checked={option === choice.option}
            onChange={() => onChange({ option })}
          />
          <span>{optionInWords(option, words)}</span>
        </label>
      ))}
      <p className="cap quiet">
        Each prints all of the {words.customer} information too. Blank fields and sections are left out.
      </p>
    </fieldset>
  );
}

const STYLES: readonly { readonly style: PrintStyle; readonly name: string }[] = [
  { style: "standard", name: "Standard" },
  { style: "new-deal", name: "New Deal" },
];

/** Standard or New Deal (¶115). */
export function StyleFields({ choice, onChange }: ChoiceFieldsProps) {
  return (
    <fieldset>
      <legend>Style</legend>
      <div className="print-styles">
        {STYLES.map(({ style, name }) => (
          <label className="radio" key={style}>
            <input
              type="radio"
              name="print-style"
              checked={style === choice.style}
              onChange={() => onChange({ style })}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What is chosen for one customer's copy, and what becomes of one that is saved. */
export function CustomerCopyFields({ choice, isLocked, onChange }: ChoiceFieldsProps & { readonly isLocked: boolean }) {
  const customer = capitalised(useKindWords().customer);
  return (
    <fieldset>
      <legend>{`${customer}'s copy`}</legend>
      <label className="tick">
        <input
          type="checkbox"
          checked={choice.isLarge}
          onChange={({ target }) => onChange({ isLarge: target.checked })}
        />
        <span>Large print, 18 point</span>
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={choice.withoutStaffNames}
          onChange={({ target }) => onChange({ withoutStaffNames: target.checked })}
        />
        <span>Leave out names of staff</span>
      </label>
      {!isLocked && <p className="cap quiet">{UNENCRYPTED}</p>}
    </fieldset>
  );
}

interface ElectronicCopyProps {
  /** Stands open at first. */
  readonly isOpen: boolean;
  readonly password: string;
  readonly off: string | undefined;
  readonly onPassword: (password: string) => void;
  readonly onSaveWebPage: () => void;
}

/** What only a copy that is sent as a file has: a password, or the form of a web page. */
export function ElectronicCopy({ isOpen, password, off, onPassword, onSaveWebPage }: ElectronicCopyProps) {
  const id = useId();
  const problem = isPassword(password) ? undefined : PASSWORD_RULE;
  return (
    <details
      className="electronic-copy"
      open={isOpen || undefined}
      onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: "nearest" })}
    >
      <summary>Give an electronic copy</summary>
      <label className="print-password" htmlFor={id}>
        <span>Password</span>
        <input
          id={id}
          className={problem ? "in is-error" : "in"}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          value={password}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-help ${id}-problem`}
          onChange={({ target }) => onPassword(target.value)}
        />
      </label>
      <FieldProblem id={`${id}-problem`} problem={problem} />
      <p className="cap quiet" id={`${id}-help`}>
        For Save as PDF alone. Leave it empty for a PDF that opens without one. It is kept nowhere.
      </p>
      <ActionButton name="Save as web page" off={off} onPress={onSaveWebPage} small />
    </details>
  );
}

/** Whether a PDF can be locked with what was typed, or is to have no password. */
export function isPassword(password: string): boolean {
  return password === "" || printPasswordSchema.safeParse(password).success;
}

/** Said beside the field and on the button. */
export const PASSWORD_RULE =
  "A password has 8 to 64 letters, figures or signs of an English keyboard, without spaces and without £.";

/** Where a saved document goes, and how it is kept there: each host hands it over in its own way. */
const UNENCRYPTED = isElectron()
  ? "A saved PDF opens in this computer's own viewer. A copy saved from the viewer is not encrypted."
  : "Save as PDF puts a file in your downloads. The file is not encrypted: delete it once the copy is handed over.";

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
