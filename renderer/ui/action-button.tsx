import { useId } from "react";
import { type Hint, useHintSink } from "./hint.tsx";

interface ActionButtonProps {
  /** The word on the button, which is its accessible name. */
  readonly name: string;
  /** What the word stands for: tooltip and accessible description. */
  readonly fullName?: string | undefined;
  /** As it is shown, such as Ctrl+N. */
  readonly shortcut?: string | undefined;
  /** Why the button is off; undefined when it is on. */
  readonly off?: string | undefined;
  readonly onPress: () => void;
  readonly primary?: boolean | undefined;
  readonly small?: boolean | undefined;
  /** Takes the focus when its dialog opens. */
  readonly autoFocus?: boolean | undefined;
}

/** A button that stays focusable when it is off, does nothing then, and says why. */
export function ActionButton(props: ActionButtonProps) {
  const { name, fullName, shortcut, off, onPress } = props;
  const id = useId();
  const sink = useHintSink();
  const hint: Hint = { fullName: fullName ?? name, more: off ? `is off: ${withinSentence(off)}` : (shortcut ?? "") };
  const description = off ?? (fullName === name ? undefined : fullName);
  const classes = ["btn", props.primary && !off ? "primary" : "", props.small ? "small" : ""].filter(Boolean);
  return (
    <>
      <button
        type="button"
        className={classes.join(" ")}
        title={fullName}
        aria-disabled={off ? true : undefined}
        aria-describedby={description ? id : undefined}
        aria-keyshortcuts={shortcut?.replace("Ctrl", "Control")}
        data-autofocus={props.autoFocus || undefined}
        onClick={off ? undefined : onPress}
        onFocus={() => sink.show(hint)}
        onBlur={() => sink.clear(hint)}
        onPointerEnter={() => sink.show(hint)}
        onPointerLeave={() => sink.clear(hint)}
      >
        {name}
      </button>
      {description && (
        <span id={id} hidden>
          {description}
        </span>
      )}
    </>
  );
}

/** A reason as it goes on after a colon; abbreviations keep their capitals. */
function withinSentence(reason: string): string {
  return /^[A-Z][a-z ]/.test(reason) ? reason.charAt(0).toLowerCase() + reason.slice(1) : reason;
}
