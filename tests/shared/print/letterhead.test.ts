import fc from "fast-check";
import { expect, test } from "vitest";
import { LETTERHEAD_LIMITS, letterheadReason } from "../../../shared/print/letterhead.ts";

function png(width: number, height: number, length = 40): Uint8Array {
  const bytes = Buffer.alloc(length);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A JPEG up to its frame, with a segment before it as cameras and scanners write them. */
function jpeg(width: number, height: number, { frame = 0xc0, before = 20, fill = 0 } = {}): Uint8Array {
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe0, before >> 8, before & 255]);
  const size = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 3, 0, 0, 0]);
  const marker = Buffer.from([...Array.from({ length: fill }, () => 0xff), 0xff, frame, 0, 17]);
  return Buffer.concat([head, Buffer.alloc(before - 2), marker, size]);
}

const { bytes, pixels } = LETTERHEAD_LIMITS;

test.each([
  { what: "a PNG of the most pixels", file: png(pixels, pixels), reason: undefined },
  { what: "a PNG of the most bytes", file: png(600, 200, bytes), reason: undefined },
  { what: "a PNG of one byte more", file: png(600, 200, bytes + 1), reason: "file-too-large" },
  { what: "a PNG one pixel too wide", file: png(pixels + 1, 10), reason: "too-many-pixels" },
  { what: "a PNG one pixel too high", file: png(10, pixels + 1), reason: "too-many-pixels" },
  { what: "a PNG without pixels", file: png(0, 10), reason: "unprintable" },
  { what: "a PNG that breaks off", file: png(600, 200).slice(0, 20), reason: "unprintable" },
  { what: "a JPEG of the most pixels", file: jpeg(pixels, pixels), reason: undefined },
  { what: "a progressive JPEG", file: jpeg(600, 200, { frame: 0xc2, fill: 3 }), reason: undefined },
  { what: "a JPEG one pixel too wide", file: jpeg(pixels + 1, 10), reason: "too-many-pixels" },
  { what: "a JPEG one pixel too high", file: jpeg(10, pixels + 1), reason: "too-many-pixels" },
  { what: "a JPEG with tables alone", file: jpeg(600, 200, { frame: 0xc4 }), reason: "unprintable" },
  { what: "a JPEG that breaks off", file: jpeg(600, 200).slice(0, 24), reason: "unprintable" },
  {
    what: "another kind of picture",
    file: Buffer.from("GIF89a, and more bytes than a head has"),
    reason: "not-a-picture",
  },
  { what: "an empty file", file: new Uint8Array(), reason: "not-a-picture" },
])("¶117 as a letterhead, $what: $reason", ({ file, reason }) => {
  expect(letterheadReason(file)).toBe(reason);
});

test("whatever follows a picture's head, it is answered at once and without an exception", () => {
  const heads = fc.constantFrom(png(600, 200).slice(0, 8), Buffer.from([0xff, 0xd8, 0xff]), new Uint8Array());
  fc.assert(
    fc.property(heads, fc.uint8Array({ maxLength: 400 }), (head, rest) => {
      letterheadReason(Buffer.concat([head, rest]));
    }),
  );
});
