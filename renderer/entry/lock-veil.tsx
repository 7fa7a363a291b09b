import { useEffect, useId, useLayoutEffect, useState } from "react";
import type { Entry } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { ask } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Icon } from "../ui/icons.tsx";
import { refreshEntry } from "./entry-context.ts";
import { useFirstField } from "./entry-page.tsx";
import { PassphraseField } from "./passphrase-fields.tsx";
import { Refusal, RefusedTry } from "./refusal.tsx";
import { useSignIn } from "./sign-in.tsx";
import { useWait } from "./use-wait.ts";

/**
 * Covers every window while it is locked. The windows below stay as they are, so that half a sentence is still there
 * after unlocking; the styles hide them, and every dialog of theirs, wholly.
 */
export function LockVeil({ entry }: { readonly entry: Entry }) {
  const id = useId();
  useFocusReturn();
  useHiddenWindows();
  const main = useFirstField();
  const [isLeaving, setIsLeaving] = useState(false);
  const adviser = entry.advisers.find((candidate) => candidate.id === entry.lockedAdviserId);
  const name = adviser?.name ?? "the adviser";
  return (
    // The mark keeps a dialog that is open below from shutting the veil out.
    <div className="window veil" role="dialog" aria-modal="true" aria-labelledby={id} data-react-aria-top-layer="true">
      <header className="frame">
        <div className="titlebar">
          <Icon name="mark" className="mark" />
          <span className="strip">{`Action Plan - ${entry.office?.name ?? ""}`}</span>
        </div>
      </header>
      <main className="entry" tabIndex={-1} ref={main}>
        <div className="entry-head">
          <h1 id={id}>Locked</h1>
          <p className="dim">What {name} was doing is still here.</p>
        </div>
        {isLeaving ? (
          <AnotherAdviser name={name} onBack={() => setIsLeaving(false)} />
        ) : (
          <Unlock entry={entry} name={name} onLeave={() => setIsLeaving(true)} />
        )}
      </main>
    </div>
  );
}

interface UnlockProps {
  readonly entry: Entry;
  readonly name: string;
  readonly onLeave: () => void;
}

function Unlock({ entry, name, onLeave }: UnlockProps) {
  const [passphrase, setPassphrase] = useState("");
  const wait = useWait(entry.waitSeconds);
  const signingIn = useSignIn(wait);
  const unlock = async () => {
    if (!(await signingIn.run({ adviserId: entry.lockedAdviserId ?? "", passphrase }))) setPassphrase("");
  };
  return (
    <section className="choice narrow" aria-label="Unlock">
      <div className="form">
        <PassphraseField
          id="unlock-passphrase"
          label={`Passphrase of ${name}`}
          value={passphrase}
          problem={signingIn.missing ? "Enter the passphrase" : undefined}
          isFirst
          onChange={setPassphrase}
          onEnter={() => void unlock()}
        />
      </div>
      <RefusedTry error={signingIn.error} left={wait.left} />
      <div className="foot">
        <ActionButton name="Unlock" primary off={signingIn.off} onPress={() => void unlock()} />
        <button type="button" className="link" onClick={onLeave}>
          Another adviser
        </button>
      </div>
    </section>
  );
}

function AnotherAdviser({ name, onBack }: { readonly name: string; readonly onBack: () => void }) {
  const [error, setError] = useState<AppError | null>(null);
  const ids = useId();
  useEffect(() => {
    document.getElementById(`${ids}-back`)?.querySelector("button")?.focus();
  }, [ids]);
  const signOut = async () => {
    const answer = await ask("sign-out", {});
    if (!answer.ok) return setError(answer.error);
    await refreshEntry();
  };
  return (
    <section className="choice narrow" aria-label="Another adviser">
      <p>
        {name} is signed out first. What was saved stays saved; text that {name} wrote on a plan or a client record and
        did not save is kept for {name}, and nobody else sees it. What stands in any other open dialog is lost.
      </p>
      {error && <Refusal error={error} />}
      <div className="foot" id={`${ids}-back`}>
        <ActionButton name="Back" onPress={onBack} />
        <ActionButton name={`Sign out ${name}`} onPress={() => void signOut()} />
      </div>
    </section>
  );
}

/** Has the styles hide all but the veil, from before it is painted. */
function useHiddenWindows(): void {
  useLayoutEffect(() => {
    document.body.classList.add("locked");
    return () => document.body.classList.remove("locked");
  }, []);
}

/** Gives the focus back to where it was before the veil came down. */
function useFocusReturn(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      // The windows are still hidden while the veil is taken away.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);
}
