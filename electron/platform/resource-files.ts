import { readdirSync, readFileSync } from "node:fs";

/** Reads and parses one of the product's own JSON files in resources/. */
export function readResourceJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../resources/${name}`, import.meta.url), "utf8"));
}

/** Reads and parses every JSON file of a folder in resources/, in the order of their names. */
export function readResourceFolder(folder: string): unknown[] {
  return readdirSync(new URL(`../../resources/${folder}`, import.meta.url))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => readResourceJson(`${folder}/${name}`));
}
