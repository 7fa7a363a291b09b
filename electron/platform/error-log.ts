import { appendFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const FILES_KEPT = 5;
const LARGEST_FILE = 1_000_000;
/** A place in a file, or what stands for one. */
const FRAME = /^\s+at .*(:\d+|<anonymous>|index \d+|native)\)?$/;

/** What a line of the error log holds: never a payload, a name or a NINO. */
export interface LoggedError {
  readonly at: string;
  readonly request: string;
  readonly code: string;
  readonly errorId: string;
  readonly stack: string;
}

/** Writes a line to the data folder's error log, five files of a megabyte; a log that cannot be written harms nothing. */
export function logError(folder: string, error: LoggedError): void {
  const file = join(folder, "errors.log");
  try {
    if (sizeOf(file) > LARGEST_FILE) rotate(file);
    appendFileSync(file, `${JSON.stringify(error)}\n`, { mode: 0o600 });
  } catch {
    // The disk may be full or read-only, which is what the caller is about to say.
  }
}

/** A stack's frames without its message, which may quote what was typed. */
export function framesOf(thrown: unknown): string {
  if (!(thrown instanceof Error) || !thrown.stack) return typeof thrown;
  const { name, message, stack } = thrown;
  // A line of the message may look like a frame.
  const frames = stack.slice(stack.indexOf(message) + message.length).split("\n");
  return [name, ...frames.filter((line) => FRAME.test(line))].join("\n");
}

function rotate(file: string): void {
  rmSync(`${file}.${FILES_KEPT - 1}`, { force: true });
  for (let number = FILES_KEPT - 2; number >= 1; number -= 1) moveIfThere(`${file}.${number}`, `${file}.${number + 1}`);
  moveIfThere(file, `${file}.1`);
}

function moveIfThere(from: string, to: string): void {
  if (sizeOf(from) > 0) renameSync(from, to);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
