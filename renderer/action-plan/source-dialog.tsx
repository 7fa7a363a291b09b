import { useState } from "react";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { aimsWindow } from "../../shared/client-record/pull-through.ts";
import type { RecordWindow } from "../../shared/client-record/pulled-change.ts";
import { RecordDialog } from "../client-record/record-dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { CONTRACT_TAB, type TabName } from "./field-ids.ts";

/** What a window of the client record is called on screen. */
export function sourceName(window: RecordWindow): string {
  return window === "Client" ? "Client Record" : window;
}

/** The windows where a tab's details are changed (¶55, ¶80, ¶89). */
export function sourcesOf(tab: TabName, client: StoredClientRecord): readonly RecordWindow[] {
  switch (tab) {
    case "Aims":
      return [aimsWindow(client)];
    case "EHist":
      return ["More"];
    case "PCirc":
      return ["More", "CBW", "IWBC", "Client"];
    case "Quals":
      return ["Quals"];
    case "Info":
    case CONTRACT_TAB:
      return [];
  }
}

interface SourceLinksProps {
  readonly sources: readonly RecordWindow[];
  readonly onOpen: (window: RecordWindow) => void;
}

/** At the right of the tabs: where the chosen tab's details are changed. */
export function SourceLinks({ sources, onOpen }: SourceLinksProps) {
  if (sources.length === 0) return null;
  return (
    <div className="source">
      <span>From the client record. Change it in</span>
      {sources.map((window) => (
        <button key={window} type="button" className="link" aria-haspopup="dialog" onClick={() => onOpen(window)}>
          {sourceName(window)}
          <Icon name="open" size="small" />
        </button>
      ))}
    </div>
  );
}

interface SourceDialogProps {
  readonly client: StoredClientRecord;
  readonly window: RecordWindow;
  readonly onClose: () => void;
}

/** The window of the client record, over the plan, so that what is unsaved there stays as it is. */
export function SourceDialog({ client, window, onClose }: SourceDialogProps) {
  const [shown, setShown] = useState(window);
  return <RecordDialog client={client} window={shown} onOpenWindow={setShown} onClose={onClose} />;
}
