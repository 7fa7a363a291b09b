import { challengeName } from "../../shared/action-plan/challenge-filter.ts";
import { CHALLENGES, type Challenge } from "../../shared/action-plan/challenges.ts";
import { SelectField } from "../ui/select-field.tsx";
import { ShownValue } from "./shown-value.tsx";

interface ChallengeFieldProps {
  readonly challenge: Challenge | null;
  readonly isWritten: boolean;
  readonly onChange: (challenge: Challenge | null) => void;
}

const ID = "field-challenge";

const OPTIONS = [
  { value: "none" as const, name: "None" },
  ...CHALLENGES.map(({ code, name }) => ({ value: code, name })),
];

/** Which of the 5 Challenges the item helps to overcome (¶44): chosen while it is written, shown otherwise. */
export function ChallengeField({ challenge, isWritten, onChange }: ChallengeFieldProps) {
  if (!isWritten) return <ShownValue name="Challenge" value={challengeName(challenge)} />;
  return (
    <>
      <label className="k" htmlFor={ID}>
        Challenge:
      </label>
      <SelectField
        id={ID}
        label="Challenge"
        value={challenge ?? "none"}
        options={OPTIONS}
        onChange={(chosen) => onChange(chosen === "none" ? null : chosen)}
      />
    </>
  );
}
