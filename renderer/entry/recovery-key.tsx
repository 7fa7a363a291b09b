import { useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { ask } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Icon } from "../ui/icons.tsx";
import { refreshEntry } from "./entry-context.ts";
import { EntryPage } from "./entry-page.tsx";
import { FormField } from "./form-field.tsx";
import { Refusal } from "./refusal.tsx";

interface RecoveryKeyProps {
  readonly officeName: string;
  /** Null when the page was loaded again: the key is shown once. */
  readonly recoveryKey: string | null;
}

/** Shows the recovery key this once, and then has its last group typed, as a check that it was noted. */
export function RecoveryKey({ officeName, recoveryKey }: RecoveryKeyProps) {
  const [isNoted, setIsNoted] = useState(recoveryKey === null);
  return recoveryKey !== null && !isNoted ? (
    <ShownKey officeName={officeName} recoveryKey={recoveryKey} onNoted={() => setIsNoted(true)} />
  ) : (
    <CheckKey officeName={officeName} onBack={recoveryKey === null ? undefined : () => setIsNoted(false)} />
  );
}

const STATUS = { left: "First start", store: "Store made, encrypted" };

interface ShownKeyProps {
  readonly officeName: string;
  readonly recoveryKey: string;
  readonly onNoted: () => void;
}

function ShownKey({ officeName, recoveryKey, onNoted }: ShownKeyProps) {
  return (
    <EntryPage
      strip={`Action Plan - ${officeName}`}
      heading="Recovery key"
      lead="It opens the store when a passphrase is forgotten. It is shown this once and kept nowhere on this desktop."
      status={STATUS}
    >
      <section className="choice narrow print-sheet" aria-label="The key to note">
        <h2>Recovery key of {officeName}</h2>
        <p>Whoever has this key can open the office's Action Plan store. Keep it locked away from the desktop.</p>
        <KeyGroups recoveryKey={recoveryKey} />
        <p className="screen-only">
          Print it or write it down, then put it in a safe place, such as the office's safe.
        </p>
        <div className="warning">
          <Icon name="warn" />
          <p>Without this key and every passphrase, nobody can open the store again, and no one can help.</p>
        </div>
        <div className="foot">
          <ActionButton name="Print" fullName="Print the recovery key" onPress={() => window.print()} />
          <ActionButton name="I have it on paper" primary onPress={onNoted} />
        </div>
      </section>
    </EntryPage>
  );
}

/** The key's groups; a screen reader takes them one by one. */
function KeyGroups({ recoveryKey }: { readonly recoveryKey: string }) {
  const groups = recoveryKey.split(/[\s-]+/).filter(Boolean);
  return (
    <ol className="key" aria-label="Recovery key">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key may hold the same group twice, and its order is fixed
        <li key={index}>{group}</li>
      ))}
    </ol>
  );
}

interface CheckKeyProps {
  readonly officeName: string;
  readonly onBack: (() => void) | undefined;
}

function CheckKey({ officeName, onBack }: CheckKeyProps) {
  const [lastGroup, setLastGroup] = useState("");
  const [error, setError] = useState<AppError | null>(null);
  const goOn = async () => {
    const answer = await ask("confirm-recovery-key", { lastGroup: lastGroup.trim() });
    if (!answer.ok) return setError(answer.error);
    await refreshEntry();
  };
  return (
    <EntryPage
      strip={`Action Plan - ${officeName}`}
      heading="Check the recovery key"
      lead="From your paper: type the last group of the key."
      status={STATUS}
    >
      <section className="choice narrow" aria-label="Check">
        {!onBack && (
          <p>
            The key was shown once and cannot be shown again. If nobody noted it, close Action Plan, start it again and
            sign in with your passphrase: the store then opens by passphrases alone.
          </p>
        )}
        <div className="form">
          <FormField
            id="last-group"
            label="Last group"
            value={lastGroup}
            isFirst
            maxLength={100}
            onChange={setLastGroup}
            onEnter={() => void goOn()}
          />
        </div>
        {error && <Refusal error={error} />}
        <div className="foot">
          {onBack && <ActionButton name="Show the key again" onPress={onBack} />}
          <ActionButton name="Go on" primary onPress={() => void goOn()} />
        </div>
      </section>
    </EntryPage>
  );
}
