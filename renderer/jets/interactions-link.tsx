interface InteractionsLinkProps {
  readonly clientId: string;
  /** Which of the rows it stands in. */
  readonly what: "interactions" | "requests";
  readonly count: number;
}

/** How many interactions, or requests for copies, are recorded of a participant. */
export function InteractionsLink({ what, count }: InteractionsLinkProps) {
  if (count === 0) return <>None</>;
  return <>{what === "interactions" ? `${count} recorded` : count}</>;
}
