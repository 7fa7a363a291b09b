import { type ReactNode, useContext, useState } from "react";
import { Dialog } from "./dialog.tsx";
import { type CommandName, shortcutOf } from "./key-map.ts";
import type { Menu } from "./menu-bar.tsx";
import { FileMenuContext } from "./window-frame.tsx";

const ALWAYS: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: "Tab, Shift+Tab", what: "The next part of the window, and the one before" },
  { keys: "Arrow keys, Home, End", what: "Within the button row, a menu or a table" },
  { keys: "Enter", what: "Opens what is selected" },
];

/** The Help menu of a window and its dialog: the shortcuts that work there. */
export function useHelp(commands: Readonly<Partial<Record<CommandName, string>>>): {
  readonly menu: Menu;
  readonly dialog: ReactNode;
} {
  const [isOpen, setIsOpen] = useState(false);
  const own = Object.entries(commands).map(([name, what]) => ({ keys: shortcutOf(name as CommandName), what }));
  const everywhere = useContext(FileMenuContext).flatMap(({ shortcut, label }) =>
    shortcut ? [{ keys: shortcut, what: label }] : [],
  );
  const close = () => setIsOpen(false);
  return {
    menu: {
      label: "Help",
      items: [{ id: "shortcuts", label: "Keyboard shortcuts", onSelect: () => setIsOpen(true) }],
    },
    dialog: isOpen && (
      <Dialog title="Keyboard shortcuts" onClose={close} actions={[{ name: "OK", isMain: true, onPress: close }]}>
        <dl className="defs">
          {[...own, ...everywhere, ...ALWAYS].map(({ keys, what }) => (
            <div key={what}>
              <dt>{keys}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    ),
  };
}
