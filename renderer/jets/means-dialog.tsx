import { useId, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import type { MeetingMeans, Participant } from "../../shared/jets/participant.ts";
import { useAskOnClock } from "../clock-question.tsx";
import { FormSelect } from "../entry/form-field.tsx";
import { refreshClient } from "../requests.ts";
import { KeptDialog } from "../ui/kept-dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { MEANS, meansWords } from "./course-words.ts";

interface MeansDialogProps {
  readonly participant: Participant;
  readonly onClose: () => void;
}

/** How the participant would rather meet (4.05). */
export function MeansDialog({ participant: shown, onClose }: MeansDialogProps) {
  const id = useId();
  const [participant] = useState(shown);
  const { clientId, version, preferredMeans } = participant;
  const [chosen, setChosen] = useState<MeetingMeans | "">(preferredMeans ?? "");
  const setting = useAskOnClock("set-preferred-means");
  const isChanged = chosen !== (preferredMeans ?? "");
  const save = async (): Promise<AppError | undefined> => {
    const answer = await setting.mutateAsync({ clientId, version, means: chosen || null });
    if (!answer.ok) return answer.error;
    await refreshClient(clientId);
    announce("The preferred way to meet is saved");
    return undefined;
  };
  return (
    <KeptDialog
      title="Preferred way to meet"
      act="Save"
      isUnsaved={isChanged}
      off={isChanged ? undefined : "Nothing has been changed"}
      keep={save}
      onClose={onClose}
    >
      <div className="form">
        <FormSelect
          id={id}
          label="Prefers to meet"
          value={chosen}
          options={[{ value: "", name: meansWords(null) }, ...MEANS]}
          onChange={setChosen}
        />
      </div>
    </KeptDialog>
  );
}
