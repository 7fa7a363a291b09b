import { type ReactNode, useCallback, useState } from "react";
import { type CloseNote, notedBy } from "../../shared/client-record/conversation.ts";
import type { OpenInterview } from "../../shared/contract.ts";
import { formatMoment } from "../../shared/dates.ts";
import { Dialog } from "../ui/dialog.tsx";

/** The name of the command that shows the notes again while the interview is open. */
export const NOTES_FULL_NAME = "Notes to close";

interface NotesToCloseProps {
  readonly notes: readonly CloseNote[];
  readonly onOpenItem: (itemId: string) => void;
  readonly onClose: () => void;
}

/** The notes that want items closed at this interview (¶68), each with the way to its item. */
export function NotesToCloseDialog({ notes, onOpenItem, onClose }: NotesToCloseProps) {
  return (
    <Dialog title="Notes to close" onClose={onClose} actions={[{ name: "OK", isMain: true, onPress: onClose }]}>
      <p>{notesInWords(notes)}</p>
      <NoteList notes={notes} onOpenItem={onOpenItem} />
    </Dialog>
  );
}

/**
 * The same notes on the client's page, for as long as the interview is open: in sight, and in nobody's way. Nothing where
 * there are none.
 */
export function NotesOnPage({ notes, onOpenItem }: Omit<NotesToCloseProps, "onClose">) {
  if (notes.length === 0) return null;
  return (
    <section className="notes-on-page" aria-label="Notes to close at this interview">
      <p>{notesInWords(notes)}</p>
      <NoteList notes={notes} onOpenItem={onOpenItem} />
    </section>
  );
}

/** How many notes there are, as it is read and as it is spoken when the interview starts. */
export function notesInWords({ length }: readonly CloseNote[]): string {
  return length === 1
    ? "One Action Item was noted to be closed at this interview."
    : "These Action Items were noted to be closed at this interview.";
}

function NoteList({ notes, onOpenItem }: Omit<NotesToCloseProps, "onClose">) {
  return (
    <ul className="close-notes">
      {notes.map((note) => (
        <li key={note.conversationId}>
          <p className="cap num">
            {formatMoment(note.createdAt)}, {notedBy(note)}
          </p>
          <p className="about">{note.text}</p>
          <p className="cap">{note.itemText}</p>
          <button type="button" className="link" onClick={() => onOpenItem(note.itemId)}>
            Go to the Action Item
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The notes of the open interview, to be opened at any time from its bar; nothing where there are none. */
export function useCloseNotes(
  open: OpenInterview | null,
  onOpenItem: (itemId: string) => void,
): { readonly count: number; readonly openNotes: () => void; readonly dialog: ReactNode } {
  const [isOpen, setIsOpen] = useState(false);
  const openNotes = useCallback(() => setIsOpen(true), []);
  const close = () => setIsOpen(false);
  const notes = open?.closeNotes ?? [];
  const goTo = (itemId: string) => {
    close();
    onOpenItem(itemId);
  };
  return {
    count: notes.length,
    openNotes,
    dialog: isOpen && notes.length > 0 && <NotesToCloseDialog notes={notes} onOpenItem={goTo} onClose={close} />,
  };
}
