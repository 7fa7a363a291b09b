import { useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { ask } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { passphraseProblems, wordsByField } from "./entry-problems.ts";
import { NewPassphraseFields, PassphraseField } from "./passphrase-fields.tsx";
import { Refusal } from "./refusal.tsx";
import { useWait, whileWaiting } from "./use-wait.ts";

const NOTHING = { passphrase: "", passphraseAgain: "" };

/** Changes the adviser's own passphrase. */
export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState("");
  const [chosen, setChosen] = useState(NOTHING);
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const wait = useWait(0);
  const change = async () => {
    if (isBusy || wait.left > 0) return;
    setWasTried(true);
    if (passphrase === "") return document.getElementById("present-passphrase")?.focus();
    const first = passphraseProblems(chosen)[0];
    if (first) return document.getElementById(FIELD_IDS[first.field])?.focus();
    setIsBusy(true);
    const answer = await ask("change-passphrase", { passphrase, newPassphrase: chosen.passphrase });
    setIsBusy(false);
    if (!answer.ok) {
      if ("waitSeconds" in answer.error) wait.begin(answer.error.waitSeconds);
      return setError(answer.error);
    }
    announce("The passphrase is changed");
    onClose();
  };
  return (
    <Dialog
      title="Change passphrase"
      onClose={onClose}
      note={isBusy ? "Being changed" : undefined}
      actions={[
        { name: "Change", isMain: true, off: whileWaiting(wait), onPress: () => void change() },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      <div className="form">
        <PassphraseField
          id="present-passphrase"
          label="Passphrase now"
          value={passphrase}
          problem={wasTried && passphrase === "" ? "Enter the passphrase that you use now" : undefined}
          isFirst
          onChange={setPassphrase}
        />
        <NewPassphraseFields
          idPrefix="changed"
          label="New passphrase"
          value={chosen}
          problems={wasTried ? wordsByField(passphraseProblems(chosen)) : {}}
          onChange={setChosen}
          onEnter={() => void change()}
        />
      </div>
      {error && <Refusal error={error} left={wait.left} />}
    </Dialog>
  );
}

const FIELD_IDS = { passphrase: "changed-passphrase", passphraseAgain: "changed-passphrase-again" } as const;
