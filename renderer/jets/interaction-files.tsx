import { useEffect, useRef } from "react";
import type { Attachment, Interaction } from "../../shared/jets/interaction.ts";
import { Refusal } from "../entry/refusal.tsx";
import { ActionButton } from "../ui/action-button.tsx";
import { attachmentInWords } from "./interaction-words.ts";
import type { Attaching } from "./use-attaching.ts";

interface InteractionFilesProps {
  readonly interaction: Interaction;
  readonly attaching: Attaching;
  readonly onOpen: (attachment: Attachment) => void;
}

/** The files that are held with an interaction, and the way to attach another. */
export function InteractionFiles({ interaction, attaching, onOpen }: InteractionFilesProps) {
  const { sending, refusal, stop, choose } = attaching;
  const section = useFocusBack(sending !== null);
  return (
    <section ref={section} aria-label="Files of this interaction">
      <h3>Files</h3>
      {interaction.attachments.length > 0 && (
        <ul className="interaction-files">
          {interaction.attachments.map((attachment) => (
            <li key={attachment.id}>
              <button type="button" className="link" aria-haspopup="dialog" onClick={() => onOpen(attachment)}>
                <bdi>{attachment.name}</bdi>
              </button>
              <span className="cap quiet num">{attachmentInWords(attachment)}</span>
            </li>
          ))}
        </ul>
      )}
      {refusal && <Refusal error={refusal} />}
      <p className="attach">
        <ActionButton
          name="Attach a file"
          small
          off={sending ? "A file is being attached" : undefined}
          onPress={() => choose(interaction.id)}
        />
        <span className="cap quiet">PDF, PNG, JPEG, plain text or CSV, up to 10 MB. It is kept encrypted.</span>
      </p>
      {sending && (
        <div className="sending">
          <p id="sending-words">{`Attaching ${sending.name}`}</p>
          <progress aria-labelledby="sending-words" value={sending.done} max={Math.max(sending.of, 1)} />
          <ActionButton name="Stop" fullName="Stop attaching the file" small onPress={stop} />
        </div>
      )}
    </section>
  );
}

/** Gives the focus to the first button of a section once what had it went with the sending. */
function useFocusBack(isSending: boolean) {
  const section = useRef<HTMLElement>(null);
  const wasSending = useRef(false);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (wasSending.current && !isSending && isLost) section.current?.querySelector<HTMLElement>(".btn")?.focus();
    wasSending.current = isSending;
  }, [isSending]);
  return section;
}
