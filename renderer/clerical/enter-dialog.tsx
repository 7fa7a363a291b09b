import { useEffect, useId, useState } from "react";
import type { ClericalForm } from "../../shared/clerical/clerical-form.ts";
import { fullName } from "../../shared/client-record/client-record.ts";
import type { AppError } from "../../shared/errors.ts";
import { withSingleQuotes } from "../../shared/text.ts";
import { FormField } from "../entry/form-field.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { TextBox } from "../ui/text-box.tsx";
import type { ClericalEntering } from "./entering.ts";
import { FormDetailsDialog } from "./form-details.tsx";
import type { ClericalClient } from "./issue-dialog.tsx";

interface EnterDialogProps {
  /** The customer whose form it is; null where none is chosen, so that the form itself has to say. */
  readonly client: ClericalClient | null;
  readonly isTheirPage: boolean;
  /** The number of a form that was chosen already. */
  readonly serial?: string | undefined;
  readonly onEnter: (clientId: string, entering: ClericalEntering) => void;
  readonly onOpenPlan: (clientId: string) => void;
  readonly onClose: () => void;
}

/** Asks which form is entered, then what stands at its head, and leads to the plan (¶125). */
export function EnterClericalDialog(props: EnterDialogProps) {
  const { client, onEnter, onClose } = props;
  const [form, setForm] = useState<ClericalForm>();
  if (!form) return <ChooseForm {...props} onFound={setForm} />;
  const whose = form.client ? { id: form.client.id, name: fullName(form.client) } : client;
  if (!whose) return <NobodysForm serial={form.serial} onClose={onClose} />;
  return <FormDetailsDialog form={form} client={whose} onEnter={onEnter} onClose={onClose} />;
}

type ChooseFormProps = EnterDialogProps & { readonly onFound: (form: ClericalForm) => void };

function ChooseForm({ client, isTheirPage, serial, onFound, onOpenPlan, onClose }: ChooseFormProps) {
  const id = useId();
  const { policy } = useSession();
  const chooser = useChooser(client, isTheirPage, onFound);
  const { typed, setTyped, isElsewhere, setIsElsewhere, reason, setReason, error, go } = chooser;
  // A form from the work list needs no choosing; only what became of it meanwhile is said here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the dialog opens
  useEffect(() => {
    if (serial) void chooser.find(serial);
  }, []);
  const used = error?.code === "serial-used" ? error.client : undefined;
  return (
    <Dialog
      title="Enter a clerical form"
      onClose={onClose}
      actions={[
        ...(used ? [{ name: "Open that plan", onPress: () => onOpenPlan(used.id) }] : []),
        { name: "Next", isMain: true, onPress: () => void go() },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      <div className="form">
        <FormField
          id={`${id}-serial`}
          label="Serial number"
          isFirst
          value={typed}
          maxLength={40}
          help={isElsewhere ? "As on the paper; leave it empty where there is none" : "At the top of each page"}
          onChange={(text) => setTyped(withSingleQuotes(text))}
          onEnter={() => void go()}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={isElsewhere}
          disabled={client === null}
          onChange={(event) => setIsElsewhere(event.target.checked)}
        />
        <span>
          {client ? "It has no number, or was issued elsewhere" : "A form without a number: open the customer first"}
        </span>
      </label>
      {isElsewhere && (
        <TextBox
          id={`${id}-reason`}
          label="Why it has no number from here"
          caption="Why it has no number from here"
          value={reason}
          limit={policy.noteCharacters}
          onChange={setReason}
        />
      )}
      {error && <Refusal error={error} />}
    </Dialog>
  );
}

/** What is typed to find a form, and the asking for it. */
function useChooser(client: ClericalClient | null, isTheirPage: boolean, onFound: (form: ClericalForm) => void) {
  const [typed, setTyped] = useState("");
  const [isElsewhere, setIsElsewhere] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<AppError | null>(null);
  const finding = useAsk("find-clerical-form");
  const takingIn = useAsk("take-in-clerical-form");
  const find = async (serial: string) => {
    const answer = await finding.mutateAsync({ serial });
    if (!answer.ok) return setError(answer.error);
    const { client: whose } = answer.value;
    if (isTheirPage && whose && whose.id !== client?.id) {
      return setError({ code: "serial-of-other-client", serial: answer.value.serial, client: whose });
    }
    onFound(answer.value);
  };
  const takeIn = async (clientId: string) => {
    const answer = await takingIn.mutateAsync({ clientId, paperSerial: typed, reason });
    if (answer.ok) onFound(answer.value);
    else setError(answer.error);
  };
  const go = async () => {
    if (finding.isPending || takingIn.isPending) return;
    setError(null);
    if (isElsewhere && client) await takeIn(client.id);
    else await find(typed);
  };
  return { typed, setTyped, isElsewhere, setIsElsewhere, reason, setReason, error, find, go };
}

function NobodysForm({ serial, onClose }: { readonly serial: string; readonly onClose: () => void }) {
  return (
    <Dialog title="Whose form is it" onClose={onClose} actions={[{ name: "OK", isMain: true, onPress: onClose }]}>
      <p>{`Form ${serial} was issued blank, for nobody.`}</p>
      <p>Find the customer whose name stands on it, choose them in the list, then enter the form.</p>
    </Dialog>
  );
}
