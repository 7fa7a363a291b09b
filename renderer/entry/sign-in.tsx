import { useState } from "react";
import type { Entry, RequestInput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { ask } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { refreshEntry } from "./entry-context.ts";
import { EntryPage } from "./entry-page.tsx";
import { FormSelect } from "./form-field.tsx";
import { PassphraseField } from "./passphrase-fields.tsx";
import { Recover } from "./recover.tsx";
import { RefusedTry } from "./refusal.tsx";
import { useWait, type Wait, whileWaiting } from "./use-wait.ts";

/** The door: an adviser's passphrase, or the way round by the recovery key. */
export function SignIn({ entry }: { readonly entry: Entry }) {
  const [isRecovering, setIsRecovering] = useState(false);
  const wait = useWait(entry.waitSeconds);
  return isRecovering ? (
    <Recover entry={entry} wait={wait} onBack={() => setIsRecovering(false)} />
  ) : (
    <SignInForm entry={entry} wait={wait} onRecover={() => setIsRecovering(true)} />
  );
}

interface SignInFormProps {
  readonly entry: Entry;
  readonly wait: Wait;
  readonly onRecover: () => void;
}

function SignInForm({ entry, wait, onRecover }: SignInFormProps) {
  const officeName = entry.office?.name ?? "";
  const [adviserId, setAdviserId] = useState(onlyAdviserOf(entry));
  const [passphrase, setPassphrase] = useState("");
  const signingIn = useSignIn(wait);
  const signIn = async () => {
    if (!(await signingIn.run({ adviserId: adviserId ?? "", passphrase }))) setPassphrase("");
  };
  return (
    <EntryPage
      strip={`Action Plan - ${officeName}`}
      heading="Sign in"
      lead={officeName}
      status={{ left: "Signed out", store: "Store closed, encrypted" }}
    >
      <section className="choice narrow" aria-label="Sign in">
        <div className="form">
          <FormSelect
            id="sign-in-adviser"
            label="Adviser"
            value={adviserId}
            options={adviserOptions(entry)}
            problem={signingIn.missing === "adviser" ? "Choose your name" : undefined}
            onChange={setAdviserId}
          />
          <PassphraseField
            id="sign-in-passphrase"
            value={passphrase}
            problem={signingIn.missing === "passphrase" ? "Enter your passphrase" : undefined}
            isFirst
            onChange={setPassphrase}
            onEnter={() => void signIn()}
          />
        </div>
        <RefusedTry error={signingIn.error} left={wait.left} />
        <div className="foot">
          <ActionButton name="Sign in" primary off={signingIn.off} onPress={() => void signIn()} />
          <button type="button" className="link" onClick={onRecover}>
            Use the recovery key
          </button>
        </div>
      </section>
    </EntryPage>
  );
}

/** The office's advisers as a field offers them. */
export function adviserOptions({ advisers }: Entry) {
  return advisers.map(({ id, name }) => ({ value: id, name }));
}

/** The adviser there is no choosing from; null where there are several. */
export function onlyAdviserOf({ advisers }: Entry): string | null {
  return advisers.length === 1 ? (advisers[0]?.id ?? null) : null;
}

/** Signs in or unlocks, and begins the wait that wrong passphrases bring. */
export function useSignIn(wait: Wait) {
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [missing, setMissing] = useState<"adviser" | "passphrase" | null>(null);
  /** Tries; true when the adviser is in. */
  const run = async (input: RequestInput<"sign-in">): Promise<boolean> => {
    if (isBusy || wait.left > 0) return false;
    const isMissing = input.adviserId === "" ? "adviser" : input.passphrase === "" ? "passphrase" : null;
    setMissing(isMissing);
    if (isMissing) return false;
    setIsBusy(true);
    const answer = await ask("sign-in", input);
    setIsBusy(false);
    setError(answer.ok ? null : answer.error);
    if (!answer.ok && "waitSeconds" in answer.error) wait.begin(answer.error.waitSeconds);
    if (answer.ok) await refreshEntry();
    return answer.ok;
  };
  const off = whileWaiting(wait) ?? (isBusy ? "Being checked" : undefined);
  return { run, error, off, missing };
}
