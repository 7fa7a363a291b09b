import type { RecordDraftForm } from "../../shared/client-record/record-draft.ts";
import { momentInShort } from "../action-plan/draft-words.ts";
import { useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { Icon } from "../ui/icons.tsx";
import { WINDOW_NAMES } from "./record-words.ts";

interface KeptProps {
  /** On whom; null for the client who is not there yet. */
  readonly clientId: string | null;
  readonly onOpen: (form: RecordDraftForm) => void;
}

/** Says which windows have something in them that was typed and never saved, and leads there. */
export function KeptRecordDrafts({ clientId, onOpen }: KeptProps) {
  const { today } = useSession();
  const { data } = useRequest("list-record-drafts", { clientId });
  if (!data || data.drafts.length === 0) return null;
  return (
    <ul className="other-drafts" aria-label="Unsaved changes that were kept">
      {data.drafts.map(({ form, keptAt }) => (
        <li key={form} className="num">
          <Icon name="info" size="small" />
          {`Unsaved changes in ${nameOf(form)} were kept, ${momentInShort(keptAt, today)}. `}
          <button type="button" className="link" aria-haspopup="dialog" onClick={() => onOpen(form)}>
            {`Open ${nameOf(form)}`}
          </button>
        </li>
      ))}
    </ul>
  );
}

function nameOf(form: RecordDraftForm): string {
  switch (form) {
    case "Client":
      return "Amend client";
    case "New client":
      return form;
    case "Convs":
      return "Conversations";
    default:
      return WINDOW_NAMES[form];
  }
}
