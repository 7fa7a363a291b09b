import { useEffect, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import type { AuditFilter, AuditLine } from "../../shared/rights/audit.ts";
import { Refusal } from "../entry/refusal.tsx";
import { ask, queryClient, useRequest } from "../requests.ts";
import { saveFile } from "../save-file.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { DataGrid, type GridColumn, type GridRow } from "../ui/data-grid.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useHelp } from "../ui/help.tsx";
import { shortcutOf, useShortcuts } from "../ui/key-map.ts";
import { announce } from "../ui/live-region.tsx";
import type { Menu, MenuItem } from "../ui/menu-bar.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { WindowFrame } from "../ui/window-frame.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditLineDialog } from "./audit-line-dialog.tsx";
import { lineCells } from "./audit-words.ts";

const COLUMNS: readonly GridColumn[] = [
  { heading: "Line", width: "6rem" },
  { heading: "Date and time", width: "10rem" },
  { heading: "Adviser", width: "11rem" },
  { heading: "Kind", width: "5.5rem" },
  { heading: "Client", width: "17rem" },
  { heading: "What" },
];

/** Who read or changed what: the audit, newest lines first. */
export function AuditWindow({ onClose }: { readonly onClose: () => void }) {
  const audit = useAudit();
  const [opened, setOpened] = useState<AuditLine | null>(null);
  const open = () => audit.selected && setOpened(audit.selected);
  const commands = commandsOf(audit, open);
  const help = useHelp({ close: "Back to the start window" });
  useShortcuts({ close: { run: onClose } });
  const menus: readonly Menu[] = [
    { label: "File", items: [{ id: "close", label: "Close", shortcut: shortcutOf("close"), onSelect: onClose }] },
    { label: "Function", items: commands },
    help.menu,
  ];
  return (
    <WindowFrame heading="Audit" menus={menus} status={{ left: audit.words }}>
      <Toolbar label="Audit">
        {commands.map(({ id, label, off, onSelect }) => (
          <ActionButton key={id} name={label} off={off} onPress={onSelect} />
        ))}
      </Toolbar>
      <AuditFilters filter={audit.filter} advisers={audit.advisers} onChange={audit.narrow} />
      <div className="audit-lines">
        {audit.problem && <Refusal error={audit.problem} />}
        <DataGrid
          label="Lines of the audit"
          columns={COLUMNS}
          rows={audit.rows}
          selectedId={audit.selected ? String(audit.selected.id) : null}
          empty={audit.words}
          onSelect={audit.select}
          onOpen={open}
        />
      </div>
      {opened && <AuditLineDialog line={opened} advisers={audit.advisers} onClose={() => setOpened(null)} />}
      {audit.refused && <RefusedDialog error={audit.refused} onClose={audit.dismiss} />}
      {help.dialog}
    </WindowFrame>
  );
}

type Audit = ReturnType<typeof useAudit>;

function useAudit() {
  const [filter, setFilter] = useState<AuditFilter>({});
  /** The line before which each page begins, from the newest page to the one that is shown. */
  const [pages, setPages] = useState<readonly number[]>([]);
  const [selectedId, select] = useState<string>();
  const [refused, setRefused] = useState<AppError | null>(null);
  const [isExporting, setIsExporting] = useState(false);
  const shown = useRequest("audit-lines", { filter, before: pages.at(-1) ?? null }, { keepsPrevious: true });
  // Lines are added all the time, and what was looked at is not to lie about in the page.
  useEffect(() => () => queryClient.removeQueries({ queryKey: ["audit-lines"] }), []);
  const lines = shown.data?.lines ?? [];
  const last = lines.at(-1);
  return {
    filter,
    advisers: shown.data?.advisers ?? [],
    rows: lines.map((line): GridRow => ({ id: String(line.id), cells: lineCells(line) })),
    selected: lines.find(({ id }) => String(id) === selectedId),
    select,
    refused,
    problem: shown.error?.error,
    dismiss: () => setRefused(null),
    words: shown.error ? "" : wordsOf(lines, shown.data?.hasMore === true, shown.isPending),
    isFirst: pages.length === 0,
    hasOlder: shown.data?.hasMore === true,
    isExporting,
    narrow: (next: AuditFilter) => {
      setFilter(next);
      setPages([]);
    },
    newest: () => {
      setPages([]);
      void queryClient.invalidateQueries({ queryKey: ["audit-lines"] });
    },
    newer: () => setPages(pages.slice(0, -1)),
    older: () => last && setPages([...pages, last.id]),
    exportAll: async () => {
      if (isExporting) return;
      setIsExporting(true);
      setRefused(await exportLines(filter));
      setIsExporting(false);
    },
  };
}

function wordsOf(lines: readonly AuditLine[], hasMore: boolean, isPending: boolean): string {
  const [first] = lines;
  if (isPending) return "Reading the audit";
  if (!first) return "No line matches";
  const count = lines.length === 1 ? "1 line" : `${lines.length} lines`;
  return hasMore ? `${count}, and older ones` : count;
}

function commandsOf(audit: Audit, open: () => void): MenuItem[] {
  const none = audit.rows.length === 0 ? "No line matches" : undefined;
  return [
    { id: "open", label: "Open line", off: audit.selected ? undefined : "Choose a line first", onSelect: open },
    { id: "newest", label: "Newest", onSelect: audit.newest },
    { id: "newer", label: "Newer", off: audit.isFirst ? "These are the newest" : undefined, onSelect: audit.newer },
    { id: "older", label: "Older", off: audit.hasOlder ? undefined : "There are no older ones", onSelect: audit.older },
    {
      id: "export",
      label: "Export",
      off: none ?? (audit.isExporting ? "The lines are being exported" : undefined),
      onSelect: () => void audit.exportAll(),
    },
  ];
}

/** Saves every line that the filter lets through as one CSV file; answers why it was refused, or null. */
async function exportLines(filter: AuditFilter): Promise<AppError | null> {
  // Spreadsheets read a file without this mark in the machine's own character set.
  const parts: string[] = ["\uFEFF"];
  let before: number | null = null;
  for (;;) {
    const answer: Awaited<ReturnType<typeof ask<"export-audit">>> = await ask("export-audit", { filter, before });
    if (!answer.ok) return answer.error;
    parts.push(answer.value.csv);
    before = answer.value.next;
    if (before === null) {
      saveFile(answer.value.fileName, "text/csv", parts);
      announce("The lines are saved as a CSV file");
      return null;
    }
  }
}

function RefusedDialog({ error, onClose }: { readonly error: AppError; readonly onClose: () => void }) {
  const { title, text, whatToDo } = errorMessage(error);
  return (
    <Dialog title={title} onClose={onClose} actions={[{ name: "OK", isMain: true, onPress: onClose }]}>
      <p>{text}</p>
      <p>{whatToDo}</p>
    </Dialog>
  );
}
