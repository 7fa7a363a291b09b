/** One measurement of quality.md beside its floor, which was measured in the same run. */
export interface BenchRow {
  readonly operation: string;
  readonly size: string;
  readonly milliseconds: number;
  readonly floorMilliseconds: number;
  /** What the floor includes. */
  readonly floor: string;
  readonly goal: string;
  readonly isMet: boolean;
}
