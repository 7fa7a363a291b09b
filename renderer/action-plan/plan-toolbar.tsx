import type { CommandReasons, PlanCommand } from "../../shared/action-plan/enabling.ts";
import type { Mode } from "../../shared/action-plan/working-copy.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { useKindWords } from "./kind-words-context.ts";
import { buttonsOf, wordsOf } from "./plan-commands.ts";

interface PlanToolbarProps {
  readonly mode: Mode;
  readonly reasons: CommandReasons;
  /** Fills Save: something that the adviser wrote is unsaved. */
  readonly isUnsaved: boolean;
  readonly run: (command: PlanCommand) => void;
}

/** The button row of the mode. */
export function PlanToolbar({ mode, reasons, isUnsaved, run }: PlanToolbarProps) {
  const words = useKindWords();
  return (
    <Toolbar label="Action Plan">
      {buttonsOf(mode).map((command) => (
        <ActionButton
          key={command}
          name={command}
          {...wordsOf(command, mode, words)}
          off={reasons[command]}
          primary={command === "Save" && isUnsaved}
          onPress={() => run(command)}
        />
      ))}
    </Toolbar>
  );
}
