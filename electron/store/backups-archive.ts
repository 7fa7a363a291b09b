import { createHash } from "node:crypto";
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { momentSchema } from "../../shared/dates.ts";

/*
 * A backup is one file: the eight letters APBACKUP; the header's length in four bytes, the highest first; the header, as
 * JSON; the store, encrypted as it lies in the data folder; keys.json where there is one, without a desktop's seal, its
 * passphrases still needed; and the SHA-256 of all that came before.
 */
const MAGIC = Buffer.from("APBACKUP", "ascii");
const LENGTH_BYTES = 4;
const DIGEST_BYTES = 32;
const LARGEST_HEADER = 4_096;
const CHUNK = 1_048_576;

const headerSchema = z.strictObject({
  format: z.literal(1),
  madeAt: momentSchema,
  storeBytes: z.number().int().positive(),
  /** Null where the store has no keys.json, as a training store has none. */
  keysBytes: z.number().int().positive().nullable(),
});

/** What a backup says of itself before its contents. */
export type ArchiveHeader = z.output<typeof headerSchema>;

/** The names of the files that an archive holds, in the folder they are taken out to. */
export const STORE_NAME = "store.db";
export const KEYS_NAME = "keys.json";

/** Writes an archive of a store's copy and its keys to a new file, down to the disk. */
export function packArchive(
  target: string,
  { storeFile, keys, madeAt }: { readonly storeFile: string; readonly keys: Buffer | null; readonly madeAt: string },
): void {
  const source = openSync(storeFile, "r");
  try {
    const file = openSync(target, "wx", 0o600);
    try {
      const storeBytes = fstatSync(source).size;
      const header: ArchiveHeader = { format: 1, madeAt, storeBytes, keysBytes: keys?.length ?? null };
      const digest = createHash("sha256");
      const write = (bytes: Buffer) => {
        digest.update(bytes);
        writeWhole(file, bytes);
      };
      write(headerBytes(header));
      eachChunk(source, 0, storeBytes, write);
      if (keys) write(keys);
      writeWhole(file, digest.digest());
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } finally {
    closeSync(source);
  }
}

/** An archive's header; undefined where the file is none, or is not as long as it says. Its contents are not looked at. */
export function readArchiveHeader(file: string): ArchiveHeader | undefined {
  return withFile(file, (opened) => headerOf(opened)?.header);
}

/** Tells whether an archive is whole: as long as it says, and its digest that of its bytes. */
export function isArchiveWhole(file: string): boolean {
  return withFile(file, (opened) => readContents(opened, () => undefined)) !== undefined;
}

/**
 * Takes an archive's store and keys out into a folder, down to the disk. Undefined where the archive is not whole; what
 * was taken out by then is of no use.
 */
export function unpackArchive(file: string, folder: string): ArchiveHeader | undefined {
  return withFile(file, (opened) => {
    const store = openSync(join(folder, STORE_NAME), "wx", 0o600);
    const keys: Buffer[] = [];
    try {
      const header = readContents(opened, (bytes, part) => {
        if (part === "store") writeWhole(store, bytes);
        else keys.push(Buffer.from(bytes));
      });
      if (header && header.keysBytes !== null) writeNewFile(join(folder, KEYS_NAME), Buffer.concat(keys));
      fsyncSync(store);
      return header;
    } finally {
      closeSync(store);
    }
  });
}

function headerBytes(header: ArchiveHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header), "utf8");
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  return Buffer.concat([MAGIC, length, json]);
}

function headerOf(file: number): { readonly header: ArchiveHeader; readonly bytes: Buffer } | undefined {
  const start = readAt(file, 0, MAGIC.length + LENGTH_BYTES);
  if (!start?.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const length = start.readUInt32BE(MAGIC.length);
  const json = length > LARGEST_HEADER ? undefined : readAt(file, start.length, length);
  const header = json && parseHeader(json);
  if (!header) return undefined;
  const bytes = Buffer.concat([start, json]);
  const whole = bytes.length + header.storeBytes + (header.keysBytes ?? 0) + DIGEST_BYTES;
  return fstatSync(file).size === whole ? { header, bytes } : undefined;
}

function parseHeader(json: Buffer): ArchiveHeader | undefined {
  try {
    return headerSchema.safeParse(JSON.parse(json.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

function readContents(file: number, take: (bytes: Buffer, part: "store" | "keys") => void): ArchiveHeader | undefined {
  const read = headerOf(file);
  if (!read) return undefined;
  const { header, bytes } = read;
  const digest = createHash("sha256").update(bytes);
  const keysFrom = bytes.length + header.storeBytes;
  eachChunk(file, bytes.length, header.storeBytes, (chunk) => {
    digest.update(chunk);
    take(chunk, "store");
  });
  eachChunk(file, keysFrom, header.keysBytes ?? 0, (chunk) => {
    digest.update(chunk);
    take(chunk, "keys");
  });
  const written = readAt(file, keysFrom + (header.keysBytes ?? 0), DIGEST_BYTES);
  return written?.equals(digest.digest()) ? header : undefined;
}

function eachChunk(file: number, from: number, length: number, take: (chunk: Buffer) => void): void {
  const chunk = Buffer.alloc(Math.min(CHUNK, length));
  for (let done = 0; done < length; ) {
    const read = readSync(file, chunk, 0, Math.min(CHUNK, length - done), from + done);
    if (read === 0) throw new Error("A file became shorter while it was read");
    take(chunk.subarray(0, read));
    done += read;
  }
}

function readAt(file: number, from: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length);
  return readSync(file, bytes, 0, length, from) === length ? bytes : undefined;
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function writeNewFile(path: string, bytes: Buffer): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeWhole(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function withFile<T>(path: string, work: (file: number) => T): T | undefined {
  const file = openSync(path, "r");
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}
