import type { RecordDraft } from "../../shared/client-record/record-draft.ts";
import { isBlank } from "../../shared/text.ts";
import { momentInShort } from "../action-plan/draft-words.ts";
import { useSession } from "../session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { draftName } from "./record-words.ts";
import { dropDraft } from "./use-record-draft.ts";

interface KeptWordsProps {
  readonly clientId: string | null;
  readonly draft: RecordDraft;
  readonly onClose: () => void;
}

/** What was kept of a dialog that opens elsewhere, or of which what it is about may be gone: no words are out of reach. */
export function KeptWordsDialog({ clientId, draft: { form, content, keptAt }, onClose }: KeptWordsProps) {
  const { today } = useSession();
  const name = draftName(form);
  const typed = Object.entries(content.form).filter(
    ([field, value]) => !isBlank(value) && value !== content.before[field],
  );
  return (
    <Dialog
      title={`Unsaved changes in ${name}`}
      onClose={onClose}
      actions={[
        { name: "Discard", onPress: () => void dropDraft({ clientId, form }).then(onClose) },
        { name: "Close", isMain: true, onPress: onClose },
      ]}
    >
      <p className="num">{`Unsaved changes from ${momentInShort(keptAt, today)} were kept.`}</p>
      <p>{`They are offered again where ${name} is opened. Discard drops them for good.`}</p>
      <dl className="kept-words">
        {typed.map(([field, value]) => (
          <div key={field}>
            <dt className="strong">{field}</dt>
            <dd className="written">{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
