import type { CommandReasons, PlanCommand } from "../../shared/action-plan/enabling.ts";
import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import type { Mode } from "../../shared/action-plan/working-copy.ts";
import { type CommandName, type KeyMap, shortcutOf } from "../ui/key-map.ts";
import type { Menu, MenuItem } from "../ui/menu-bar.tsx";
import { CONTRACT_TAB, TAB_NAMES, type TabName } from "./field-ids.ts";

/** A command in full words, and its name among the shortcuts. */
interface CommandWords {
  readonly fullName: string;
  readonly keys?: CommandName;
}

const COMMANDS: Readonly<Record<Exclude<PlanCommand, "Detail" | "NActItm" | "History">, CommandWords>> = {
  Amnd: { fullName: "Amend", keys: "amend" },
  NRev: { fullName: "New Review", keys: "new-review" },
  DRev: { fullName: "Delete Review" },
  Spell: { fullName: "Check spelling", keys: "spell" },
  Print: { fullName: "Print Options", keys: "print" },
  Save: { fullName: "Save", keys: "save" },
  Close: { fullName: "Close", keys: "close" },
};

/** Every command in the words of the plan's kind. */
function commandsIn({ item, items }: KindWords): Readonly<Record<PlanCommand, CommandWords>> {
  return {
    ...COMMANDS,
    Detail: { fullName: `Detail: open the selected ${item}` },
    NActItm: { fullName: `New ${item}`, keys: "new-item" },
    History: { fullName: `History: back to the list of ${items}`, keys: "close" },
  };
}

/** The buttons of list mode and of every other mode, in the window's order. */
export function buttonsOf(mode: Mode): readonly PlanCommand[] {
  return mode === "list"
    ? ["Detail", "NActItm", "Spell", "Print", "Save", "Close"]
    : ["History", "Amnd", "NRev", "DRev", "Spell", "Print", "Save", "Close"];
}

/** A command's full name and its shortcut as it is shown in this mode. */
export function wordsOf(
  command: PlanCommand,
  mode: Mode,
  words: KindWords,
): { fullName: string; shortcut: string | undefined } {
  const { fullName, keys } = commandsIn(words)[command];
  // Esc closes the window only from the list; before that it leads back to it.
  const isKept = command !== "Close" || mode === "list";
  return { fullName, shortcut: keys && isKept ? shortcutOf(keys) : undefined };
}

interface PlanCommands {
  readonly mode: Mode;
  readonly words: KindWords;
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
    shortcut: wordsOf(command, parts.mode, parts.words).shortcut,
    off: parts.reasons[command],
    onSelect: () => parts.run(command),
  });
  const tabs = tabsIn(parts.words).map(({ tab, label }, index) => ({
    id: tab,
    label,
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

const TAB_KEYS = ["tab-1", "tab-2", "tab-3", "tab-4", "tab-5", "tab-6"] as const;

/** The tabs of a kind of plan, with what stands on each. */
function tabsIn({ tab: own }: KindWords): readonly { readonly tab: TabName; readonly label: string }[] {
  const shared = TAB_NAMES.map((tab) => ({ tab, label: tab }));
  return own === null ? shared : [...shared, { tab: CONTRACT_TAB, label: own }];
}

/** What the window's shortcuts do. */
export function keyMapOf({ mode, words, reasons, run, setTab, turn }: PlanCommands): KeyMap {
  const on = (command: PlanCommand) => ({ off: reasons[command], run: () => run(command) });
  return {
    "new-item": on("NActItm"),
    "new-review": on("NRev"),
    amend: on("Amnd"),
    spell: on("Spell"),
    save: on("Save"),
    print: on("Print"),
    close: on(mode === "list" ? "Close" : "History"),
    ...Object.fromEntries(tabsIn(words).map(({ tab }, index) => [TAB_KEYS[index], { run: () => setTab(tab) }])),
    "customer-view": { run: turn },
  };
}

/** What each shortcut does, for Help. */
export function helpWords(words: KindWords): Readonly<Partial<Record<CommandName, string>>> {
  return {
    "new-item": `New ${words.item}`,
    "new-review": "New Review",
    amend: "Amend",
    workflow: `Workflow: set a check on the ${words.item}`,
    spell: "Spell: check the spelling",
    save: "Save",
    print: "Print Options",
    ...Object.fromEntries(tabsIn(words).map(({ label }, index) => [TAB_KEYS[index], `The tab ${label}`])),
    "customer-view": "Customer view, and back again",
    close: "History, and from the list Close",
  };
}
