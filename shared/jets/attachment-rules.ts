import type { AttachmentType } from "./interaction.ts";
import type { InteractionReason } from "./interaction-problems.ts";

/** The largest file that can be attached: 10 MB. */
export const LARGEST_ATTACHMENT_BYTES = 10 * 1_048_576;
/** How many bytes of a file one request carries. */
export const ATTACHMENT_PART_BYTES = 1_048_576;
/** The longest name of a file, in UTF-16 units, which is what file systems count. */
export const LONGEST_ATTACHMENT_NAME = 120;

/** The types that a name's ending stands for. */
const TYPE_OF_ENDING: Readonly<Record<string, AttachmentType>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  txt: "text/plain",
  csv: "text/csv",
};

/** The endings that a file's name can have, with their dots, as a file picker takes them. */
export const ATTACHMENT_ENDINGS = Object.keys(TYPE_OF_ENDING).map((ending) => `.${ending}`);

/** Each type as a person calls it. */
export const ATTACHMENT_TYPE_NAMES: Readonly<Record<AttachmentType, string>> = {
  "application/pdf": "a PDF",
  "image/png": "a PNG picture",
  "image/jpeg": "a JPEG picture",
  "text/plain": "plain text",
  "text/csv": "CSV",
};

/** Names that Windows keeps for its devices, whatever ending follows. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/iu;

/** A file's name as it is kept: composed to Unicode NFC, without spaces at its ends. */
export function tidyFileName(name: string): string {
  return name.normalize("NFC").trim();
}

/** Why a file cannot be kept under a tidied name; undefined where it can. What the ending stands for is looked at apart. */
export function fileNameProblem(name: string): InteractionReason | undefined {
  if (name === "") return { code: "name-missing" };
  if (name.length > LONGEST_ATTACHMENT_NAME) return { code: "name-too-long", limit: LONGEST_ATTACHMENT_NAME };
  if (/[/\\]/u.test(name)) return { code: "name-separator" };
  // Line ends, halves of characters and controls; then what turns the direction of writing or is not seen.
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) return { code: "name-control" };
  if (/\p{Cf}/u.test(name)) return { code: "name-hidden" };
  const [sign] = /[<>:"|?*\u201C\u201D\u201E\u201F\u2033\uFF02]/u.exec(name) ?? [];
  if (sign) return { code: "name-sign", sign };
  if (name.startsWith(".")) return { code: "name-dot" };
  if (RESERVED.test(name)) return { code: "name-reserved" };
  return undefined;
}

/** The type that the ending of a file's name stands for; undefined where it stands for none that is kept. */
export function typeOfName(name: string): AttachmentType | undefined {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(TYPE_OF_ENDING, ending) ? TYPE_OF_ENDING[ending] : undefined;
}

/** The ending under which a file of a type is given out. */
export function endingOf(type: AttachmentType): string {
  return Object.entries(TYPE_OF_ENDING).find(([, each]) => each === type)?.[0] ?? "";
}

/** Why a file of so many bytes is not kept; undefined where it is. */
export function fileSizeProblem(bytes: number): InteractionReason | undefined {
  if (bytes === 0) return { code: "file-empty" };
  return bytes > LARGEST_ATTACHMENT_BYTES
    ? { code: "file-too-large", bytes, limit: LARGEST_ATTACHMENT_BYTES }
    : undefined;
}
