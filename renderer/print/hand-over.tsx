import { useState } from "react";
import type { RequestedForm } from "../../shared/jets/interaction.ts";
import { MEANS_NAMES, type Means, meansSchema } from "../../shared/print/print-options.ts";
import { useKindWords } from "../action-plan/kind-words-context.ts";
import { isElectron } from "../bridge.ts";
import { ask } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import type { SavedDocument } from "./print-choices.tsx";
import { inOneLine, PrintProblem } from "./print-problem.tsx";

interface HandOverProps {
  readonly saved: SavedDocument;
  /** The form in which the copy was wanted, which says by which means it most likely goes. */
  readonly form?: RequestedForm | undefined;
  readonly onGiven?: ((printId: string) => void) | undefined;
  readonly onClose: () => void;
}

function whereItIs(isLocked: boolean): string {
  if (isElectron()) {
    const kept = isLocked ? "asks for its password" : "is not encrypted";
    return `is open in this computer's own viewer. It is taken away when Action Plan closes; a copy saved there ${kept}.`;
  }
  const kept = isLocked ? "It opens with its password alone" : "It is not encrypted";
  return `is saved. ${kept}: delete it once it is no longer needed.`;
}

/** Asks whether a saved document reached the customer, and how: only then does it count as printed. */
export function HandOver({ saved: { print, isLocked }, form, onGiven, onClose }: HandOverProps) {
  const { customer } = useKindWords();
  const [means, setMeans] = useState<Means>(form === "electronic" ? "electronic" : "handed");
  const [problem, setProblem] = useState<string>();
  const handOver = async () => {
    const answer = await ask("hand-over-print", { printId: print.printId, means });
    if (!answer.ok) return setProblem(inOneLine(answer.error));
    announce("Recorded: the copy was handed over");
    onGiven?.(print.printId);
    onClose();
  };
  const pages = print.pages === null ? "" : print.pages === 1 ? ", 1 page" : `, ${print.pages} pages`;
  return (
    <Dialog
      title="Hand over the copy"
      onClose={onClose}
      actions={[
        { name: "Handed over", isMain: true, onPress: () => void handOver() },
        { name: "Not yet", onPress: onClose },
      ]}
    >
      <p>{`${print.fileName}${pages}, ${whereItIs(isLocked)}`}</p>
      <p>
        Has the {customer} been given the copy, on paper or electronically? Only then does the plan count as printed.
      </p>
      <fieldset className="means">
        <legend>How</legend>
        {meansSchema.options.map((value) => (
          <label className="radio" key={value}>
            <input type="radio" name="means" checked={value === means} onChange={() => setMeans(value)} />
            <span>{MEANS_WORDS[value]}</span>
          </label>
        ))}
      </fieldset>
      {problem && <PrintProblem text={problem} />}
    </Dialog>
  );
}

const MEANS_WORDS: Readonly<Record<Means, string>> = { ...MEANS_NAMES, handed: "Into the hand, on paper" };
