import { CourseDates } from "./course-dates.tsx";
import { FullPlanDue } from "./full-plan-due.tsx";
import type { JetsPanelProps } from "./panel-props.ts";
import { PlanSignatures } from "./plan-signatures.tsx";

/** The tab of a participant's plan: the dates of the course, when the full plan is due, and who has signed. */
export function JetsPanel(props: JetsPanelProps) {
  return (
    <div className="jets">
      <CourseDates {...props} />
      <FullPlanDue {...props} />
      <PlanSignatures {...props} />
    </div>
  );
}
