import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drawing, drawSvg } from "./icons/drawing.ts";
import { encodeIcns, encodeIco, encodePng } from "./icons/formats.ts";
import { rasterise } from "./icons/raster.ts";

// To be run after the drawing changed; what it writes is kept with the sources.
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "resources", "icons");
const SIDES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const pictures = SIDES.map((side) => ({ side, png: encodePng(rasterise(drawing, side)) }));

mkdirSync(join(folder, "linux"), { recursive: true });
writeFileSync(join(folder, "icon.svg"), drawSvg(drawing));
writeFileSync(join(folder, "icon.ico"), encodeIco(pictures.filter(({ side }) => side <= 256)));
writeFileSync(join(folder, "icon.icns"), encodeIcns(pictures));
for (const { side, png } of pictures) {
  if (side <= 512) writeFileSync(join(folder, "linux", `${side}x${side}.png`), png);
}
