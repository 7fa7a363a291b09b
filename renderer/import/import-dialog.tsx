import { useEffect, useId } from "react";
import { Dialog, type DialogAction } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { ImportReviewParts } from "./import-review-parts.tsx";
import { countsWords, number, refusalWords, whyNot } from "./import-words.ts";
import { type Import, type ImportStep, useImport } from "./use-import.ts";

/** Imports client records from a file: chosen, checked and shown, and written only when the adviser says so. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const running = useImport();
  const { step } = running;
  const close = async () => {
    if (await running.cancel()) onClose();
  };
  useEffect(() => announce(spokenStep(step.at)), [step.at]);
  return (
    <Dialog
      title="Import client records"
      size={step.at === "review" ? "widest" : "normal"}
      onClose={() => void close()}
      actions={actionsOf(running, () => void close())}
    >
      <Content running={running} />
    </Dialog>
  );
}

function Content({ running }: { readonly running: Import }) {
  const { step, fileName } = running;
  switch (step.at) {
    case "choose":
      return <ChooseFile refusal={step.refusal} onChoose={(file) => void running.choose(file)} />;
    case "review":
      return <ImportReviewParts running={running} {...step} />;
    case "done":
      return <p>{`${fileName} was imported: ${countsWords(step.counts, true)}`}</p>;
    default:
      return <ImportProgress step={step} fileName={fileName} />;
  }
}

type Refusal = Extract<ImportStep, { at: "choose" }>["refusal"];

function ChooseFile({ refusal, onChoose }: { readonly refusal: Refusal; readonly onChoose: (file: File) => void }) {
  const id = useId();
  return (
    <>
      {refusal && (
        <p className="warning" role="alert">
          {refusalWords(refusal)}
        </p>
      )}
      <p>
        Choose a CSV file with a header row and one row for each client. What it would do is shown first, and nothing is
        written until you say so.
      </p>
      <div className="form-row import-file">
        <label htmlFor={id}>File with client records</label>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          data-autofocus
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onChoose(file);
          }}
        />
      </div>
    </>
  );
}

type Moving = Extract<ImportStep, { at: "sending" | "checking" | "writing" }>;

const MOVING: Readonly<Record<Moving["at"], string>> = {
  sending: "Reading the file",
  checking: "Checking every row",
  writing: "Writing",
};

function ImportProgress({ step, fileName }: { readonly step: Moving; readonly fileName: string }) {
  const isLast = step.at === "writing" && step.done >= step.of;
  const words = isLast ? "Writing what has changed to the audit" : MOVING[step.at];
  return (
    <div className="import-progress">
      <p id="import-progress-words">{fileName ? `${words}: ${fileName}` : words}</p>
      <progress aria-labelledby="import-progress-words" value={step.done} max={Math.max(step.of, 1)} />
    </div>
  );
}

function actionsOf({ step, write, choose }: Import, close: () => void): DialogAction[] {
  if (step.at === "done") return [{ name: "Close", onPress: close }];
  const cancel: DialogAction = { name: "Cancel", onPress: close };
  if (step.at !== "review") return [cancel];
  const { review, isChecking } = step;
  const { added, changed } = review.counts;
  const off = isChecking ? "The file is being checked" : whyNot(review);
  const name = off ? "Import" : `Import ${number(added + changed, "client")}`;
  const another: DialogAction = { name: "Choose another file", onPress: () => chooseAnother(choose) };
  return [{ name, isMain: true, off, onPress: () => void write() }, another, cancel];
}

/** Opens the file picker without a field of its own on the page. */
function chooseAnother(choose: Import["choose"]): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".csv,.txt,text/csv,text/plain";
  input.onchange = () => {
    const file = input.files?.[0];
    if (file) void choose(file);
  };
  input.click();
}

function spokenStep(at: ImportStep["at"]): string {
  switch (at) {
    case "choose":
      return "";
    case "review":
      return "The file has been checked.";
    case "done":
      return "The clients were imported.";
    default:
      return MOVING[at];
  }
}
