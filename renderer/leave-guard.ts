/** What a window with work in it answers when it is to be left from outside, as by End. */
export interface LeaveGuard {
  /** Whether anything in it is unsaved. */
  readonly hasUnsaved: () => boolean;
  /** Settles unsaved work with the adviser: true when the window may be left. */
  readonly leave: () => Promise<boolean>;
  /** Goes back to what is saved, without asking, and closes the window. */
  readonly discard: () => void;
}

/** The guard where no window has anything to lose. */
export const NOTHING_TO_LEAVE: LeaveGuard = {
  hasUnsaved: () => false,
  leave: async () => true,
  discard: () => undefined,
};
