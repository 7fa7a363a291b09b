import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { ActionButton } from "./action-button.tsx";
import { Icon } from "./icons.tsx";

interface ModalDialogProps {
  /** The dialog's heading and accessible name. */
  readonly title: string;
  /** The safe choice: Esc and the cross do it too. */
  readonly onClose: () => void;
  /** Where it opens, so that it does not cover what it speaks of. */
  readonly placement?: "centre" | "lower" | "upper" | undefined;
  readonly size?: "normal" | "wide" | "widest" | "spelling" | "pages-beside" | undefined;
  /** True where the content is only read: the keyboard then scrolls it. */
  readonly isReading?: boolean | undefined;
  /** The acts, at the right of the foot; without it the content has them. */
  readonly footer?: ReactNode;
  /** A quiet word at the left of the foot. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** A dialog over the window: focus goes to what carries data-autofocus, and back to where it was at the end. */
export function ModalDialog(props: ModalDialogProps) {
  const { title, onClose, placement = "centre", size = "normal" } = props;
  useFocusReturn();
  return (
    <ModalOverlay
      isOpen
      className={`scrim at-${placement}`}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`dialog ${size}`}>
        <AriaDialog className="dialog-body">
          <DialogContent {...props} title={title} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Where the focus was before the first of a row of dialogs opened. */
let focusBefore: Element | null = null;

/**
 * Gives the focus back after a dialog that was opened from another one: what had the focus when it opened is gone by
 * then. Runs after the overlay's own return of the focus.
 */
function useFocusReturn(): void {
  useLayoutEffect(() => {
    const active = document.activeElement;
    if (active && active !== document.body && !active.closest(".dialog")) focusBefore = active;
    return () => {
      setTimeout(() => {
        const isLost = document.activeElement === document.body || document.activeElement === null;
        if (!isLost || document.querySelector(".dialog")) return;
        const target = focusBefore?.isConnected ? focusBefore : document.querySelector("main");
        if (target instanceof HTMLElement) target.focus();
      }, FOCUS_RETURN_MS);
    };
  }, []);
}

const FOCUS_RETURN_MS = 50;

function DialogContent({ title, isReading, onClose, footer, note, children }: ModalDialogProps) {
  const head = useRef<HTMLElement>(null);
  const content = useRef<HTMLElement>(null);
  const isCutOff = useIsCutOff(content);
  const isRead = isReading || isCutOff;
  useEffect(() => {
    head.current?.closest(".dialog-body")?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }, []);
  return (
    <>
      <header ref={head}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        <button type="button" className="iconbtn" aria-label="Dismiss" onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      <section ref={content} className="content" {...(isRead ? { "aria-label": title, tabIndex: 0 } : {})}>
        {children}
      </section>
      {footer && (
        <footer>
          {note && <span className="note">{note}</span>}
          {footer}
        </footer>
      )}
    </>
  );
}

const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex]";

/** Whether a content scrolls that has nothing in it for the focus: the keyboard then has to reach it as a whole. */
function useIsCutOff(content: RefObject<HTMLElement | null>): boolean {
  const [isCutOff, setIsCutOff] = useState(false);
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    const look = () => {
      setIsCutOff(element.scrollHeight > element.clientHeight && !element.querySelector(FOCUSABLE));
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [content]);
  return isCutOff;
}

/** One act of a dialog. */
export interface DialogAction {
  readonly name: string;
  /** The filled button, one at most. */
  readonly isMain?: boolean | undefined;
  readonly off?: string | undefined;
  readonly onPress: () => void;
}

interface DialogProps extends Omit<ModalDialogProps, "footer"> {
  /** In order; the last one is the safe choice and takes the focus, unless the content claims it. */
  readonly actions: readonly DialogAction[];
}

/** A dialog whose foot is a row of buttons. */
export function Dialog({ actions, ...rest }: DialogProps) {
  return (
    <ModalDialog
      {...rest}
      footer={actions.map((action, index) => (
        <ActionButton
          key={action.name}
          name={action.name}
          primary={action.isMain}
          off={action.off}
          onPress={action.onPress}
          autoFocus={index === actions.length - 1}
        />
      ))}
    />
  );
}
