import type { JetsPanelProps } from "./panel-props.ts";

/** Dates of a participant's plan. */
export function CourseDates(_props: JetsPanelProps) {
  return (
    <section aria-label="Dates">
      <h2 className="h2">Dates</h2>
    </section>
  );
}
