import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** One file of the built renderer, as it is sent. */
export interface RendererFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** True when the name changes with the content, so that the browser may keep the file. */
  readonly isHashed: boolean;
}

/** The built renderer: its page, and every other file by its address. */
export interface RendererFiles {
  readonly page: string;
  readonly byAddress: ReadonlyMap<string, RendererFile>;
}

/**
 * Reads the built renderer whole. Only what is in the folder at that moment has an address at all, so that no address
 * can lead outside it, and a build made meanwhile does not disturb a running start.
 */
export function readRendererFiles(folder: string): RendererFiles {
  const byAddress = new Map<string, RendererFile>();
  let page: string | undefined;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, file).split(sep).join("/")}`;
    const type = CONTENT_TYPES[extname(file)];
    if (address === "/index.html") page = readFileSync(file, "utf8");
    else if (type) {
      byAddress.set(address, {
        type,
        bytes: new Uint8Array(readFileSync(file)),
        isHashed: address.startsWith("/assets/"),
      });
    }
  }
  if (page === undefined) throw new Error("The built renderer has no index.html.");
  return { page, byAddress };
}
