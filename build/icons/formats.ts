import { crc32, deflateSync } from "node:zlib";
import type { Picture } from "./raster.ts";

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The picture as a PNG file with opacity. */
export function encodePng({ side, bytes }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits a channel, red, green, blue and opacity.
  header.set([8, 6], 8);
  const rows = Buffer.alloc(side * (side * 4 + 1));
  // Each row begins with its filter, here none.
  for (let row = 0; row < side; row++)
    rows.set(bytes.subarray(row * side * 4, (row + 1) * side * 4), row * (side * 4 + 1) + 1);
  return Buffer.concat([
    Buffer.from(PNG_SIGNATURE),
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(rows, { level: 9 })),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  return Buffer.concat([bigEndian(content.length), named, bigEndian(crc32(named))]);
}

/** A PNG file and how many pixels a side it has. */
export interface SizedPng {
  readonly side: number;
  readonly png: Buffer;
}

/** A Windows icon that holds the PNGs as they are, as Windows reads them since Vista. */
export function encodeIco(pictures: readonly SizedPng[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { side, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    // A side of 256 is written as 0.
    head.set([side % 256, side % 256], entry);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Which PNG stands under which name in a macOS icon; the same size occurs once plain and once for dense screens. */
const ICNS_ENTRIES: readonly (readonly [type: string, side: number])[] = [
  ["icp4", 16],
  ["icp5", 32],
  ["ic11", 32],
  ["ic12", 64],
  ["ic07", 128],
  ["ic08", 256],
  ["ic13", 256],
  ["ic09", 512],
  ["ic14", 512],
  ["ic10", 1024],
];

/** A macOS icon made of the PNGs; every size of `ICNS_ENTRIES` must be among them. */
export function encodeIcns(pictures: readonly SizedPng[]): Buffer {
  const entries = ICNS_ENTRIES.map(([type, side]) => {
    const picture = pictures.find((candidate) => candidate.side === side);
    if (!picture) throw new Error(`The icon lacks its picture of ${side} pixels.`);
    return icnsChunk(type, picture.png);
  });
  return icnsChunk("icns", Buffer.concat(entries));
}

/** The length counts the eight bytes of the head, too. */
function icnsChunk(type: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type, "latin1"), bigEndian(content.length + 8), content]);
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
