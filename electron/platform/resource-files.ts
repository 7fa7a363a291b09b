import { readFileSync } from "node:fs";

/** Reads and parses one of the product's own JSON files in resources/. */
export function readResourceJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../resources/${name}`, import.meta.url), "utf8"));
}
