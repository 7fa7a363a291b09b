import { err, ok, type Result } from "../../shared/result.ts";

/** A file's text, and the characters in it that stand where the file has bytes its encoding does not know. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "UTF-8" | "Windows-1252";
  /** Finds what could not be read; null when everything was. */
  readonly unread: RegExp | null;
}

/** Why a file is no text in UTF-8 or Windows-1252. */
export type NotText = "workbook" | "utf-16" | "binary";

const WORKBOOK_STARTS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const UTF_16_STARTS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const UTF_8_START = [0xef, 0xbb, 0xbf];
const REPLACEMENT = /\uFFFD/;
/** The five bytes that Windows-1252 leaves undefined, as its decoder passes them on. */
const UNDEFINED = /[\u0081\u008D\u008F\u0090\u009D]/;

/** Reads bytes as UTF-8, with or without a byte order mark, or else as Windows-1252. Line ends become line feeds. */
export function decodeText(bytes: Uint8Array): Result<DecodedText, NotText> {
  if (WORKBOOK_STARTS.some((start) => startsWith(bytes, start))) return err("workbook");
  if (UTF_16_STARTS.some((start) => startsWith(bytes, start))) return err("utf-16");
  if (bytes.includes(0)) return err("binary");
  const utf8 = decode("utf-8", bytes);
  if (isValidUtf8(bytes)) return ok({ text: utf8, encoding: "UTF-8", unread: null });
  if (startsWith(bytes, UTF_8_START) || isMostlyUtf8(utf8)) {
    return ok({ text: utf8, encoding: "UTF-8", unread: REPLACEMENT });
  }
  const text = decode("windows-1252", bytes);
  return ok({ text, encoding: "Windows-1252", unread: UNDEFINED.test(text) ? UNDEFINED : null });
}

function decode(encoding: "utf-8" | "windows-1252", bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, "\n");
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Damaged UTF-8 read as Windows-1252 would garble every name with an accent, so it is told apart and refused. */
function isMostlyUtf8(text: string): boolean {
  let read = 0;
  let unread = 0;
  for (const [character] of text.matchAll(/[^\n -~]/gu)) {
    if (character === "\uFFFD") unread += 1;
    else if (character > "\u007F") read += 1;
  }
  return read > unread;
}
