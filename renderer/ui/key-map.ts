import { useEffect, useRef } from "react";
import { isElectron } from "../bridge.ts";
import { announce } from "./live-region.tsx";

/** Every shortcut of the application; the second one is for browsers that keep the first to themselves. */
const SHORTCUTS = {
  "new-item": ["Ctrl+N", "Alt+N"],
  "new-review": ["Ctrl+R", "Alt+R"],
  amend: ["F2"],
  workflow: ["F9"],
  spell: ["F7"],
  "customer-view": ["F8"],
  save: ["Ctrl+S"],
  print: ["Ctrl+P"],
  "tab-1": ["Alt+1"],
  "tab-2": ["Alt+2"],
  "tab-3": ["Alt+3"],
  "tab-4": ["Alt+4"],
  "tab-5": ["Alt+5"],
  "tab-6": ["Alt+6"],
  find: ["Ctrl+F"],
  letterhead: ["Alt+H"],
  "working-days": ["Alt+W"],
  lock: ["Ctrl+L", "Alt+L"],
  close: ["Escape"],
} as const satisfies Record<string, readonly [string, string?]>;

export type CommandName = keyof typeof SHORTCUTS;

/** What a shortcut does in a window: run it, or say why it is off. */
export interface Command {
  readonly off?: string | undefined;
  /** True where an open dialog does not hold it up. */
  readonly worksInDialogs?: boolean | undefined;
  readonly run: () => void;
}

export type KeyMap = Readonly<Partial<Record<CommandName, Command>>>;

/** The keys with which a browser would load the page anew, save it or print it. */
const SUPPRESSED = ["Ctrl+R", "Ctrl+Shift+R", "F5", "Ctrl+F5", "Ctrl+S", "Ctrl+P"];
const KEPT_BY_BROWSERS = ["Ctrl+N", "Ctrl+W", "Ctrl+T"];

/** A command's shortcut as menus and hints show it: in a browser the one that the browser lets through. */
export function shortcutOf(command: CommandName): string {
  const [first, second] = SHORTCUTS[command] as readonly [string, string?];
  const shown = second && !isElectron() && KEPT_BY_BROWSERS.includes(first) ? second : first;
  return shown === "Escape" ? "Esc" : shown;
}

/** Runs a window's commands on their shortcuts; while a dialog is open, only those that say so. */
export function useShortcuts(map: KeyMap): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      const keys = keysOf(event);
      if (SUPPRESSED.includes(keys)) event.preventDefault();
      const isTaken = event.key === "Escape" && event.defaultPrevented;
      if (isTaken || event.repeat) return;
      const name = commandFor(keys);
      const command = name && latest.current[name];
      if (!command || (!command.worksInDialogs && document.querySelector('[role="dialog"]'))) return;
      event.preventDefault();
      if (command.off) announce(command.off);
      else command.run();
    };
    window.addEventListener("keydown", keyDown);
    return () => window.removeEventListener("keydown", keyDown);
  }, []);
}

function commandFor(keys: string): CommandName | undefined {
  const entry = Object.entries(SHORTCUTS).find(([, shortcuts]) => (shortcuts as readonly string[]).includes(keys));
  return entry?.[0] as CommandName | undefined;
}

function keysOf(event: KeyboardEvent): string {
  const modifiers = [
    event.ctrlKey || event.metaKey ? "Ctrl+" : "",
    event.altKey ? "Alt+" : "",
    event.shiftKey ? "Shift+" : "",
  ];
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  return modifiers.join("") + (digit ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key));
}
