import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// npm leaves out of the lock file what its registry could not give it at that moment: packages with the binaries of
// other systems, where a registry mirror holds only some. npm ci then refuses the lock file as a whole. To be run after
// npm install changed the lock file.

/** An entry of the lock file, as far as this needs it. */
interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The lock file, as far as this needs it. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/** The optional packages that the lock file names but has no entry for, by their place in it. */
export function findMissingEntries(lock: Lock): Map<string, LockEntry> {
  const missing = new Map<string, LockEntry>();
  for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const place = `node_modules/${name}`;
      if (lock.packages[place]) continue;
      missing.set(place, { version, ...systemOf(name), ...(dev && { dev }), optional: true });
    }
  }
  return missing;
}

/** The lock file with every missing entry, in the order in which npm writes them. */
export function completeLock<T extends Lock>(lock: T): T {
  const packages = { ...lock.packages, ...Object.fromEntries(findMissingEntries(lock)) };
  const sorted = Object.entries(packages).sort(([first], [second]) => first.localeCompare(second, "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** Binaries are named after their system, so that npm knows without asking where an entry is of no use. */
function systemOf(name: string): { cpu?: string[]; os?: string[]; libc?: string[] } {
  const words = name.split(/[/-]/);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : [];
  return { ...(cpu.length ? { cpu } : {}), ...(os.length ? { os } : {}), ...(libc.length ? { libc } : {}) };
}

if (import.meta.main) {
  const file = join(dirname(dirname(fileURLToPath(import.meta.url))), "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
  writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
}
