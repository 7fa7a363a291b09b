interface InteractionsLinkProps {
  readonly clientId: string;
  /** Which of the rows it stands in. */
  readonly about: "interactions" | "copies";
  readonly count: number;
}

/** How many interactions, or requests for copies, are recorded of a participant. */
export function InteractionsLink({ about, count }: InteractionsLinkProps) {
  if (count === 0) return <>None</>;
  return <>{about === "interactions" ? `${count} recorded` : count}</>;
}
