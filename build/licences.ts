import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Lock } from "./complete-lock.ts";

/** A package that is shipped, and the terms it comes under. */
export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** The licence's short name, as the package gives it. */
  readonly licence: string | undefined;
  readonly text: string | undefined;
}

interface Manifest {
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

const LICENCE_FILE = /^((un)?licen[cs]e|copying|notice|ofl)/i;

/**
 * The licence of every package that the product is built from: all that the lock file holds for production. Left out
 * are packages for one system alone, which carry the Node.js that scripts run on and are not shipped.
 */
export function collectLicences(root: string): PackageLicence[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  return Object.entries(lock.packages)
    .filter(([place, entry]) => place !== "" && !entry.dev && !entry.optional)
    .map(([place]) => readLicence(root, place));
}

function readLicence(root: string, place: string): PackageLicence {
  const folder = join(root, place);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const files = readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .sort();
  const texts = files.map((name) => readFileSync(join(folder, name), "utf8").trim());
  const text = texts.length > 0 ? texts.join("\n\n") : standardText(manifest);
  const licence = manifest.license ?? firstLine(texts[0]);
  return { name: place.slice(place.lastIndexOf("node_modules/") + 13), version: manifest.version, licence, text };
}

function firstLine(text: string | undefined): string | undefined {
  return text?.split("\n")[0]?.trim();
}

/** Some packages name the MIT licence without its text, which may not be left out. */
function standardText({ license, author }: Manifest): string | undefined {
  if (license !== "MIT") return undefined;
  const holder = typeof author === "string" ? author : (author?.name ?? "the authors of the package");
  return `MIT License\n\nCopyright (c) ${holder}\n\n${MIT_TERMS}`;
}

/** The packages whose terms are not known in full, and which therefore cannot be shipped. */
export function findMissingLicences(licences: readonly PackageLicence[]): string[] {
  return licences
    .filter(({ licence, text }) => !licence || !text)
    .map(({ name, version }) => `${name} ${version} comes without a licence.`);
}

/** All licences as one text for people to read, in the order of their names, the same version once. */
export function writeLicenceText(own: string, licences: readonly PackageLicence[]): string {
  const parts = new Map(
    [...licences]
      .sort((first, second) => first.name.localeCompare(second.name, "en"))
      .map((entry) => [`${entry.name} ${entry.version} (${entry.licence})`, entry.text]),
  );
  const listed = [...parts].map(([title, text]) => `${"-".repeat(80)}\n${title}\n\n${text}\n`);
  return [`Action Plan\n\n${own.trim()}\n\nIt is built from these packages:\n`, ...listed].join("\n");
}

/** Writes dist/licences.txt and answers which packages lack a licence. */
export function writeLicences(root: string): string[] {
  const licences = collectLicences(root);
  const own = join(root, "LICENSE");
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(
    join(root, "dist", "licences.txt"),
    writeLicenceText(existsSync(own) ? readFileSync(own, "utf8") : "", licences),
  );
  return findMissingLicences(licences);
}

const MIT_TERMS = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

if (import.meta.main) {
  const missing = writeLicences(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const line of missing) console.error(line);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
