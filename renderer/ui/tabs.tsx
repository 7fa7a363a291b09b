import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  /** What stands on a tab, where it is not its name. */
  readonly words?: Readonly<Partial<Record<Name, string>>> | undefined;
  readonly selected: Name;
  /** What stands beside a tab's name, where anything does. */
  readonly marks?: Readonly<Partial<Record<Name, ReactNode>>>;
  /** Stands at the right of the tabs. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
  readonly onSelect: (name: Name) => void;
}

/** A row of tabs joined to the page of the chosen one; arrow keys, Home and End choose. */
export function Tabs<Name extends string>(props: TabsProps<Name>) {
  const { label, names, words, selected, marks, beside, children, onSelect } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const keyDown = (event: KeyboardEvent) => {
    const current = names.indexOf(selected);
    const targets: Record<string, number> = {
      ArrowRight: (current + 1) % names.length,
      ArrowLeft: (current + names.length - 1) % names.length,
      Home: 0,
      End: names.length - 1,
    };
    const target = targets[event.key];
    const name = target === undefined || event.altKey || event.ctrlKey ? undefined : names[target];
    if (target === undefined || name === undefined) return;
    event.preventDefault();
    onSelect(name);
    list.current?.querySelectorAll("button")[target]?.focus();
  };
  return (
    <>
      <div className="tabs">
        <div role="tablist" aria-label={label} ref={list} onKeyDown={keyDown}>
          {names.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              aria-selected={name === selected}
              aria-controls={`${id}-panel`}
              tabIndex={name === selected ? 0 : -1}
              onClick={() => onSelect(name)}
            >
              {words?.[name] ?? name}
              {marks?.[name]}
            </button>
          ))}
        </div>
        {beside}
      </div>
      <div className="panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </>
  );
}
