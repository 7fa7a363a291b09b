import type { CommandReasons, PlanCommand } from "../../shared/action-plan/enabling.ts";
import type { Mode } from "../../shared/action-plan/working-copy.ts";
import { type CommandName, type KeyMap, shortcutOf } from "../ui/key-map.ts";
import type { Menu, MenuItem } from "../ui/menu-bar.tsx";
import { TAB_NAMES, type TabName } from "./field-ids.ts";

/** A command in full words, and its name among the shortcuts. */
interface CommandWords {
  readonly fullName: string;
  readonly keys?: CommandName;
}

const WORDS: Readonly<Record<PlanCommand, CommandWords>> = {
  Detail: { fullName: "Detail: open the selected Action Item" },
  NActItm: { fullName: "New Action Item", keys: "new-item" },
  History: { fullName: "History: back to the list of Action Items", keys: "close" },
  Amnd: { fullName: "Amend", keys: "amend" },
  NRev: { fullName: "New Review", keys: "new-review" },
  DRev: { fullName: "Delete Review" },
  Spell: { fullName: "Check spelling", keys: "spell" },
  Print: { fullName: "Print Options", keys: "print" },
  Save: { fullName: "Save", keys: "save" },
  Close: { fullName: "Close", keys: "close" },
};

/** The buttons of list mode and of every other mode, in the window's order. */
export function buttonsOf(mode: Mode): readonly PlanCommand[] {
  return mode === "list"
    ? ["Detail", "NActItm", "Spell", "Print", "Save", "Close"]
    : ["History", "Amnd", "NRev", "DRev", "Spell", "Print", "Save", "Close"];
}

/** A command's full name and its shortcut as it is shown in this mode. */
export function wordsOf(command: PlanCommand, mode: Mode): { fullName: string; shortcut: string | undefined } {
  const { fullName, keys } = WORDS[command];
  // Esc closes the window only from the list; before that it leads back to it.
  const isKept = command !== "Close" || mode === "list";
  return { fullName, shortcut: keys && isKept ? shortcutOf(keys) : undefined };
}

interface PlanCommands {
  readonly mode: Mode;
  readonly reasons: CommandReasons;
  readonly run: (command: PlanCommand) => void;
  readonly setTab: (tab: TabName) => void;
  /** Turns the window to the customer. */
  readonly turn: () => void;
}

const MENUS: readonly { readonly label: string; readonly commands: readonly PlanCommand[] }[] = [
  { label: "File", commands: ["Save", "Print", "Close"] },
  { label: "Edit", commands: ["Amnd", "DRev", "Spell"] },
  { label: "Function", commands: ["Detail", "NActItm", "NRev", "History"] },
];

/** The window's menus: every command and every tab, with its shortcut; more commands stand at the end of Function. */
export function menusOf(parts: PlanCommands, more: readonly MenuItem[] = []): Menu[] {
  const itemOf = (command: PlanCommand): MenuItem => ({
    id: command,
    label: command,
    shortcut: wordsOf(command, parts.mode).shortcut,
    off: parts.reasons[command],
    onSelect: () => parts.run(command),
  });
  const tabs = TAB_NAMES.map((tab, index) => ({
    id: tab,
    label: tab,
    shortcut: shortcutOf(TAB_KEYS[index] ?? "tab-1"),
    onSelect: () => parts.setTab(tab),
  }));
  const turned: MenuItem = {
    id: "customer-view",
    label: "Customer view",
    shortcut: shortcutOf("customer-view"),
    onSelect: parts.turn,
  };
  return [
    ...MENUS.map(({ label, commands }) => ({
      label,
      items: [...commands.map(itemOf), ...(label === "Function" ? more : [])],
    })),
    { label: "Page", items: [...tabs, turned] },
  ];
}

const TAB_KEYS = ["tab-1", "tab-2", "tab-3", "tab-4", "tab-5"] as const;

/** What the window's shortcuts do. */
export function keyMapOf({ mode, reasons, run, setTab, turn }: PlanCommands): KeyMap {
  const on = (command: PlanCommand) => ({ off: reasons[command], run: () => run(command) });
  return {
    "new-item": on("NActItm"),
    "new-review": on("NRev"),
    amend: on("Amnd"),
    spell: on("Spell"),
    save: on("Save"),
    print: on("Print"),
    close: on(mode === "list" ? "Close" : "History"),
    ...Object.fromEntries(TAB_NAMES.map((tab, index) => [TAB_KEYS[index], { run: () => setTab(tab) }])),
    "customer-view": { run: turn },
  };
}

/** What each shortcut does, for Help. */
export const HELP_WORDS: Readonly<Partial<Record<CommandName, string>>> = {
  "new-item": "New Action Item",
  "new-review": "New Review",
  amend: "Amend",
  workflow: "Workflow: set a check on the Action Item",
  spell: "Spell: check the spelling",
  save: "Save",
  print: "Print Options",
  ...Object.fromEntries(TAB_NAMES.map((tab, index) => [TAB_KEYS[index], `The tab ${tab}`])),
  "customer-view": "Customer view, and back again",
  close: "History, and from the list Close",
};
