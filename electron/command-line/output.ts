/** Where the command line writes: results and reasons apart. */
export interface Output {
  /** Results, on standard output. */
  result(text: string): void;
  /** Reasons and remarks, on standard error. */
  remark(text: string): void;
}

/** 0 done, 1 refused with a reason, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;
