import { useState } from "react";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import {
  PRINT_OPTION_NAMES,
  type PrintFormat,
  type PrintOption,
  type PrintStyle,
  printOptionSchema,
  printPasswordSchema,
} from "../../shared/print/print-options.ts";
import { isElectron } from "../bridge.ts";
import { noteProgress, useProgress } from "../progress.ts";
import { ask } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { announce } from "../ui/live-region.tsx";
import { CopyChoices, type CustomerCopy, NO_COPY_CHOICES } from "./copy-choices.tsx";
import { downloadDocument } from "./download-document.ts";

interface PrintOptionsProps {
  readonly clientId: string;
  readonly onClose: () => void;
}

type MadePrint = RequestOutput<"make-print">;

/** Print Options (¶114, ¶115): makes the document that was chosen, and asks whether the copy was handed over. */
export function PrintOptions({ clientId, onClose }: PrintOptionsProps) {
  const [made, setMade] = useState<MadePrint | null>(null);
  return made ? (
    <HandOver print={made} onClose={onClose} />
  ) : (
    <ChooseOptions clientId={clientId} onMade={setMade} onClose={onClose} />
  );
}

const STYLES: readonly { readonly style: PrintStyle; readonly name: string }[] = [
  { style: "standard", name: "Standard" },
  { style: "new-deal", name: "New Deal" },
];

function ChooseOptions({ clientId, onMade, onClose }: PrintOptionsProps & { onMade: (made: MadePrint) => void }) {
  const [option, setOption] = useState<PrintOption>("open-reviews");
  const [style, setStyle] = useState<PrintStyle>("standard");
  const [copy, setCopy] = useState<CustomerCopy>(NO_COPY_CHOICES);
  const [isMaking, setIsMaking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const done = useProgress("print");
  const making = done === undefined ? "Making the document" : `Making the document: ${done} %`;
  const make = async (format: PrintFormat) => {
    if (isMaking) return;
    const locked = format === "pdf" && copy.password !== "";
    if (locked && !printPasswordSchema.safeParse(copy.password).success) return setProblem(PASSWORD_RULE);
    setIsMaking(true);
    setProblem(undefined);
    const { isLarge, withoutStaffNames, password } = copy;
    const choice = { option, style, format, isLarge, withoutStaffNames, ...(locked ? { password } : {}) };
    const answer = await ask("make-print", { clientId, ...choice });
    setIsMaking(false);
    noteProgress(null);
    if (!answer.ok) return answer.error.code === "print-cancelled" ? undefined : setProblem(inOneLine(answer.error));
    downloadDocument(answer.value.fileName, answer.value.document, format);
    onMade(answer.value);
  };
  const close = () => {
    if (!isMaking) return onClose();
    void ask("cancel-print", { clientId });
  };
  return (
    <Dialog
      title="Print Options"
      onClose={close}
      note={isMaking ? making : undefined}
      actions={[
        { name: "Save as PDF", isMain: true, onPress: () => void make("pdf") },
        { name: "Save as web page", onPress: () => void make("html") },
        { name: "Cancel", onPress: close },
      ]}
    >
      <div className="print-options">
        <fieldset>
          <legend>Print</legend>
          {printOptionSchema.options.map((value) => (
            <label className="radio" key={value}>
              <input type="radio" name="print-option" checked={value === option} onChange={() => setOption(value)} />
              <span>{PRINT_OPTION_NAMES[value]}</span>
            </label>
          ))}
          <p className="cap quiet">
            Each prints all of the customer information too. Blank fields and sections are left out.
          </p>
        </fieldset>
        <fieldset>
          <legend>Style</legend>
          <div className="print-styles">
            {STYLES.map((choice) => (
              <label className="radio" key={choice.style}>
                <input
                  type="radio"
                  name="print-style"
                  checked={choice.style === style}
                  onChange={() => setStyle(choice.style)}
                />
                <span>{choice.name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <CopyChoices copy={copy} onChange={setCopy} />
        {copy.password === "" && <p className="cap quiet">{UNENCRYPTED}</p>}
        {problem && <Problem text={problem} />}
      </div>
    </Dialog>
  );
}

const PASSWORD_RULE =
  "A password has 8 to 64 letters, figures or signs of an English keyboard, without spaces and without £.";

/** Where the document goes, and how it is kept there: each host hands it over in its own way. */
const UNENCRYPTED = isElectron()
  ? "The PDF opens in this computer's own viewer, to be printed there. A copy saved from the viewer is not encrypted."
  : "Save as PDF puts a file in your downloads. The file is not encrypted: delete it once the copy is handed over.";

const HANDED_TO = isElectron()
  ? "is open in this computer's own viewer. It is taken away when Action Plan closes; a copy saved there is not encrypted."
  : "is saved. It is not encrypted: delete it once it is no longer needed.";

function Problem({ text }: { readonly text: string }) {
  return (
    <p className="err" role="alert">
      <Icon name="warn" size="small" />
      {text}
    </p>
  );
}

function inOneLine(error: AppError): string {
  const { text, whatToDo } = errorMessage(error);
  return `${text} ${whatToDo}`;
}

function HandOver({ print, onClose }: { readonly print: MadePrint; readonly onClose: () => void }) {
  const [problem, setProblem] = useState<string>();
  const handOver = async () => {
    const answer = await ask("hand-over-print", { printId: print.printId });
    if (!answer.ok) return setProblem(inOneLine(answer.error));
    announce("Recorded: the copy was handed over");
    onClose();
  };
  const pages = print.pages === 1 ? ", 1 page" : `, ${print.pages} pages`;
  return (
    <Dialog
      title="Hand over the copy"
      onClose={onClose}
      actions={[
        { name: "Handed over", isMain: true, onPress: () => void handOver() },
        { name: "Not yet", onPress: onClose },
      ]}
    >
      <p>{`${print.fileName}${print.pages === null ? "" : pages}, ${HANDED_TO}`}</p>
      <p>Has the customer been given the copy, on paper or electronically? Only then does the plan count as printed.</p>
      {problem && <Problem text={problem} />}
    </Dialog>
  );
}
