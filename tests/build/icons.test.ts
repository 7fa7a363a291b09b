import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { drawing, drawSvg } from "../../build/icons/drawing.ts";
import { encodeIcns, encodePng } from "../../build/icons/formats.ts";
import { rasterise } from "../../build/icons/raster.ts";

const FOLDER = join(import.meta.dirname, "../../resources/icons");

/** The picture's rows without their filters: files of one picture may differ in how they are compressed. */
function pixelsOf(png: Buffer): Buffer {
  return inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
}

function sideOf(png: Buffer): number {
  return png.readUInt32BE(16);
}

test("the icons that are kept are what the drawing gives", () => {
  const png = readFileSync(join(FOLDER, "linux", "64x64.png"));
  expect(pixelsOf(png).equals(pixelsOf(encodePng(rasterise(drawing, 64))))).toBe(true);
  expect(readFileSync(join(FOLDER, "icon.svg"), "utf8")).toBe(drawSvg(drawing));
});

test("Linux has every size up to 512 pixels under its own name", () => {
  const names = readdirSync(join(FOLDER, "linux")).sort();
  const sides = names.map((name) => sideOf(readFileSync(join(FOLDER, "linux", name))));
  expect(sides.map((side) => `${side}x${side}.png`)).toEqual(names);
  expect(sides).toContain(512);
});

test("the Windows icon holds whole pictures of every size up to 256 pixels", () => {
  const icon = readFileSync(join(FOLDER, "icon.ico"));
  const sides = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const start = icon.readUInt32LE(entry + 12);
    return sideOf(icon.subarray(start, start + icon.readUInt32LE(entry + 8)));
  });
  expect(sides).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test("the macOS icon holds whole pictures up to 1024 pixels and states its own length", () => {
  const icon = readFileSync(join(FOLDER, "icon.icns"));
  expect(icon.readUInt32BE(4)).toBe(icon.length);
  const entries: [string, number][] = [];
  for (let start = 8; start < icon.length; start += icon.readUInt32BE(start + 4)) {
    entries.push([icon.toString("latin1", start, start + 4), sideOf(icon.subarray(start + 8))]);
  }
  expect(Object.fromEntries(entries)).toEqual({
    icp4: 16,
    icp5: 32,
    ic11: 32,
    ic12: 64,
    ic07: 128,
    ic08: 256,
    ic13: 256,
    ic09: 512,
    ic14: 512,
    ic10: 1024,
  });
});

test("a macOS icon is not made when one of its sizes is missing", () => {
  expect(() => encodeIcns([{ side: 16, png: Buffer.alloc(4) }])).toThrow("32 pixels");
});
