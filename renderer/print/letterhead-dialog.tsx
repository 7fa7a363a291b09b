import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { LETTERHEAD_LIMITS, letterheadReason, pictureKind } from "../../shared/print/letterhead.ts";
import { Refusal } from "../entry/refusal.tsx";
import { ask, queryClient, useRequest } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog, ModalDialog } from "../ui/dialog.tsx";
import { shortcutOf } from "../ui/key-map.ts";
import { announce } from "../ui/live-region.tsx";
import type { MenuItem } from "../ui/menu-bar.tsx";
import { PreviewPages } from "./preview-pages.tsx";
import { usePages } from "./use-preview.ts";

/** Function > Letterhead…: its menu item, how it is opened otherwise, and its window. */
export function useLetterhead(): {
  readonly item: MenuItem;
  readonly open: () => void;
  readonly dialog: ReactNode;
} {
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  return {
    item: { id: "letterhead", label: "Letterhead…", shortcut: shortcutOf("letterhead"), onSelect: open },
    open,
    dialog: isOpen && <LetterheadDialog onClose={() => setIsOpen(false)} />,
  };
}

interface Closing {
  readonly onClose: () => void;
}

/** The office's own letterhead (¶117): which picture it is, how it comes out, another one, or none. */
function LetterheadDialog({ onClose }: Closing) {
  const set = useRequest("read-letterhead", {});
  useEffect(() => {
    // Another window may have set another since it was last asked for.
    void queryClient.invalidateQueries({ queryKey: ["read-letterhead"] });
  }, []);
  if (set.data) return <ChooseLetterhead before={set.data.image} onClose={onClose} />;
  return (
    <Dialog title="Letterhead" onClose={onClose} actions={[{ name: "Close", onPress: onClose }]}>
      {set.error ? <Refusal error={set.error.error} /> : <p>Opening the letterhead</p>}
    </Dialog>
  );
}

function ChooseLetterhead({ before, onClose }: Closing & { readonly before: string | null }) {
  const letterhead = useLetterheadChoice(before, onClose);
  const { image, refusal, off, preview } = letterhead;
  return (
    <ModalDialog
      title="Letterhead"
      size="pages-beside"
      onClose={onClose}
      footer={
        <>
          <ActionButton name="Save" primary off={off} onPress={() => void letterhead.save()} />
          <ActionButton
            name="Remove"
            fullName="Leave the space for headed paper"
            off={image === null ? "There is no letterhead." : undefined}
            onPress={() => letterhead.choose(null)}
          />
          <ActionButton name="Cancel" onPress={onClose} />
        </>
      }
    >
      <div className="print-grid">
        <div className="print-options">
          <div>
            <p>
              {image === null
                ? "The head of the first page is left free, for headed paper."
                : "This picture stands at the head of the first page of every Action Plan that is printed here."}
            </p>
            {image !== before && <p className="cap">Not saved yet.</p>}
          </div>
          <PictureField refusal={refusal} onChoose={(file) => void letterhead.chooseFile(file)} />
        </div>
        <PreviewPages preview={preview} />
      </div>
    </ModalDialog>
  );
}

/** The picture as it is chosen now, and what may be done with it. */
function useLetterheadChoice(before: string | null, onClose: () => void) {
  const [image, setImage] = useState(before);
  const [refusal, setRefusal] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);
  const preview = usePages(useCallback(() => ask("preview-letterhead", { image }), [image]));
  const choose = (chosen: string | null) => {
    setRefusal(undefined);
    setImage(chosen);
  };
  const chooseFile = async (file: File) => {
    const read = await readPicture(file);
    if (typeof read === "string") choose(read);
    else setRefusal(read);
  };
  const save = async () => {
    setIsSaving(true);
    const answer = await ask("set-letterhead", { image });
    setIsSaving(false);
    if (!answer.ok) return setRefusal(answer.error);
    await queryClient.invalidateQueries({ queryKey: ["read-letterhead"] });
    announce(image === null ? "The letterhead is taken out" : "The letterhead is set");
    onClose();
  };
  const off = isSaving
    ? "The letterhead is being saved."
    : image === before
      ? "Nothing has changed."
      : preview.problem
        ? "This picture cannot be printed."
        : undefined;
  return { image, choose, chooseFile, save, refusal, preview, off };
}

interface PictureFieldProps {
  readonly refusal: AppError | undefined;
  readonly onChoose: (file: File) => void;
}

function PictureField({ refusal, onChoose }: PictureFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="letterhead-file">
      <ActionButton name="Choose picture…" autoFocus onPress={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label="Picture for the letterhead"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onChoose(file);
          // The same file can be chosen again once it was put right.
          target.value = "";
        }}
      />
      <p className="cap quiet">{LIMITS_IN_WORDS}</p>
      {refusal && <Refusal error={refusal} />}
    </div>
  );
}

const { bytes: MOST_BYTES, pixels: MOST_PIXELS } = LETTERHEAD_LIMITS;
const LIMITS_IN_WORDS = `PNG or JPEG, at most ${MOST_BYTES / 1_000} KB and ${MOST_PIXELS.toLocaleString("en-GB")} pixels wide or high. It is fitted into a strip as wide as the text and 2 cm high.`;

/** A chosen file as a data address, or why it is not taken. */
async function readPicture(file: File): Promise<string | AppError> {
  // One byte more than is taken tells that there are too many, however many there are.
  const bytes = new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer());
  const reason = letterheadReason(bytes);
  if (reason) return { code: "letterhead-refused", reason };
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:image/${pictureKind(bytes)};base64,${btoa(letters)}`;
}
