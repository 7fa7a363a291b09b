import { isBlank, onOneLine, tidyText } from "../text.ts";
import type { ClientDetails, Jsag, More, Qualification } from "./client-record.ts";
import { tidyNino } from "./nino.ts";
import type { RecordPart } from "./record-part.ts";

/** A window's part as it is stored: AP-9 over every text, the NINO without its spaces. */
export function tidyPart(part: RecordPart): RecordPart {
  switch (part.window) {
    case "Client":
      return { ...part, details: tidyDetails(part.details) };
    case "More":
      return {
        ...part,
        more: { ...tidyAims(part.more), lastJobs: part.more.lastJobs.map(tidyJob), ...tidyNeeds(part.more) },
      };
    case "Quals":
      return { ...part, qualifications: part.qualifications.map(tidyQualification) };
    case "IWBC":
      return { ...part, iwbc: part.iwbc && { ...part.iwbc, notes: notes(part.iwbc.notes) } };
    case "JSAg":
      return { ...part, jsag: part.jsag && tidyJsag(part.jsag) };
    case "CBW":
      return part;
  }
}

/** A client's own details as they are stored. */
export function tidyDetails(details: ClientDetails): ClientDetails {
  const tidied = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === "string" ? line(value) : value]),
  ) as ClientDetails;
  return { ...tidied, nino: tidyNino(details.nino), address: details.address.map(line) };
}

function tidyAims<Aims extends Pick<More, "jobPreferences">>(aims: Aims): Aims {
  return { ...aims, jobPreferences: aims.jobPreferences.map(({ job, soc }) => ({ job: line(job), soc: line(soc) })) };
}

function tidyJob(job: More["lastJobs"][number]): More["lastJobs"][number] {
  return { ...job, job: line(job.job) };
}

function tidyNeeds({ supportNeeds }: More): Pick<More, "supportNeeds"> {
  return { supportNeeds: notes(supportNeeds) };
}

function tidyJsag(jsag: Jsag): Jsag {
  const { availability, restrictions, actionsAgreed } = jsag;
  return {
    ...tidyAims(jsag),
    availability: notes(availability),
    restrictions: notes(restrictions),
    actionsAgreed: notes(actionsAgreed),
  };
}

/** Basic Skills Assessments never go to the plan and have no tick (¶94). */
function tidyQualification(row: Qualification): Qualification {
  const { level, subject, outcome, kind } = row;
  const onPlan = kind === "qualification" && row.onPlan;
  return { ...row, level: line(level), subject: line(subject), outcome: line(outcome), onPlan };
}

function line(text: string): string {
  return onOneLine(tidyText(text));
}

function notes(text: string): string {
  const tidied = tidyText(text);
  return isBlank(tidied) ? "" : tidied;
}
