import { useEffect, useState } from "react";
import type { ClericalEntry, ClericalEntryKind } from "../../shared/clerical/clerical-form.ts";
import { fullName } from "../../shared/client-record/client-record.ts";
import { formatDate, formatMoment } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { Refusal } from "../entry/refusal.tsx";
import { queryClient, useAsk, useRequest } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";

interface ProofDialogProps {
  readonly formId: string;
  /** Leads back to entering, where the form may still be gone on with. */
  readonly onGoOn?: (() => void) | undefined;
  readonly onOpenPlan?: ((clientId: string) => void) | undefined;
  readonly onClose: () => void;
}

const KINDS: Readonly<Record<ClericalEntryKind, string>> = {
  item: "Action Item",
  "amended-item": "Action Item amended",
  "closed-item": "Action Item closed",
  review: "Review",
  text: "Text",
};

/** Form against plan, entry by entry, to be ticked off with the paper in hand (¶125). */
export function ProofDialog({ formId, onGoOn, onOpenPlan, onClose }: ProofDialogProps) {
  const proof = useRequest("open-clerical-proof", { formId });
  // The next opening asks again: the form may have been gone on with.
  useEffect(() => () => queryClient.removeQueries({ queryKey: ["open-clerical-proof"] }), []);
  const [error, setError] = useState<AppError | null>(null);
  const checking = useAsk("check-clerical-entry");
  const check = async (entryId: string, isChecked: boolean) => {
    const answer = await checking.mutateAsync({ formId, entryId, isChecked });
    setError(answer.ok ? null : answer.error);
    await queryClient.invalidateQueries({ queryKey: ["open-clerical-proof"] });
    void queryClient.invalidateQueries({ queryKey: ["work-list"] });
    return answer.ok;
  };
  const { form, entries = [] } = proof.data ?? {};
  const isBegun = entries.some(({ checkedAt }) => checkedAt !== null);
  const client = form?.client;
  const refusal = error ?? proof.error?.error;
  return (
    <Dialog
      title="Form against plan"
      size="wide"
      note={`${entries.filter(({ checkedAt }) => checkedAt).length} of ${entries.length} ticked`}
      onClose={onClose}
      actions={[
        ...(onGoOn
          ? [{ name: "Go on entering", off: isBegun ? "Entries have been ticked off" : undefined, onPress: onGoOn }]
          : []),
        ...(onOpenPlan && client ? [{ name: "Open the plan", onPress: () => onOpenPlan(client.id) }] : []),
        { name: "Done", isMain: true, onPress: onClose },
      ]}
    >
      {form && client && (
        <p>
          {`Form ${form.serial} of ${fullName(client)}, ${formatDate(form.happenedOn)}, ${form.adviserOnForm}; entered ${formatMoment(form.enteredAt ?? form.issuedAt)} by ${form.enteredBy}. `}
          Tick each entry that is on the plan what it is on the form; what is left stays on the work list.
        </p>
      )}
      <ul className="proof">
        {entries.map((entry) => (
          <ProofEntry key={entry.id} entry={entry} onCheck={(isChecked) => check(entry.id, isChecked)} />
        ))}
      </ul>
      {refusal && <Refusal error={refusal} />}
    </Dialog>
  );
}

function ProofEntry({
  entry,
  onCheck,
}: {
  readonly entry: ClericalEntry;
  readonly onCheck: (isChecked: boolean) => Promise<boolean>;
}) {
  const { kind, text, facts, happenedOn, checkedAt, checkedBy } = entry;
  // The tick shows at once and goes again where it was not kept.
  const [isTicked, setIsTicked] = useState(checkedAt !== null);
  const tick = async (isChecked: boolean) => {
    setIsTicked(isChecked);
    if (!(await onCheck(isChecked))) setIsTicked(!isChecked);
  };
  return (
    <li>
      <label className="tick">
        <input type="checkbox" checked={isTicked} onChange={(event) => void tick(event.target.checked)} />
        <span>
          <span className="strong">{`${KINDS[kind]}, ${formatDate(happenedOn)}`}</span>
          <span className="said">{text ?? "Not on the plan any more"}</span>
          <span className="quiet">{facts}</span>
          {checkedAt && <span className="quiet">{`Ticked ${formatMoment(checkedAt)} by ${checkedBy}`}</span>}
        </span>
      </label>
    </li>
  );
}
