import { type ReactNode, useMemo, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import { keepNow } from "../keep-now.ts";
import { ask } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { shortcutOf, useShortcuts } from "../ui/key-map.ts";
import type { MenuItem } from "../ui/menu-bar.tsx";
import { FileMenuContext } from "../ui/window-frame.tsx";
import { AdvisersDialog } from "./advisers-dialog.tsx";
import { BackUpDialog, RestoreDialog } from "./backup-dialogs.tsx";
import { ChangePassphraseDialog } from "./change-passphrase.tsx";
import { refreshEntry, useEntry } from "./entry-context.ts";

interface OfficeCommandsProps {
  /** Settles unsaved work; false when the adviser would rather stay. */
  readonly mayLeave: () => Promise<boolean>;
  readonly children: ReactNode;
}

/** Gives the File menu of every window inside it what concerns the office; in training there is no such thing. */
export function OfficeCommands(props: OfficeCommandsProps) {
  const { isTraining } = useEntry();
  return isTraining ? props.children : <Commands {...props} />;
}

type OpenDialog = "advisers" | "passphrase" | "back-up" | "restore" | { readonly refused: AppError } | null;

function Commands({ mayLeave, children }: OfficeCommandsProps) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const acts = useMemo(() => {
    const change = async (name: "lock" | "sign-out") => {
      await keepNow();
      const answer = await ask(name, {});
      if (!answer.ok) return setDialog({ refused: answer.error });
      await refreshEntry();
    };
    return {
      lock: () => void change("lock"),
      "sign-out": async () => {
        if (await mayLeave()) await change("sign-out");
      },
      restore: async () => {
        if (await mayLeave()) setDialog("restore");
      },
    };
  }, [mayLeave]);
  const items: readonly MenuItem[] = useMemo(
    () => [
      { id: "lock", label: "Lock", shortcut: shortcutOf("lock"), onSelect: acts.lock },
      { id: "sign-out", label: "Sign out", onSelect: () => void acts["sign-out"]() },
      { id: "advisers", label: "Advisers…", onSelect: () => setDialog("advisers") },
      { id: "passphrase", label: "Change passphrase…", onSelect: () => setDialog("passphrase") },
      { id: "back-up", label: "Back up…", onSelect: () => setDialog("back-up") },
      { id: "restore", label: "Restore…", onSelect: () => void acts.restore() },
    ],
    [acts],
  );
  useShortcuts({ lock: { worksInDialogs: true, run: acts.lock } });
  return (
    <FileMenuContext value={items}>
      {children}
      <OfficeDialog dialog={dialog} onClose={() => setDialog(null)} />
    </FileMenuContext>
  );
}

function OfficeDialog({ dialog, onClose }: { readonly dialog: OpenDialog; readonly onClose: () => void }) {
  if (dialog === null) return null;
  if (dialog === "advisers") return <AdvisersDialog onClose={onClose} />;
  if (dialog === "passphrase") return <ChangePassphraseDialog onClose={onClose} />;
  if (dialog === "back-up") return <BackUpDialog onClose={onClose} />;
  if (dialog === "restore") return <RestoreDialog onClose={onClose} />;
  const { title, text, whatToDo } = errorMessage(dialog.refused);
  return (
    <Dialog title={title} onClose={onClose} actions={[{ name: "OK", isMain: true, onPress: onClose }]}>
      <p>{text}</p>
      <p>{whatToDo}</p>
    </Dialog>
  );
}
