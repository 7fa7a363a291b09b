import type { JetsPanelProps } from "./panel-props.ts";

/** Signatures of a participant's plan. */
export function PlanSignatures(_props: JetsPanelProps) {
  return (
    <section aria-label="Signatures">
      <h2 className="h2">Signatures</h2>
    </section>
  );
}
