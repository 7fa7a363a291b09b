import { useState } from "react";
import { storeDamagedNotice } from "../../shared/entry/store-messages.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "./action-button.tsx";
import { ModalDialog } from "./dialog.tsx";
import { Icon } from "./icons.tsx";

/** Tells the adviser once that the store was found damaged, wherever they are at that moment. */
export function StoreDamageNotice() {
  const { isStoreDamaged, isTraining } = useSession();
  const [wasRead, setWasRead] = useState(false);
  if (!isStoreDamaged || wasRead) return null;
  const { title, text, whatToDo } = storeDamagedNotice({ isTraining });
  const goOn = () => setWasRead(true);
  return (
    // It comes without being asked for: no button takes the focus, or the next key typed would send it away unread.
    <ModalDialog title={title} onClose={goOn} footer={<ActionButton name="Go on" primary onPress={goOn} />}>
      <p>{text}</p>
      <p>{whatToDo}</p>
    </ModalDialog>
  );
}

/** The part of the status bar that goes on saying so. */
export function StoreDamageStatus() {
  if (!useSession().isStoreDamaged) return null;
  return (
    <li className="lost">
      <Icon name="warn" />
      <span>Store damaged: save nothing more</span>
    </li>
  );
}
