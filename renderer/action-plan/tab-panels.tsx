import { memo, type ReactNode } from "react";
import type { TabText, TabTexts } from "../../shared/action-plan/action-plan.ts";
import { TAB_TEXT_FIELDS, tabTextLimit } from "../../shared/action-plan/validate-changes.ts";
import { AGE_BANDS, type PulledDetails } from "../../shared/client-record/pull-through.ts";
import { formatDate } from "../../shared/dates.ts";
import type { Policy } from "../../shared/policy.ts";
import { Tabs } from "../ui/tabs.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { type FieldProblems, fieldId, TAB_NAMES, type TabName } from "./field-ids.ts";
import { Filler, ShownValue } from "./shown-value.tsx";

interface TabPanelsProps {
  readonly selected: TabName;
  readonly pulled: PulledDetails;
  /** The text boxes as they stand, written or saved. */
  readonly texts: TabTexts;
  readonly policy: Policy;
  readonly problems: FieldProblems;
  readonly onSelect: (tab: TabName) => void;
  readonly onText: (tab: TabText, text: string) => void;
}

/** The windows of the client record where a tab's details are changed (¶55). */
const SOURCES: Readonly<Record<TabName, string>> = {
  Aims: "More",
  EHist: "More",
  PCirc: "More, CBW and IWBC",
  Quals: "Quals",
  Info: "",
};

/** The lower half: five tabs with what they pull from the client record and their text boxes. */
export const TabPanels = memo(function TabPanels(props: TabPanelsProps) {
  const { selected, pulled, onSelect } = props;
  const source = SOURCES[selected];
  return (
    <Tabs
      label="Tabs"
      names={TAB_NAMES}
      selected={selected}
      onSelect={onSelect}
      beside={source && <p className="source">{`From the client record. Change it in ${source}.`}</p>}
    >
      {selected === "Aims" && <Aims {...pulled.aims} />}
      {selected === "Aims" && <TabTextBox {...props} tab="aims" />}
      {selected === "EHist" && <EmploymentHistory {...pulled.employment} />}
      {selected === "EHist" && <TabTextBox {...props} tab="employment" />}
      {selected === "PCirc" && <Circumstances {...pulled.circumstances} />}
      {selected === "Quals" && <Qualifications qualifications={pulled.qualifications} />}
      {selected === "Quals" && <TabTextBox {...props} tab="qualifications" />}
      {selected === "Info" && <TabTextBox {...props} tab="info" />}
    </Tabs>
  );
});

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
      onChange={(text) => onText(tab, text)}
    />
  );
}

function Aims({ jobPreferences, preferredHours }: PulledDetails["aims"]): ReactNode {
  return (
    <div className="pull aims">
      {jobPreferences.map(({ job, soc }, index) => {
        const name = `Job Pref ${index + 1}`;
        return [
          <ShownValue key={name} name={name} value={job} />,
          <ShownValue key={`${name} SOC`} name="SOC" spokenName={`SOC of ${name}`} value={soc} />,
          index === 0 ? (
            <ShownValue key="hours" name="Preferred Hours" nameClass="k off" value={preferredHours} />
          ) : (
            <Filler key={`${name} filler`} />
          ),
        ];
      })}
    </div>
  );
}

function EmploymentHistory({ lastJobs }: PulledDetails["employment"]): ReactNode {
  return (
    <div className="pull ehist">
      {lastJobs.map(({ job, from, to }, index) => {
        const name = `Last Job ${index + 1}`;
        return [
          <ShownValue key={name} name={name} value={job} />,
          <ShownValue
            key={`${name} from`}
            name="From"
            spokenName={`${name} From`}
            nameClass="k off"
            value={formatDate(from)}
          />,
          <ShownValue key={`${name} to`} name="To" spokenName={`${name} To`} value={formatDate(to)} />,
        ];
      })}
    </div>
  );
}

function Circumstances(details: PulledDetails["circumstances"]) {
  return (
    <div className="pull six">
      <ShownValue name="Paying Rent" value={details.payingRent} />
      <ShownValue name="Mortgage" nameClass="k off" value={details.mortgage} />
      <ShownValue name="Council Tax" nameClass="k off" value={details.councilTax} />
      <ShownValue name="DP" nameClass="k off" value={details.disabledPerson} />
      <ShownValue name="Driving Licence" value={details.drivingLicence} />
      <ShownValue name="Car Owner" nameClass="k off" value={details.carOwner} />
      <ShownValue name="Endorsement" nameClass="k off" value={details.endorsement} />
      <Filler />
      <span className="k" id="child-ages">
        Child ages:
      </span>
      <dl className="kids" aria-labelledby="child-ages">
        {AGE_BANDS.map(({ band }, index) => (
          <div key={band} className={details.childrenByBand[index] ? "some" : undefined}>
            <dt>{`(${band})`}</dt>
            <dd>{details.childrenByBand[index] ?? 0}</dd>
          </div>
        ))}
      </dl>
      <ShownValue name="Dependant" nameClass="k off" value={details.dependant} />
      <ShownValue name="IWBC" value={details.iwbc} />
      <ShownValue name="IWBC Notes" nameClass="k off" valueClass="span" value={details.iwbcNotes} />
      <ShownValue name="IWBC Date" value={formatDate(details.iwbcDate)} />
    </div>
  );
}

const QUALIFICATION_COLUMNS = [
  { heading: "Level", width: "11rem" },
  { heading: "Subject" },
  { heading: "Outcome", width: "10rem" },
  { heading: "Date Completed", width: "9rem" },
];

function Qualifications({ qualifications }: Pick<PulledDetails, "qualifications">) {
  const count = qualifications.length;
  return (
    <>
      <div className="gridbox">
        <table className="grid plain" aria-label="Qualifications">
          <colgroup>
            {QUALIFICATION_COLUMNS.map(({ heading, width }) => (
              <col key={heading} style={width ? { width } : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {QUALIFICATION_COLUMNS.map(({ heading }) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {qualifications.map((row, index) => (
              // The rows are read-only and stand in the record's order.
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the record's order
              <tr key={index}>
                <td>{row.level}</td>
                <td>{row.subject}</td>
                <td>{row.outcome}</td>
                <td>{formatDate(row.completed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="cap quiet">
        {count === 0 ? "No qualification is ticked AP in Quals." : `${countOf(count)} ticked AP in Quals.`} Basic Skills
        Assessments never come to the plan.
      </p>
    </>
  );
}

function countOf(count: number): string {
  return count === 1 ? "The 1 qualification" : `The ${count} qualifications`;
}
