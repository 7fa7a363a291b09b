import type { JetsPanelProps } from "./panel-props.ts";

/** Beside the activities of a participant's plan: support needs, what is understood, SMART. */
export function ActivityPanel(_props: JetsPanelProps) {
  return null;
}
