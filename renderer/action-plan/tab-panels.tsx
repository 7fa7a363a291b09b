import { memo, type ReactNode, useMemo } from "react";
import type { TabText, TabTexts } from "../../shared/action-plan/action-plan.ts";
import { TAB_TEXT_FIELDS, tabTextLimit } from "../../shared/action-plan/validate-changes.ts";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { AGE_BANDS, type PulledDetails } from "../../shared/client-record/pull-through.ts";
import type { PulledChange, RecordWindow } from "../../shared/client-record/pulled-change.ts";
import { formatDate } from "../../shared/dates.ts";
import type { Policy } from "../../shared/policy.ts";
import { WordMarks } from "../spelling/word-marks.tsx";
import { Icon } from "../ui/icons.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { CONTRACT_TAB, type FieldProblems, fieldId, TAB_NAMES, type TabName } from "./field-ids.ts";
import { BLANK, PulledMark, WasBefore } from "./pulled-mark.tsx";
import { PulledQualifications } from "./pulled-qualifications.tsx";
import { Filler, ShownValue } from "./shown-value.tsx";
import { SourceLinks, sourcesOf } from "./source-dialog.tsx";

interface TabPanelsProps {
  readonly selected: TabName;
  readonly pulled: PulledDetails;
  /** The copy in the saved plan, with which the details of today are compared; null where there is no plan yet. */
  readonly saved: PulledDetails | null;
  readonly changes: readonly PulledChange[];
  readonly client: StoredClientRecord;
  /** The text boxes as they stand, written or saved. */
  readonly texts: TabTexts;
  readonly policy: Policy;
  readonly problems: FieldProblems;
  /** The tab that only a plan under a contract has. */
  readonly ownTab: { readonly words: string; readonly panel: ReactNode } | undefined;
  readonly onSelect: (tab: TabName) => void;
  readonly onText: (tab: TabText, text: string) => void;
  readonly onOpenSource: (window: RecordWindow) => void;
}

/** The lower half: the tabs with what they pull from the client record and their text boxes, and a contract's own. */
export const TabPanels = memo(function TabPanels(props: TabPanelsProps) {
  const { selected, pulled, saved, changes, client, ownTab, onSelect, onOpenSource } = props;
  const marks = useMemo(() => marksOf(changes), [changes]);
  return (
    <Tabs
      label="Tabs"
      names={ownTab ? [...TAB_NAMES, CONTRACT_TAB] : TAB_NAMES}
      words={ownTab ? { [CONTRACT_TAB]: ownTab.words } : undefined}
      selected={selected}
      marks={marks}
      onSelect={onSelect}
      beside={<SourceLinks sources={sourcesOf(selected, client)} onOpen={onOpenSource} />}
    >
      {selected === "Aims" && <Aims now={pulled.aims} then={saved?.aims} />}
      {selected === "Aims" && <TabTextBox {...props} tab="aims" />}
      {selected === "EHist" && <EmploymentHistory now={pulled.employment} then={saved?.employment} />}
      {selected === "EHist" && <TabTextBox {...props} tab="employment" />}
      {selected === "PCirc" && <Circumstances now={pulled.circumstances} then={saved?.circumstances} />}
      {selected === "Quals" && <PulledQualifications now={pulled.qualifications} then={saved?.qualifications} />}
      {selected === "Quals" && <TabTextBox {...props} tab="qualifications" />}
      {selected === "Info" && <TabTextBox {...props} tab="info" />}
      {selected === CONTRACT_TAB && ownTab?.panel}
    </Tabs>
  );
});

/** A diamond on every tab that has a changed detail. */
function marksOf(changes: readonly PulledChange[]): Partial<Record<TabName, ReactNode>> {
  return Object.fromEntries(
    changes.map(({ tab }) => [
      tab,
      <span key={tab} className="chg">
        <Icon name="diamond" />
        <span className="sr">changed</span>
      </span>,
    ]),
  );
}

function TabTextBox({ tab, texts, policy, problems, onText }: TabPanelsProps & { readonly tab: TabText }) {
  const field = TAB_TEXT_FIELDS[tab];
  return (
    <TextBox
      key={tab}
      id={fieldId(field)}
      label={field}
      caption={field}
      look="grow"
      value={texts[tab]}
      limit={tabTextLimit(tab, policy)}
      problem={problems[field]}
      marks={<WordMarks field={field} text={texts[tab]} />}
      onChange={(text) => onText(tab, text)}
    />
  );
}

interface Compared<Details> {
  readonly now: Details;
  readonly then: Details | undefined;
}

/** What a value was in the saved plan; undefined where it is the same, or nothing is saved yet. */
function wasOf(then: string | undefined, now: string): string | undefined {
  return then === now ? undefined : then;
}

function Aims({ now, then }: Compared<PulledDetails["aims"]>): ReactNode {
  return (
    <div className="pull aims">
      {now.jobPreferences.map(({ job, soc }, index) => {
        const name = `Job Pref ${index + 1}`;
        const before = then?.jobPreferences[index];
        const socWas = wasOf(before?.soc, soc);
        const was = wasOf(before?.job, job) ?? (socWas === undefined ? undefined : `SOC ${socWas || BLANK}`);
        const hours = now.preferredHours;
        return [
          <ShownValue key={name} name={name} value={job} was={was} />,
          <ShownValue
            key={`${name} SOC`}
            name="SOC"
            spokenName={`SOC of ${name}`}
            value={soc}
            was={socWas}
            isMarkedBeside
          />,
          index === 0 ? (
            <ShownValue
              key="hours"
              name="Preferred Hours"
              nameClass="k off"
              value={hours}
              was={wasOf(then?.preferredHours, hours)}
            />
          ) : (
            <Filler key={`${name} filler`} />
          ),
        ];
      })}
    </div>
  );
}

function EmploymentHistory({ now, then }: Compared<PulledDetails["employment"]>): ReactNode {
  return (
    <div className="pull ehist">
      {now.lastJobs.map(({ job, from, to }, index) => {
        const name = `Last Job ${index + 1}`;
        const before = then?.lastJobs[index];
        const [start, end] = [formatDate(from), formatDate(to)];
        const startWas = wasOf(before && formatDate(before.from), start);
        const endWas = wasOf(before && formatDate(before.to), end);
        const dates = [
          startWas !== undefined && `from ${startWas || BLANK}`,
          endWas !== undefined && `to ${endWas || BLANK}`,
        ];
        const was = wasOf(before?.job, job) ?? (dates.filter(Boolean).join(" ") || undefined);
        return [
          <ShownValue key={name} name={name} value={job} was={was} />,
          <ShownValue
            key={`${name} from`}
            name="From"
            spokenName={`${name} From`}
            nameClass="k off"
            value={start}
            was={startWas}
            isMarkedBeside
          />,
          <ShownValue key={`${name} to`} name="To" spokenName={`${name} To`} value={end} was={endWas} isMarkedBeside />,
        ];
      })}
    </div>
  );
}

function Circumstances({ now, then }: Compared<PulledDetails["circumstances"]>) {
  return (
    <div className="pull six">
      <ShownValue name="Paying Rent" isNarrow {...pair(now.payingRent, then?.payingRent)} />
      <ShownValue name="Mortgage" nameClass="k off" isNarrow {...pair(now.mortgage, then?.mortgage)} />
      <ShownValue name="Council Tax" nameClass="k off" isNarrow {...pair(now.councilTax, then?.councilTax)} />
      <ShownValue name="DP" nameClass="k off" isNarrow {...pair(now.disabledPerson, then?.disabledPerson)} />
      <ShownValue name="Driving Licence" isNarrow {...pair(now.drivingLicence, then?.drivingLicence)} />
      <ShownValue name="Car Owner" nameClass="k off" isNarrow {...pair(now.carOwner, then?.carOwner)} />
      <ShownValue name="Endorsement" nameClass="k off" isNarrow {...pair(now.endorsement, then?.endorsement)} />
      <Filler />
      <span className="k" id="child-ages">
        Child ages:
      </span>
      <dl className="kids" aria-labelledby="child-ages">
        {AGE_BANDS.map(({ band }, index) => (
          <Band key={band} band={band} count={now.childrenByBand[index] ?? 0} was={then?.childrenByBand[index]} />
        ))}
      </dl>
      <ShownValue name="Dependant" nameClass="k off" isNarrow {...pair(now.dependant, then?.dependant)} />
      <ShownValue name="IWBC" isNarrow {...pair(now.iwbc, then?.iwbc)} />
      <ShownValue name="IWBC Notes" nameClass="k off" valueClass="span" {...pair(now.iwbcNotes, then?.iwbcNotes)} />
      <ShownValue name="IWBC Date" isNarrow {...pair(formatDate(now.iwbcDate), then && formatDate(then.iwbcDate))} />
    </div>
  );
}

function pair(now: string, then: string | undefined): { readonly value: string; readonly was: string | undefined } {
  return { value: now, was: wasOf(then, now) };
}

function Band({
  band,
  count,
  was,
}: {
  readonly band: string;
  readonly count: number;
  readonly was: number | undefined;
}) {
  const isChanged = was !== undefined && was !== count;
  return (
    <div className={[count > 0 ? "some" : "", isChanged ? "is-changed" : ""].filter(Boolean).join(" ") || undefined}>
      <dt>{`(${band})`}</dt>
      <dd>{count}</dd>
      {isChanged && (
        <dd>
          <PulledMark word="Changed" isShort />
          <WasBefore was={String(was)} />
        </dd>
      )}
    </div>
  );
}
