/** One measurement of quality.md; beside its floor, which was measured in the same run, where it has one. */
export interface BenchRow {
  readonly operation: string;
  readonly size: string;
  readonly milliseconds: number;
  /** What the figure is of its runs. */
  readonly statistic: "median" | "p95" | "p99";
  readonly floor: {
    readonly milliseconds: number;
    /** What the floor includes. */
    readonly includes: string;
  } | null;
  readonly goal: string;
  /** Null where the goal cannot be judged on this machine; a remark says why. */
  readonly isMet: boolean | null;
  /** Further figures, a line each. */
  readonly remarks?: readonly string[];
}
