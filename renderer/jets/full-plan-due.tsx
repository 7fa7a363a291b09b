import type { JetsPanelProps } from "./panel-props.ts";

/** Full plan due of a participant's plan. */
export function FullPlanDue(_props: JetsPanelProps) {
  return (
    <section aria-label="Full plan due">
      <h2 className="h2">Full plan due</h2>
    </section>
  );
}
