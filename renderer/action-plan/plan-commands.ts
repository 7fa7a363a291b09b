import type { PlanCommand } from "../../shared/action-plan/enabling.ts";
import type { Mode } from "../../shared/action-plan/working-copy.ts";

/** A command's full name, for its tooltip and description, and its keys; the second pair is for tabbed browsers. */
export interface CommandWords {
  readonly fullName: string;
  readonly shortcut?: string;
}

/** Every command of the window in full words with its shortcut. */
export const COMMAND_WORDS: Readonly<Record<PlanCommand, CommandWords>> = {
  Detail: { fullName: "Detail: open the selected Action Item", shortcut: "Enter" },
  NActItm: { fullName: "New Action Item", shortcut: "Ctrl+N or Alt+N" },
  History: { fullName: "History: back to the list of Action Items", shortcut: "Esc" },
  Amnd: { fullName: "Amend", shortcut: "F2" },
  NRev: { fullName: "New Review", shortcut: "Ctrl+R or Alt+R" },
  DRev: { fullName: "Delete Review" },
  Print: { fullName: "Print Options", shortcut: "Ctrl+P" },
  Save: { fullName: "Save", shortcut: "Ctrl+S" },
  Close: { fullName: "Close", shortcut: "Esc" },
};

/** The buttons of list mode and of every other mode, in the window's order. */
export function buttonsOf(mode: Mode): readonly PlanCommand[] {
  return mode === "list"
    ? ["Detail", "NActItm", "Print", "Save", "Close"]
    : ["History", "Amnd", "NRev", "DRev", "Print", "Save", "Close"];
}
