import { useId, useState } from "react";
import type { ActionItem } from "../../shared/action-plan/action-plan.ts";
import type { Workflow } from "../../shared/action-plan/workflow.ts";
import type { SavedDraft } from "../../shared/client-record/record-draft.ts";
import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import { useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { DateField } from "../ui/date-field.tsx";
import { announce } from "../ui/live-region.tsx";
import { NoteDialog } from "../ui/note-dialog.tsx";
import { useKindWords } from "./kind-words-context.ts";

interface WorkflowDialogProps {
  readonly clientId: string;
  readonly item: Pick<ActionItem, "id" | "text" | "targetDate">;
  /** The check that is set already. */
  readonly workflow: Workflow | undefined;
  readonly onClose: () => void;
}

/** Sets a check on an item, for its target date unless another day is chosen, or changes the one that is set (¶65). */
export function WorkflowDialog({ clientId, item, workflow, onClose }: WorkflowDialogProps) {
  const { policy, today } = useSession();
  const { shortItem } = useKindWords();
  const given = formatDate(workflow?.checkDate ?? item.targetDate);
  const [typed, setTyped] = useState(given);
  const setting = useAsk("set-workflow");
  const id = useId();
  const checkDate = parseTypedDate(typed, { today });
  const keep = async (note: string, savedDraft: SavedDraft) => {
    if (!checkDate) return undefined;
    const answer = await setting.mutateAsync({ clientId, itemId: item.id, checkDate, note, savedDraft });
    if (!answer.ok) return answer.error;
    announce(`A check is set for ${formatDate(checkDate)}`);
    return undefined;
  };
  return (
    <NoteDialog
      title="Workflow"
      label="Note"
      text={workflow?.note}
      limit={policy.noteCharacters}
      act={workflow ? "Change the check" : "Set the check"}
      isOptional
      place={{ clientId, form: `Workflow: ${item.id}` }}
      beside={{
        typed: { "Check Date": typed },
        given: { "Check Date": given },
        takeBack: (merged) => setTyped(merged["Check Date"] ?? given),
      }}
      off={checkDate ? undefined : "Check Date is no date"}
      keep={keep}
      onClose={onClose}
    >
      <p className="about">{item.text}</p>
      <div className="form-row check-date">
        <label className="strong" htmlFor={id}>
          Check Date
        </label>
        <DateField
          id={id}
          label="Check Date"
          value={checkDate ? formatDate(checkDate) : typed}
          today={today}
          hint={`The ${shortItem}'s target date is ${formatDate(item.targetDate)}`}
          problem={checkDate ? undefined : "Type a day as dd/mm/yyyy"}
          onChange={setTyped}
        />
      </div>
    </NoteDialog>
  );
}
