import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { type DirectoryRecord, extractFile, type FileRecord, getRawHeader, uncache } from "@electron/asar";
import { readFuses } from "./fuses.ts";
import type { PackageTarget } from "./targets.ts";

/** A file of a package: its path from the application's root or, beside the archive, from the folder of resources. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: number;
  readonly place: "archive" | "unpacked" | "beside";
}

/** What a package holds besides Electron's runtime. */
export interface PackedApp {
  readonly target: PackageTarget;
  readonly files: readonly PackedFile[];
  readonly fuses: Readonly<Record<string, boolean>>;
  /** The file that Electron starts with. */
  readonly entry: string;
  /** The text of each module in dist/main, by its path. */
  readonly modules: ReadonlyMap<string, string>;
}

/** Reads what electron-builder left in its output folder for one target. */
export function readPackage(output: string, target: PackageTarget): PackedApp {
  const [unpacked] = readdirSync(output).filter((name) => statSync(join(output, name)).isDirectory());
  if (!unpacked) throw new Error("electron-builder left no package.");
  const { resources, program } = findParts(join(output, unpacked), target.platform);
  const archive = join(resources, "app.asar");
  try {
    const files = [...listArchive(getRawHeader(archive).header as DirectoryRecord), ...listBeside(resources)];
    const { main } = JSON.parse(extractFile(archive, "package.json").toString()) as { main: string };
    const scripts = files.filter(({ path }) => /^dist\/main\/.*\.js$/.test(path));
    const modules = new Map(
      scripts.map(({ path }) => [path, extractFile(archive, path.replaceAll("/", sep)).toString()]),
    );
    return { target, files, fuses: readFuses(readFileSync(program)), entry: main, modules };
  } finally {
    // The next package may come to lie at the same place.
    uncache(archive);
  }
}

function findParts(folder: string, platform: PackageTarget["platform"]): { resources: string; program: string } {
  const contents = join(folder, "Action Plan.app", "Contents");
  const framework = join(contents, "Frameworks", "Electron Framework.framework", "Electron Framework");
  if (platform === "darwin") return { resources: join(contents, "Resources"), program: framework };
  const name = platform === "win32" ? "Action Plan.exe" : "action-plan";
  return { resources: join(folder, "resources"), program: join(folder, name) };
}

function listArchive(entry: DirectoryRecord, folder = ""): PackedFile[] {
  return Object.entries(entry.files).flatMap(([name, child]): PackedFile[] => {
    const path = `${folder}${name}`;
    if ("files" in child) return listArchive(child, `${path}/`);
    const { size, unpacked } = child as FileRecord;
    return [{ path, bytes: size, place: unpacked ? "unpacked" : "archive" }];
  });
}

function listBeside(resources: string): PackedFile[] {
  return readdirSync(resources, { recursive: true, encoding: "utf8" })
    .map((name) => ({ path: name.replaceAll(sep, "/"), entry: statSync(join(resources, name)) }))
    .filter(({ path, entry }) => entry.isFile() && !path.startsWith("app.asar"))
    .map(({ path, entry }) => ({ path, bytes: entry.size, place: "beside" }));
}
