import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

/** One command of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string | undefined;
  /** Why the command is off; undefined when it is on. */
  readonly off?: string | undefined;
  readonly onSelect: () => void;
}

/** One menu of the bar; without items it is left out. */
export interface Menu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

interface OpenMenu {
  readonly index: number;
  readonly focus: "first" | "last" | "none";
}

/**
 * The menu bar, after the ARIA menubar pattern: one tab stop, arrow keys, Home and End, letters, Esc. A command that is
 * off can be reached, does nothing, and has its reason as description.
 */
export function MenuBar({ menus }: { readonly menus: readonly Menu[] }) {
  const shown = menus.filter(({ items }) => items.length > 0);
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const [tabStop, setTabStop] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  useCloseOutside(bar, open !== null, () => setOpen(null));

  const heads = () => [...(bar.current?.querySelectorAll<HTMLElement>(":scope > div > button") ?? [])];
  const moveTo = (index: number, opens: OpenMenu["focus"] | null) => {
    const target = (index + shown.length) % shown.length;
    setTabStop(target);
    setOpen(opens ? { index: target, focus: opens } : null);
    if (opens === null || opens === "none") heads()[target]?.focus();
  };
  const headKeyDown = (event: KeyboardEvent, index: number) => {
    const besides = open ? "none" : null;
    const beside = findBeside(event, index, shown);
    if (beside !== undefined) handle(event, () => moveTo(beside, besides));
    else if (OPENS_FIRST.includes(event.key)) handle(event, () => moveTo(index, "first"));
    else if (event.key === "ArrowUp") handle(event, () => moveTo(index, "last"));
    else if (event.key === "Escape" && open) handle(event, () => moveTo(index, null));
  };

  return (
    <div className="menubar" role="menubar" aria-label="Menu" ref={bar}>
      {shown.map((menu, index) => (
        <div key={menu.label} role="none">
          <button
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open?.index === index}
            tabIndex={index === tabStop ? 0 : -1}
            onClick={() => moveTo(index, open?.index === index ? null : "first")}
            onPointerEnter={() => {
              if (open && open.index !== index) moveTo(index, "none");
            }}
            onKeyDown={(event) => headKeyDown(event, index)}
          >
            {menu.label}
          </button>
          {open?.index === index && (
            <MenuList
              menu={menu}
              focus={open.focus}
              onClose={() => moveTo(index, null)}
              onLeave={() => setOpen(null)}
              onBeside={(step) => moveTo(index + step, "first")}
            />
          )}
        </div>
      ))}
    </div>
  );
}

interface MenuListProps {
  readonly menu: Menu;
  readonly focus: OpenMenu["focus"];
  /** Closes and gives the focus back to the menu's head. */
  readonly onClose: () => void;
  readonly onLeave: () => void;
  readonly onBeside: (step: 1 | -1) => void;
}

function MenuList({ menu, focus, onClose, onLeave, onBeside }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  useEffect(() => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [];
    if (focus !== "none") buttons[focus === "first" ? 0 : buttons.length - 1]?.focus();
  }, [focus]);
  const select = (item: MenuItem) => {
    if (item.off) return;
    onClose();
    item.onSelect();
  };
  const keyDown = (event: KeyboardEvent, index: number) => {
    const all = items();
    const target = findWithin(event, index, menu.items);
    if (event.key === "Tab") onLeave();
    else if (target !== undefined) handle(event, () => all[(target + all.length) % all.length]?.focus());
    else if (event.key === "ArrowRight") handle(event, () => onBeside(1));
    else if (event.key === "ArrowLeft") handle(event, () => onBeside(-1));
    else if (event.key === "Escape") handle(event, onClose);
  };
  return (
    <div className="menu" role="menu" aria-label={menu.label} ref={list}>
      {menu.items.map((item, index) => (
        <MenuRow key={item.id} item={item} onSelect={() => select(item)} onKeyDown={(event) => keyDown(event, index)} />
      ))}
    </div>
  );
}

interface MenuRowProps {
  readonly item: MenuItem;
  readonly onSelect: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function MenuRow({ item, onSelect, onKeyDown }: MenuRowProps) {
  const id = useId();
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={item.off ? true : undefined}
      aria-describedby={item.off ? id : undefined}
      aria-keyshortcuts={item.shortcut?.replace("Ctrl", "Control").replace("Esc", "Escape")}
      onClick={onSelect}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => {
        // A menu that opens under a resting pointer stays with the keyboard.
        if (event.movementX !== 0 || event.movementY !== 0) event.currentTarget.focus();
      }}
    >
      <span>{item.label}</span>
      {item.shortcut && (
        <span className="keys" aria-hidden="true">
          {item.shortcut}
        </span>
      )}
      {item.off && (
        <span className="why" id={id} aria-hidden="true">
          {item.off}
        </span>
      )}
    </button>
  );
}

/** Runs what a key stands for, and keeps the key from anything else. */
function handle(event: KeyboardEvent, act: () => void): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

const OPENS_FIRST: readonly string[] = ["ArrowDown", "Enter", " "];

type Labelled = readonly { readonly label: string }[];

/** The menu of the bar that a key leads to. */
function findBeside(event: KeyboardEvent, current: number, menus: Labelled): number | undefined {
  if (event.key === "ArrowRight") return current + 1;
  if (event.key === "ArrowLeft") return current - 1;
  return findEnd(event, menus) ?? findByLetter(menus, event, current);
}

/** The command of a menu that a key leads to. */
function findWithin(event: KeyboardEvent, current: number, items: Labelled): number | undefined {
  if (event.key === "ArrowDown") return current + 1;
  if (event.key === "ArrowUp") return current - 1;
  return findEnd(event, items) ?? findByLetter(items, event, current);
}

function findEnd(event: KeyboardEvent, entries: Labelled): number | undefined {
  if (event.key === "Home") return 0;
  return event.key === "End" ? entries.length - 1 : undefined;
}

/** The next entry that begins with the typed letter. */
function findByLetter(entries: Labelled, event: KeyboardEvent, current: number): number | undefined {
  if (event.key.length !== 1 || event.key === " ") return undefined;
  const letter = event.key.toLowerCase();
  for (let step = 1; step <= entries.length; step += 1) {
    const index = (current + step) % entries.length;
    if (entries[index]?.label.toLowerCase().startsWith(letter)) return index;
  }
  return undefined;
}

function useCloseOutside(bar: { readonly current: HTMLElement | null }, isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOpen) return;
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !bar.current?.contains(event.target)) latest.current();
    };
    window.addEventListener("pointerdown", onPointerDown, true);
    return () => window.removeEventListener("pointerdown", onPointerDown, true);
  }, [isOpen, bar]);
}
