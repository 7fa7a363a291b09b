import { type ReactNode, useEffect, useId, useRef } from "react";
import { useHelp } from "../ui/help.tsx";
import { Icon } from "../ui/icons.tsx";
import { MenuBar } from "../ui/menu-bar.tsx";
import { ConnectionStatus } from "../ui/window-frame.tsx";

interface EntryPageProps {
  /** As the title strip has it. */
  readonly strip: string;
  /** The page's heading, which names its main region. */
  readonly heading: string;
  /** One sentence below the heading. */
  readonly lead?: ReactNode;
  readonly status: { readonly left: string; readonly store: string };
  readonly children: ReactNode;
}

/** The frame of the pages before anyone is in: title strip, Help, the page, status bar. */
export function EntryPage({ strip, heading, lead, status, children }: EntryPageProps) {
  const id = useId();
  const help = useHelp({});
  const main = useFirstField();
  return (
    <div className="window">
      <header className="frame">
        <div className="titlebar">
          <Icon name="mark" className="mark" />
          <span className="strip">{strip}</span>
        </div>
        <MenuBar menus={[help.menu]} />
      </header>
      <main className="entry" aria-labelledby={id} tabIndex={-1} ref={main}>
        <div className="entry-head">
          <h1 id={id}>{heading}</h1>
          {lead && <p className="dim">{lead}</p>}
        </div>
        {children}
      </main>
      <footer className="statusbar">
        <span className="where">{status.left}</span>
        <ul>
          <li>{status.store}</li>
          <ConnectionStatus />
        </ul>
      </footer>
      {help.dialog}
    </div>
  );
}

/** Gives the focus to the field that claims it once the page is there, else to the page itself. */
export function useFirstField() {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const target = main.current?.querySelector<HTMLElement>("[data-autofocus]") ?? main.current;
    target?.focus();
  }, []);
  return main;
}
