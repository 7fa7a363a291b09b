import { useState } from "react";
import { fullName } from "../../shared/client-record/client-record.ts";
import { dateOfMoment, formatMoment } from "../../shared/dates.ts";
import { useClerical } from "../clerical/use-clerical.tsx";
import { NewClientDialog } from "../client-record/client-form.tsx";
import { KeptRecordDrafts } from "../client-record/kept-record-drafts.tsx";
import { ImportDialog } from "../import/import-dialog.tsx";
import { WorkingDaysDialog } from "../jets/working-days-dialog.tsx";
import { usePlanWay } from "../plan-way.tsx";
import { useLetterhead } from "../print/letterhead-dialog.tsx";
import { useSession } from "../session.ts";
import { useDictionary } from "../spelling/dictionary-dialog.tsx";
import { ActionButton } from "../ui/action-button.tsx";
import { useHelp } from "../ui/help.tsx";
import { useShortcuts } from "../ui/key-map.ts";
import { WindowFrame } from "../ui/window-frame.tsx";
import { useWorkList } from "../work-list/use-work-list.ts";
import { WorkListPanel, type WorkPlaces } from "../work-list/work-list-panel.tsx";
import { countWords } from "../work-list/work-words.ts";
import { ClientCard } from "./client-card.tsx";
import { Finder } from "./finder.tsx";
import { startMenus } from "./start-menus.ts";
import { useFinder } from "./use-finder.ts";

interface StartWindowProps extends WorkPlaces {
  readonly onOpenAudit: () => void;
  readonly onOpenCompliance: () => void;
}

/** The first screen: finding a client, who was found, and what waits to be done. */
export function StartWindow({ onOpenClient, onOpenPlan, onOpenAudit, onOpenCompliance }: StartWindowProps) {
  const session = useSession();
  const work = useWorkList();
  const finder = useFinder(onOpenClient);
  const { selected } = finder;
  const toBox = () => finder.box.current?.focus();
  const way = usePlanWay((clientId, kind) => onOpenPlan(clientId, { to: "plan", kind }));
  const [isAdding, setIsAdding] = useState(false);
  const clerical = useClerical({
    client: selected ? { id: selected.id, name: fullName(selected) } : null,
    isTheirPage: false,
    onOpenPlan,
  });
  const letterhead = useLetterhead();
  const help = useHelp({
    find: "Find a client",
    letterhead: "The office's letterhead",
    "working-days": "Working days",
  });
  const [isShowingDays, setShowingDays] = useState(false);
  const noContract = session.office.plans === "lms" ? "This office makes no plans under a contract" : undefined;
  const showDays = () => setShowingDays(true);
  useShortcuts({
    find: { run: toBox },
    letterhead: { run: letterhead.open },
    "working-days": { off: noContract, run: showDays },
  });
  const dictionary = useDictionary();
  const [isImporting, setImporting] = useState(false);
  const menus = [
    ...startMenus({
      finder,
      clerical: clerical.menuItems,
      functions: [dictionary.item, letterhead.item],
      noContract,
      onToBox: toBox,
      onAdd: () => setIsAdding(true),
      onImport: () => setImporting(true),
      onShowDays: showDays,
      onOpenAudit,
      onOpenCompliance,
      onOpenClient,
      onOpenPlan: way.open,
    }),
    help.menu,
  ];
  return (
    <WindowFrame
      heading={`Action Plan - ${session.office.name}`}
      menus={menus}
      status={{ left: countWords(work.list) }}
    >
      <div className="cols start">
        <section aria-label="Clients">
          <OpenInterviewCard onOpenClient={onOpenClient} />
          <KeptRecordDrafts clientId={null} onOpen={() => setIsAdding(true)} />
          <Finder finder={finder} onOpenClient={onOpenClient} />
          <ClientCard client={selected} onOpenClient={onOpenClient} onOpenPlan={way.open} />
        </section>
        <WorkListPanel work={work} clerical={clerical} onOpenClient={onOpenClient} onOpenPlan={onOpenPlan} />
      </div>
      {isAdding && <NewClientDialog onOpenClient={onOpenClient} onClose={() => setIsAdding(false)} />}
      {way.dialog}
      {clerical.dialog}
      {dictionary.dialog}
      {letterhead.dialog}
      {help.dialog}
      {isShowingDays && <WorkingDaysDialog onClose={() => setShowingDays(false)} />}
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </WindowFrame>
  );
}

/** An interview that the adviser left open, perhaps when the application stopped. */
function OpenInterviewCard({ onOpenClient }: Pick<WorkPlaces, "onOpenClient">) {
  const { openInterview, interviewKinds, today } = useSession();
  if (!openInterview) return null;
  const kindName = interviewKinds.find(({ code }) => code === openInterview.kind)?.name ?? openInterview.kind;
  return (
    <div className="card open-interview">
      <p className="strong">Interview open with {openInterview.clientName}</p>
      <p className="num">
        {kindName}, started {formatMoment(openInterview.startedAt)}
      </p>
      {dateOfMoment(openInterview.startedAt) < today && <p>It was left open. End it before you start another.</p>}
      <div className="acts">
        <ActionButton name="Continue" primary onPress={() => onOpenClient(openInterview.clientId)} />
      </div>
    </div>
  );
}
