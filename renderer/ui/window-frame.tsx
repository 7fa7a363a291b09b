import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from "react";
import { formatNino } from "../../shared/client-record/nino.ts";
import { useConnection } from "../requests.ts";
import { useSession } from "../session.ts";
import { Icon } from "./icons.tsx";
import { type Menu, MenuBar, type MenuItem } from "./menu-bar.tsx";
import { StoreDamageStatus } from "./store-damage.tsx";

/** What the application puts on every window of a client while an interview is open. */
export interface InterviewParts {
  readonly bar: ReactNode;
  /** As the status bar has it, such as "LP WFI from 10:05". */
  readonly status: string;
  /** What the bar's buttons do, for the end of the Function menu. */
  readonly commands: readonly MenuItem[];
}

/** Brings the interview bar to whichever window is shown. */
export const InterviewPartsContext = createContext<InterviewParts | null>(null);

/** Brings what the File menu of every window has at its end. */
export const FileMenuContext = createContext<readonly MenuItem[]>([]);

interface WindowFrameProps {
  /** The window's heading, which is also the name of its main region. */
  readonly heading: string;
  /** The client's, unformatted; a guard against the wrong client. */
  readonly nino?: string | undefined;
  readonly menus: readonly Menu[];
  readonly status: {
    /** At the left, such as "Row 1 of 2". */
    readonly left: string;
    /** The contract that what is shown is under. */
    readonly contract?: string | undefined;
    /** True while something the adviser wrote is unsaved. */
    readonly isUnsaved?: boolean | undefined;
    /** How it says so, with whether it has been kept as a draft. */
    readonly unsavedWords?: string | undefined;
    /** True while pulled-through details wait to become permanent. */
    readonly areDetailsWaiting?: boolean | undefined;
  };
  readonly children: ReactNode;
}

/** The frame of every window: title strip, menus, interview bar, the work, status bar. */
export function WindowFrame({ heading, nino, menus, status, children }: WindowFrameProps) {
  const id = useId();
  const interview = useContext(InterviewPartsContext);
  const fileItems = useContext(FileMenuContext);
  const main = useRef<HTMLElement>(null);
  const hasBar = interview !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the bar that goes at End, the button that had the focus goes
  useEffect(() => {
    // A window that comes up takes the focus, unless a part of it already claimed it.
    if (document.activeElement === document.body) main.current?.focus();
  }, [hasBar]);
  return (
    <div className="window">
      <header className="frame">
        <TitleStrip id={id} heading={heading} nino={nino} />
        <MenuBar menus={withItems(withItems(menus, "File", fileItems), "Function", interview?.commands ?? [])} />
      </header>
      {interview?.bar}
      <main className="main" aria-labelledby={id} tabIndex={-1} ref={main}>
        {children}
      </main>
      <StatusBar status={status} interview={interview?.status} />
    </div>
  );
}

function withItems(menus: readonly Menu[], label: string, items: readonly MenuItem[]): Menu[] {
  return menus.map((menu) => (menu.label === label ? { ...menu, items: [...menu.items, ...items] } : menu));
}

function TitleStrip({
  id,
  heading,
  nino,
}: {
  readonly id: string;
  readonly heading: string;
  readonly nino?: string | undefined;
}) {
  const session = useSession();
  return (
    <div className="titlebar">
      <Icon name="mark" className="mark" />
      <h1 id={id}>{heading}</h1>
      {nino && <span className="who num">{formatNino(nino)}</span>}
      <div className="end">
        {session.isTraining && <span className="tag">Training</span>}
        <span className="who">
          {session.isTraining ? session.adviser.name : `${session.office.name}, ${session.adviser.name}`}
        </span>
      </div>
    </div>
  );
}

function StatusBar({
  status,
  interview,
}: Pick<WindowFrameProps, "status"> & { readonly interview: string | undefined }) {
  // Under a contract nothing waits for an interview, so that only an open one is told.
  const told = interview ?? (status.contract ? undefined : "No interview open");
  return (
    <footer className="statusbar">
      <span className="where" role="status">
        {status.left}
      </span>
      <ul>
        {status.contract && <li>{status.contract}</li>}
        {told && (
          <li>
            <span className="num">{told}</span>
          </li>
        )}
        <SavedStatus {...status} />
        <StoreDamageStatus />
        <ConnectionStatus />
      </ul>
    </footer>
  );
}

function SavedStatus({ isUnsaved, unsavedWords = "Unsaved changes", areDetailsWaiting }: WindowFrameProps["status"]) {
  if (isUnsaved) {
    return (
      <li className="unsaved">
        <Icon name="warn" />
        {unsavedWords}
      </li>
    );
  }
  return (
    <li className={areDetailsWaiting ? "details" : undefined}>
      <Icon name={areDetailsWaiting ? "diamond" : "check"} />
      {areDetailsWaiting ? "Details changed" : "Saved"}
    </li>
  );
}

/** The end of every status bar: whether the central system, and the main process, can be reached. */
export function ConnectionStatus() {
  const connection = useConnection();
  if (connection === "connected") {
    return (
      <li>
        <Icon name="off" />
        <span>
          No central system set up<span className="more">: working on this desktop</span>
        </span>
      </li>
    );
  }
  return (
    <li className="lost" role="alert">
      <Icon name="warn" />
      <span>
        {connection === "lost"
          ? "Connection lost: what you typed is still here"
          : "Action Plan is stopping: unsaved changes are kept for its next start"}
      </span>
    </li>
  );
}
