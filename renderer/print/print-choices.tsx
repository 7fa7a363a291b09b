import { useState } from "react";
import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import type { RequestedForm } from "../../shared/jets/interaction.ts";
import { COPIES, type PrintChoice, type Printer, type PrintFormat } from "../../shared/print/print-options.ts";
import { useProgress } from "../progress.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { ModalDialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { usePreferences } from "../use-preferences.ts";
import {
  CustomerCopyFields,
  ElectronicCopy,
  isPassword,
  OptionFields,
  PASSWORD_RULE,
  StyleFields,
} from "./choice-fields.tsx";
import { downloadDocument } from "./download-document.ts";
import { type PaperChoice, readCopies, WHY_COPIES } from "./paper-choice.ts";
import { PaperFields } from "./paper-fields.tsx";
import { PreviewPages } from "./preview-pages.tsx";
import { PrintProblem } from "./print-problem.tsx";
import { usePreview } from "./use-preview.ts";
import { type PrintWork, usePrintJob } from "./use-print-job.ts";
import { type Printers, usePrinters } from "./use-printers.ts";
import { useSlow } from "./use-slow.ts";

/** A document that was saved as a file. */
export interface SavedDocument {
  readonly print: RequestOutput<"make-print">;
  /** It opens with a password alone, and is encrypted with it. */
  readonly isLocked: boolean;
}

interface PrintChoicesProps {
  readonly clientId: string;
  readonly kind: PlanKind;
  readonly form?: RequestedForm | undefined;
  readonly onGiven?: ((printId: string) => void) | undefined;
  readonly onSaved: (saved: SavedDocument) => void;
  readonly onClose: () => void;
}

/** The choices of a print beside the pages that it will have. */
export function PrintChoices({ clientId, kind, form, onSaved, onGiven, onClose }: PrintChoicesProps) {
  const { choice, choose, printers, paper, choosePaper, remember } = useChoices();
  const preview = usePreview(clientId, kind, choice);
  const job = usePrintJob(clientId, kind);
  const [password, setPassword] = useState("");
  const copies = readCopies(paper.copies);
  const leave = job.work ? job.cancel : onClose;
  const print = async () => {
    const { printer, tray } = paper;
    if (!printer || !tray || !copies) return;
    remember();
    const printed = await job.print({ clientId, kind, ...choice, copies, printer: printer.id, tray });
    if (!printed) return;
    announce(`Printed on ${printer.name}: ${sheetsInWords(printed.pages, copies)}`);
    onGiven?.(printed.printId);
    onClose();
  };
  const save = async (format: PrintFormat) => {
    remember();
    const locked = format === "pdf" && password !== "" ? { password } : {};
    const saved = await job.save({ clientId, kind, ...choice, format, ...locked });
    if (!saved) return;
    downloadDocument(saved.fileName, saved.document, format);
    onSaved({ print: saved, isLocked: "password" in locked });
  };
  return (
    <ModalDialog
      title="Print Options"
      size="pages-beside"
      onClose={leave}
      note={useNote(job.work, paper.printer, preview.document?.pageCount, copies)}
      footer={
        <>
          {job.work && <progress aria-label={job.work === "printing" ? "Printing" : "Making the document"} />}
          <ActionButton
            name="Print"
            primary
            autoFocus
            off={whyPrintIsOff(printers, copies, job.work)}
            onPress={() => void print()}
          />
          <ActionButton name="Save as PDF" off={whyPdfIsOff(password, job.work)} onPress={() => void save("pdf")} />
          <ActionButton name="Cancel" onPress={leave} />
        </>
      }
    >
      <div className="print-grid">
        <div className="print-options">
          {job.problem && <PrintProblem text={job.problem} />}
          <OptionFields choice={choice} onChange={choose} />
          {kind === "lms" && <StyleFields choice={choice} onChange={choose} />}
          <PaperFields paper={paper} printers={printers} onChange={choosePaper} />
          <div>
            <CustomerCopyFields choice={choice} isLocked={password !== ""} onChange={choose} />
            <ElectronicCopy
              isOpen={form === "electronic"}
              password={password}
              off={whyOff(job.work)}
              onPassword={setPassword}
              onSaveWebPage={() => void save("html")}
            />
          </div>
        </div>
        <PreviewPages preview={preview} />
      </div>
    </ModalDialog>
  );
}

/** The choices as they stand: at first those of the adviser's last print. */
function useChoices() {
  const [{ print: last }, prefer] = usePreferences();
  const printers = usePrinters();
  const [choice, setChoice] = useState<PrintChoice>({
    option: last.option ?? "open-reviews",
    style: last.style ?? "standard",
    isLarge: false,
    withoutStaffNames: false,
  });
  const [wanted, setWanted] = useState({
    copies: String(last.copies ?? COPIES.least),
    printer: last.printer,
    tray: last.tray,
  });
  const printer = printers.printers.find(({ id }) => id === wanted.printer) ?? printers.printers[0];
  const tray = printer?.trays.find(({ id }) => id === wanted.tray) ?? printer?.trays[0];
  const paper: PaperChoice = { copies: wanted.copies, printer, tray: tray?.id };
  return {
    choice,
    choose: (chosen: Partial<PrintChoice>) => setChoice((before) => ({ ...before, ...chosen })),
    printers,
    paper,
    choosePaper: (chosen: Partial<typeof wanted>) => setWanted((before) => ({ ...before, ...chosen })),
    remember: () => {
      const { option, style } = choice;
      const onPaper = printer && tray ? { printer: printer.id, tray: tray.id } : {};
      prefer({ print: { ...last, option, style, copies: readCopies(wanted.copies) ?? last.copies, ...onPaper } });
    },
  };
}

function useNote(
  work: PrintWork | undefined,
  printer: Printer | undefined,
  pages: number | undefined,
  copies: number | undefined,
): string | undefined {
  const isSlow = useSlow(work !== undefined);
  const done = useProgress("print");
  if (work === "saving") return done === undefined ? "Making the document" : `Making the document: ${done} %`;
  if (work === "printing") return `Sending to ${printer?.name}${isSlow ? ". Cancel takes it back." : ""}`;
  return pages && copies ? sheetsInWords(pages, copies) : undefined;
}

function sheetsInWords(pages: number, copies: number): string {
  return `${counted(pages, "page", "pages")}, ${counted(copies, "copy", "copies")}: ${counted(pages * copies, "sheet", "sheets")}`;
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function whyOff(work: PrintWork | undefined): string | undefined {
  return work && "A document is on its way. Cancel takes it back.";
}

function whyPdfIsOff(password: string, work: PrintWork | undefined): string | undefined {
  return whyOff(work) ?? (isPassword(password) ? undefined : PASSWORD_RULE);
}

function whyPrintIsOff(
  { reason }: Printers,
  copies: number | undefined,
  work: PrintWork | undefined,
): string | undefined {
  return whyOff(work) ?? reason ?? (copies === undefined ? WHY_COPIES : undefined);
}
