/** The strokes of every sign, on a 16-pixel grid. */
const PATHS = {
  mark: "M2.5 4.5 4 6l2.5-3M2.5 11 4 12.5l2.5-3M9 5h5M9 11.5h5",
  check: "m3 8.5 3.2 3.2L13 4.8",
  cross: "m4 4 8 8m0-8-8 8",
  warn: "M8 2.2 14.4 13H1.6L8 2.2Zm0 4v3.2m0 1.9v.1",
  info: "M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0ZM8 7.3v3.8M8 4.9V5",
  down: "m4 6 4 4 4-4",
  left: "m10 4-4 4 4 4",
  right: "m6 4 4 4-4 4",
  cal: "M2.5 4.5h11v9h-11zM2.5 7.5h11M5.5 2.5v3M10.5 2.5v3",
  open: "M6 3.5H3.5v9h9V10M9 3.5h3.5V7M12.2 3.8 7.5 8.5",
  search: "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.5 10.5l3.5 3.5",
  diamond: "M8 3l5 5-5 5-5-5Z",
  off: "M2.5 9a7.5 7.5 0 0 1 11 0M5 11.3a4 4 0 0 1 6 0M8 13.4v.1M2.5 2.5l11 11",
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  readonly name: IconName;
  readonly size?: "normal" | "small";
  readonly className?: string;
}

/** A sign beside a word; hidden from assistive technology, since the word says the same. */
export function Icon({ name, size = "normal", className = "" }: IconProps) {
  return (
    <svg className={`${size === "small" ? "i-s" : "i"} ${className}`.trim()} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
