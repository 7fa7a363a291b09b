import { z } from "zod";

/** What a letterhead may be at most: the file's bytes, and pixels from edge to edge. */
export const LETTERHEAD_LIMITS = { bytes: 500_000, pixels: 4_000 } as const;

/** A letterhead as a data address; its length leaves room for the largest file that is taken. */
export const letterheadSchema = z
  .string()
  .max(700_000)
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/);

/** Why a picture is not taken as a letterhead. */
export const letterheadReasonSchema = z.enum(["not-a-picture", "file-too-large", "too-many-pixels", "unprintable"]);

export type LetterheadReason = z.infer<typeof letterheadReasonSchema>;

/** Why a file is not taken, as far as its first bytes and its size tell; undefined where nothing speaks against it. */
export function letterheadReason(bytes: Uint8Array): LetterheadReason | undefined {
  const kind = pictureKind(bytes);
  if (!kind) return "not-a-picture";
  if (bytes.length > LETTERHEAD_LIMITS.bytes) return "file-too-large";
  const size = kind === "png" ? pngSize(bytes) : jpegSize(bytes);
  if (!size || size.width === 0 || size.height === 0) return "unprintable";
  return Math.max(size.width, size.height) > LETTERHEAD_LIMITS.pixels ? "too-many-pixels" : undefined;
}

/** What a picture is by its first bytes, whatever its name says; undefined where it is neither PNG nor JPEG. */
export function pictureKind(bytes: Uint8Array): "png" | "jpeg" | undefined {
  if (PNG.every((byte, index) => bytes[index] === byte)) return "png";
  return JPEG.every((byte, index) => bytes[index] === byte) ? "jpeg" : undefined;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the first chunk of a PNG, which comes right after its signature, has its width. */
const PNG_WIDTH = 16;

function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < PNG_WIDTH + 8) return undefined;
  const view = viewOf(bytes);
  return { width: view.getUint32(PNG_WIDTH), height: view.getUint32(PNG_WIDTH + 4) };
}

/** A JPEG is a row of segments; the one that begins a frame has the size. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length && view.getUint8(at) === SEGMENT) {
    const marker = view.getUint8(at + 1);
    if (marker === SEGMENT) at += 1;
    else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

const SEGMENT = 0xff;
const FRAMES = { first: 0xc0, last: 0xcf };
/** Tables that stand among the numbers of frames. */
const NO_FRAMES = [0xc4, 0xc8, 0xcc];

function isFrame(marker: number): boolean {
  return marker >= FRAMES.first && marker <= FRAMES.last && !NO_FRAMES.includes(marker);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
