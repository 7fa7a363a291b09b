import { useEffect, useState } from "react";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Attachment } from "../../shared/jets/interaction.ts";
import { Refusal } from "../entry/refusal.tsx";
import { type OpenDocument, openDocument } from "../print/open-document.ts";
import { PreviewPages } from "../print/preview-pages.tsx";
import { ask } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { attachmentInWords } from "./interaction-words.ts";

interface AttachmentDialogProps {
  readonly attachment: Attachment;
  readonly onClose: () => void;
}

type Opened = RequestOutput<"open-attachment">;

/** Shows a file inside the application; no other program gets it, and nothing of it is written to the disk. */
export function AttachmentDialog({ attachment, onClose }: AttachmentDialogProps) {
  const [opened, setOpened] = useState<Opened>();
  const [refusal, setRefusal] = useState<AppError>();
  useEffect(() => {
    let isWanted = true;
    void ask("open-attachment", { attachmentId: attachment.id }).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) setOpened(answer.value);
      else setRefusal(answer.error);
    });
    return () => {
      isWanted = false;
    };
  }, [attachment.id]);
  return (
    <Dialog
      title={`Attachment - ${attachment.name}`}
      size="pages-beside"
      note={attachmentInWords(attachment)}
      onClose={onClose}
      actions={[{ name: "Close", onPress: onClose }]}
    >
      <div className="attachment">
        {refusal && <Refusal error={refusal} />}
        {!opened && !refusal && <p className="nothing">Opening the file</p>}
        {opened && <Shown opened={opened} />}
      </div>
    </Dialog>
  );
}

const UNREADABLE =
  "The file is held as it was attached, but it cannot be shown: it is damaged, locked with a password, or too large a picture.";

function Shown({ opened: { attachment, content } }: { readonly opened: Opened }) {
  switch (attachment.mediaType) {
    case "application/pdf":
      return <ShownDocument content={content} />;
    case "image/png":
    case "image/jpeg":
      return <ShownPicture name={attachment.name} type={attachment.mediaType} content={content} />;
    default:
      return <ShownText name={attachment.name} content={content} />;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function ShownDocument({ content }: { readonly content: string }) {
  const [document, setDocument] = useState<OpenDocument | null>(null);
  const [isUnreadable, setIsUnreadable] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const opening = openDocument(content);
    opening.then(
      (opened) => isWanted && setDocument(opened),
      () => isWanted && setIsUnreadable(true),
    );
    return () => {
      isWanted = false;
      void opening.then(
        (opened) => opened.close(),
        () => undefined,
      );
    };
  }, [content]);
  if (isUnreadable) return <p role="alert">{UNREADABLE}</p>;
  return <PreviewPages preview={{ document, isOld: document === null, problem: undefined }} />;
}

interface ShownPictureProps {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

function ShownPicture({ name, type, content }: ShownPictureProps) {
  const [address, setAddress] = useState<string>();
  const [isUnreadable, setIsUnreadable] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytesOf(content)], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content, type]);
  if (isUnreadable) return <p role="alert">{UNREADABLE}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="picture" aria-label="Picture" tabIndex={0}>
      {address && <img src={address} alt={name} onError={() => setIsUnreadable(true)} />}
    </section>
  );
}

function ShownText({ name, content }: { readonly name: string; readonly content: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="text" aria-label={name} tabIndex={0}>
      <pre>{new TextDecoder().decode(bytesOf(content))}</pre>
    </section>
  );
}
