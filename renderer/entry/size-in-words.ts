const UNITS = ["bytes", "KB", "MB", "GB"] as const;

/** A size as people read it, such as "1.4 MB". */
export function sizeInWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${size.toLocaleString("en-GB", { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}
