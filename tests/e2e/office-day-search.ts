import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Base64 takes three bytes at a time, so that a text looks another way at each of three places. */
const ALIGNMENTS = [0, 1, 2];

/** How a text may stand in a file. */
interface Form {
  readonly bytes: Buffer;
  /** True where capital and small letters are the same; base64 is another text for each. */
  readonly isFolded: boolean;
}

/**
 * Which of the texts can be read in any file under a folder, as "file: text": in UTF-8, in UTF-16 of either byte order,
 * whatever their case, as JSON escapes them, and in base64 wherever it begins.
 */
export function findReadable(folder: string, texts: readonly string[]): string[] {
  const sought = texts.map((text) => ({ text, forms: formsOf(text) }));
  return filesUnder(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    const folded = foldedBytes(bytes);
    const found = sought.filter(({ forms }) =>
      forms.some((form) => (form.isFolded ? folded : bytes).includes(form.bytes)),
    );
    return found.map(({ text }) => `${relative(folder, file)}: ${text}`);
  });
}

/** Every file under a folder, at any depth. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

function formsOf(text: string): Form[] {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^ -~]/g, escapeOf);
  const cased = [...new Set([text, text.toLowerCase(), text.toUpperCase()])];
  const plain = cased.flatMap((one) => encodingsOf(one));
  const inBase64 = plain.flatMap((bytes) => ALIGNMENTS.flatMap((before) => base64Of(bytes, before)));
  return [
    ...[...plain, Buffer.from(escaped)].map((bytes) => ({ bytes: foldedBytes(bytes), isFolded: true })),
    ...inBase64.map((written) => ({ bytes: Buffer.from(written), isFolded: false })),
  ];
}

function encodingsOf(text: string): Buffer[] {
  const little = Buffer.from(text, "utf16le");
  return [Buffer.from(text), little, Buffer.from(little).swap16()];
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** As much of a text's base64 as does not hang on the bytes around it, in both of its alphabets. */
function base64Of(bytes: Buffer, before: number): string[] {
  const whole = Math.floor((before + bytes.length) / 3) * 3;
  const written = Buffer.concat([Buffer.alloc(before), bytes])
    .subarray(0, whole)
    .toString("base64");
  const own = written.slice(before === 0 ? 0 : 4);
  return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
}

function foldedBytes(bytes: Buffer): Buffer {
  return bytes.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)) as Buffer;
}
