interface ReadOnlyBoxProps {
  readonly label: string;
  readonly text: string;
  readonly look?: "lead" | "plain";
}

/** A text that cannot be written over here, shown in full and reached by the keyboard. */
export function ReadOnlyBox({ label, text, look = "plain" }: ReadOnlyBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text area does not grow with its text, and hides it from searching
    <div
      className={look === "lead" ? "box ro lead" : "box ro"}
      role="textbox"
      aria-readonly="true"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
    >
      {text}
    </div>
  );
}
