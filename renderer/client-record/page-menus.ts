import type { ClientPage } from "../../shared/contract.ts";
import { whyStartIsOff } from "../interview/start-interview.tsx";
import { shortcutOf } from "../ui/key-map.ts";
import type { Menu, MenuItem } from "../ui/menu-bar.tsx";
import type { OpenDialog } from "./page-dialog.tsx";
import { type RecordWindow, WINDOW_NAMES, whyWindowIsOff } from "./record-words.ts";

const RECORD_WINDOWS: readonly RecordWindow[] = ["More", "Quals", "CBW", "IWBC", "JSAg"];

/** A button of the page, which is a command of its Function menu too. */
interface PageCommand {
  readonly name: string;
  readonly fullName: string;
  readonly off?: string | undefined;
  readonly run: () => void;
}

/** The commands of a client's page, in the order of their buttons. */
export function pageCommands(
  page: ClientPage,
  onOpen: (dialog: OpenDialog) => void,
  onOpenPlan: () => void,
): readonly PageCommand[] {
  return [
    ...RECORD_WINDOWS.map((name) => ({
      name,
      fullName: WINDOW_NAMES[name],
      off: whyWindowIsOff(page.client, name),
      run: () => onOpen(name),
    })),
    { name: "Convs", fullName: "Conversations", run: () => onOpen("Convs") },
    {
      name: "Interview",
      fullName: "Start an interview",
      off: whyStartIsOff(page),
      run: () => onOpen("Start interview"),
    },
    { name: "ActnPln", fullName: "Action Plan", run: onOpenPlan },
  ];
}

interface MenuParts {
  readonly commands: readonly PageCommand[];
  readonly rights: readonly MenuItem[];
  readonly clerical: readonly MenuItem[];
  readonly onOpenStart: () => void;
  readonly onBook: () => void;
  readonly onAmend: () => void;
  /** Undefined for a client who is no participant. */
  readonly onInteractions: (() => void) | undefined;
}

/** The menus of a client's page, but for Help. */
export function menusOf({
  commands,
  rights,
  clerical,
  onOpenStart,
  onBook,
  onAmend,
  onInteractions,
}: MenuParts): Menu[] {
  const items = commands.map(({ name, fullName, off, run }) => ({ id: name, label: fullName, off, onSelect: run }));
  const isPage = ({ id }: { readonly id: string }) => id !== "Interview";
  return [
    {
      label: "File",
      items: [
        { id: "find", label: "Find a client", shortcut: shortcutOf("find"), onSelect: onOpenStart },
        ...clerical,
        ...rights,
        { id: "close", label: "Close", shortcut: shortcutOf("close"), onSelect: onOpenStart },
      ],
    },
    {
      label: "Function",
      items: [
        { id: "Amend", label: "Amend client", onSelect: onAmend },
        ...items.filter((item) => !isPage(item)),
        { id: "Book", label: "Book an interview", onSelect: onBook },
      ],
    },
    {
      label: "Page",
      items: [
        ...items.filter(isPage),
        ...(onInteractions
          ? [{ id: "Interactions", label: "Interactions and requests", onSelect: onInteractions }]
          : []),
      ],
    },
  ];
}
