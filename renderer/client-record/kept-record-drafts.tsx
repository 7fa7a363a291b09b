import { useState } from "react";
import {
  isRecordWindow,
  type RecordDraftForm,
  type RecordWindowForm,
} from "../../shared/client-record/record-draft.ts";
import { momentInShort } from "../action-plan/draft-words.ts";
import { useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { Icon } from "../ui/icons.tsx";
import { KeptWordsDialog } from "./kept-words-dialog.tsx";
import { draftName } from "./record-words.ts";

interface KeptProps {
  /** On whom; null for the client who is not there yet. */
  readonly clientId: string | null;
  readonly onOpen: (form: RecordWindowForm) => void;
}

/** Says which windows have something in them that was typed and never saved, and leads there or shows the words. */
export function KeptRecordDrafts({ clientId, onOpen }: KeptProps) {
  const { today } = useSession();
  const { data } = useRequest("list-record-drafts", { clientId });
  const [readForm, setReadForm] = useState<RecordDraftForm>();
  if (!data || data.drafts.length === 0) return null;
  const read = data.drafts.find(({ form }) => form === readForm);
  return (
    <>
      <ul className="other-drafts" aria-label="Unsaved changes that were kept">
        {data.drafts.map(({ form, keptAt }) => (
          <li key={form} className="num">
            <Icon name="info" size="small" />
            {`Unsaved changes in ${draftName(form)} were kept, ${momentInShort(keptAt, today)}. `}
            <button
              type="button"
              className="link"
              aria-haspopup="dialog"
              onClick={() => (isRecordWindow(form) ? onOpen(form) : setReadForm(form))}
            >
              {isRecordWindow(form) ? `Open ${draftName(form)}` : `Read ${draftName(form)}`}
            </button>
          </li>
        ))}
      </ul>
      {read && <KeptWordsDialog clientId={clientId} draft={read} onClose={() => setReadForm(undefined)} />}
    </>
  );
}
