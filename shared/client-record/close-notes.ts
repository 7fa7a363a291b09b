/** What decides whether a note to close appears at an interview. */
export interface NoteToClose {
  readonly createdAt: string;
  readonly isItemOpen: boolean;
}

/** A note to close appears at every interview that began after it was written, for as long as its item is open (¶68). */
export function appearsAtInterview({ createdAt, isItemOpen }: NoteToClose, startedAt: string): boolean {
  return isItemOpen && Date.parse(createdAt) < Date.parse(startedAt);
}
