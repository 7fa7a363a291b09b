import { useState } from "react";
import { addDays } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ComplianceFigure } from "../../shared/jets/compliance.ts";
import type { CompliancePeriod } from "../../shared/jets/compliance-requests.ts";
import { periodInWords } from "../../shared/jets/compliance-words.ts";
import { errorMessage } from "../../shared/messages.ts";
import { Refusal } from "../entry/refusal.tsx";
import { ask, useRequest } from "../requests.ts";
import { saveFile } from "../save-file.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useHelp } from "../ui/help.tsx";
import { shortcutOf, useShortcuts } from "../ui/key-map.ts";
import { announce } from "../ui/live-region.tsx";
import type { MenuItem } from "../ui/menu-bar.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { WindowFrame } from "../ui/window-frame.tsx";
import { ComplianceFigures } from "./compliance-figures.tsx";
import { FigureList, InspectionList } from "./compliance-lists.tsx";
import { CompliancePeriodFields } from "./compliance-period.tsx";
import { ComplianceWeeks } from "./compliance-weeks.tsx";

interface ComplianceWindowProps {
  readonly onOpenClient: (clientId: string) => void;
  readonly onClose: () => void;
}

/** A quarter of a year, so that the window opens on enough weeks to see where they tend. */
const DAYS_SHOWN = 91;

/** How plans and reviews were kept over a period, and what is about to fail (4.08). */
export function ComplianceWindow({ onOpenClient, onClose }: ComplianceWindowProps) {
  const { today } = useSession();
  const [period, setPeriod] = useState<CompliancePeriod>({
    from: addDays(today, -DAYS_SHOWN),
    to: today,
    adviserId: null,
  });
  const [figure, setFigure] = useState<ComplianceFigure | null>(null);
  const found = useRequest("compliance", period, { keepsPrevious: true });
  const exporting = useExport(period);
  const help = useHelp({ close: "Back to the start window" });
  useShortcuts({ close: { run: onClose } });
  const menus = [
    { label: "File", items: [{ id: "close", label: "Close", shortcut: shortcutOf("close"), onSelect: onClose }] },
    { label: "Function", items: exporting.commands },
    help.menu,
  ];
  const { data } = found;
  return (
    <WindowFrame heading="Compliance" menus={menus} status={{ left: periodInWords(period) }}>
      <Toolbar label="Compliance">
        {exporting.commands.map(({ id, label, off, onSelect }) => (
          <ActionButton key={id} name={label} off={off} onPress={onSelect} />
        ))}
        <ActionButton name="Close" onPress={onClose} />
      </Toolbar>
      <CompliancePeriodFields period={period} advisers={data?.advisers ?? []} onChange={setPeriod} />
      {found.error && <Refusal error={found.error.error} />}
      {data && (
        <div className="compliance" aria-busy={found.isFetching}>
          <ComplianceFigures report={data.report} onOpen={setFigure} />
          <ComplianceWeeks weeks={data.report.weeks} />
          <InspectionList rows={data.beforeInspection} onOpenClient={onOpenClient} />
        </div>
      )}
      {figure && (
        <FigureList figure={figure} period={period} onOpenClient={onOpenClient} onClose={() => setFigure(null)} />
      )}
      {exporting.dialog}
      {help.dialog}
    </WindowFrame>
  );
}

/** Saving the report as a file, and what is said where that was refused. */
function useExport(period: CompliancePeriod) {
  const [isExporting, setIsExporting] = useState(false);
  const [refused, setRefused] = useState<AppError | null>(null);
  const save = async (format: "pdf" | "csv") => {
    setIsExporting(true);
    const answer = await ask("export-compliance", { period, format });
    setIsExporting(false);
    if (!answer.ok) return setRefused(answer.error);
    const bytes = Uint8Array.from(atob(answer.value.document), (character) => character.charCodeAt(0));
    saveFile(answer.value.fileName, format === "pdf" ? "application/pdf" : "text/csv", [bytes]);
    announce(`The report is saved as a ${format.toUpperCase()} file`);
  };
  const off = isExporting ? "The report is being made" : undefined;
  const commands: readonly MenuItem[] = [
    { id: "pdf", label: "Save as PDF", off, onSelect: () => void save("pdf") },
    { id: "csv", label: "Save as CSV", off, onSelect: () => void save("csv") },
  ];
  return { commands, dialog: refused && <Refused error={refused} onClose={() => setRefused(null)} /> };
}

function Refused({ error, onClose }: { readonly error: AppError; readonly onClose: () => void }) {
  const { title, text, whatToDo } = errorMessage(error);
  return (
    <Dialog title={title} onClose={onClose} actions={[{ name: "OK", isMain: true, onPress: onClose }]}>
      <p>{text}</p>
      <p>{whatToDo}</p>
    </Dialog>
  );
}
