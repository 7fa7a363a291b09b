import { shortcutOf } from "../ui/key-map.ts";
import type { Menu, MenuItem } from "../ui/menu-bar.tsx";
import type { useFinder } from "./use-finder.ts";

interface StartMenuParts {
  readonly finder: Pick<ReturnType<typeof useFinder>, "selected" | "typed" | "clear">;
  readonly clerical: readonly MenuItem[];
  readonly functions: readonly MenuItem[];
  /** Why Working days is off and Compliance not offered; undefined where the office makes plans under a contract. */
  readonly noContract: string | undefined;
  readonly onToBox: () => void;
  readonly onAdd: () => void;
  readonly onImport: () => void;
  readonly onShowDays: () => void;
  readonly onOpenAudit: () => void;
  readonly onOpenCompliance: () => void;
  readonly onOpenClient: (clientId: string) => void;
  readonly onOpenPlan: (clientId: string) => void;
}

/** The menus of the first screen, but for Help. */
export function startMenus({ finder, ...parts }: StartMenuParts): readonly Menu[] {
  const { selected } = finder;
  const nobody = selected ? undefined : "Choose a client first";
  return [
    {
      label: "File",
      items: [
        { id: "find", label: "Find a client", shortcut: shortcutOf("find"), onSelect: parts.onToBox },
        { id: "new-client", label: "New client", onSelect: parts.onAdd },
        { id: "audit", label: "Audit…", onSelect: parts.onOpenAudit },
        ...(parts.noContract ? [] : [complianceItem(parts.onOpenCompliance)]),
        { id: "import", label: "Import client records…", onSelect: parts.onImport },
        {
          id: "working-days",
          label: "Working days…",
          shortcut: shortcutOf("working-days"),
          off: parts.noContract,
          onSelect: parts.onShowDays,
        },
        ...parts.clerical,
      ],
    },
    {
      label: "Edit",
      items: [
        {
          id: "clear",
          label: "Clear the search",
          off: finder.typed ? undefined : "Nothing is typed in Find a client",
          onSelect: finder.clear,
        },
      ],
    },
    { label: "Function", items: parts.functions },
    {
      label: "Page",
      items: [
        {
          id: "client",
          label: "Client Record",
          off: nobody,
          onSelect: () => selected && parts.onOpenClient(selected.id),
        },
        { id: "plan", label: "Action Plan", off: nobody, onSelect: () => selected && parts.onOpenPlan(selected.id) },
      ],
    },
  ];
}

/** An office that has participants is asked how it kept its deadlines. */
function complianceItem(onSelect: () => void): MenuItem {
  return { id: "compliance", label: "Compliance…", onSelect };
}
