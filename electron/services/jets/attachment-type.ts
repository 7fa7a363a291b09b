import { typeOfName } from "../../../shared/jets/attachment-rules.ts";
import type { AttachmentType } from "../../../shared/jets/interaction.ts";
import type { InteractionReason } from "../../../shared/jets/interaction-problems.ts";

/** The type as which a file is kept, or why it is not: its ending and its content have to say the same. */
export function attachmentTypeOf(
  name: string,
  bytes: Uint8Array,
): { readonly type: AttachmentType } | { readonly reason: InteractionReason } {
  const named = typeOfName(name);
  if (!named) return { reason: { code: "type-not-kept" } };
  const found = typeOfContent(bytes);
  const isText = named === "text/csv" || named === "text/plain";
  if (found === named || (isText && found === "text/plain")) return { type: named };
  return { reason: { code: "type-differs", named, found: found ?? null } };
}

/** What a file's bytes are, whatever it is called; undefined where they are nothing that is kept. */
function typeOfContent(bytes: Uint8Array): Exclude<AttachmentType, "text/csv"> | undefined {
  if (startsWith(bytes, "%PDF-")) return "application/pdf";
  if (startsWith(bytes, "\u0089PNG\r\n\u001A\n") && startsWith(bytes.subarray(12), "IHDR")) return "image/png";
  if (startsWith(bytes, "\u00FF\u00D8\u00FF")) return "image/jpeg";
  return isPlainText(bytes) ? "text/plain" : undefined;
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

/** UTF-8 throughout, and nothing in it but letters, spaces, tabs, line ends and form feeds. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has
    return !/[\u0000-\u0008\u000B\u000E-\u001F\u007F]/.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
