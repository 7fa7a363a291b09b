import { type ReactNode, useState } from "react";
import { Dialog } from "../ui/dialog.tsx";
import { useClosingGuard } from "../ui/use-closing-guard.ts";

interface KeptFormDialogProps {
  readonly title: string;
  /** The button that keeps what was entered. */
  readonly act: string;
  readonly isChanged: boolean;
  /** Why it cannot be kept as it stands; undefined where it can. */
  readonly off: string | undefined;
  readonly size?: "normal" | "wide";
  /** Keeps what was entered; answers whether it was kept. */
  readonly save: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog with a form in it, which does not close on what was entered without asking. */
export function KeptFormDialog(props: KeptFormDialogProps) {
  const { title, act, isChanged, off, size, save, onClose, children } = props;
  const [isAsking, setIsAsking] = useState(false);
  useClosingGuard(() => isChanged);
  const leave = () => (isChanged ? setIsAsking(true) : onClose());
  const keep = async () => {
    setIsAsking(false);
    if (await save()) onClose();
  };
  if (isAsking) {
    return (
      <Dialog
        title="Unsaved changes"
        onClose={() => setIsAsking(false)}
        actions={[
          { name: act, isMain: true, off, onPress: () => void keep() },
          { name: "Don't save", onPress: onClose },
          { name: "Cancel", onPress: () => setIsAsking(false) },
        ]}
      >
        <p>{`What you entered in '${title}' has not been saved.`}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={title}
      size={size}
      onClose={leave}
      actions={[
        { name: act, isMain: true, off, onPress: () => void keep() },
        { name: "Close", onPress: leave },
      ]}
    >
      {children}
    </Dialog>
  );
}
