import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../../electron/browser-host/find-browser.ts";
import { thisMachine } from "../../electron/browser-host/machine.ts";

const root = join(import.meta.dirname, "..", "..");

/** A Chromium that can be driven, and the environment it needs. */
interface DrivenBrowser {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Why there is no browser to drive here; undefined when there is one. Tests that need one are skipped with it. */
export const noBrowserReason =
  process.env.CHROMIUM_PATH || hasPackagedChromium() || findBrowser(thisMachine(), existsSync)
    ? undefined
    : "skipped: no Chromium here; name one in CHROMIUM_PATH";

/** Starts the Chromium named in CHROMIUM_PATH, else the packaged one, else an installed Edge, Chrome or Chromium. */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const { program, environment } = await findChromium();
  return chromium.launch({
    executablePath: program,
    // The package's own arguments are for another place: its --single-process dies when a context closes.
    args: ["--no-sandbox", ...flags],
    env: { ...process.env, ...environment },
  });
}

async function findChromium(): Promise<DrivenBrowser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { program: named, environment: {} };
  if (hasPackagedChromium()) return unpackChromium();
  const installed = findBrowser(thisMachine(), existsSync);
  if (!installed) throw new Error(noBrowserReason);
  return { program: installed, environment: {} };
}

/** The package holds the binary for this one kind of machine. */
function hasPackagedChromium(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

/**
 * Unpacks the packaged Chromium once per version, with the libraries and the font that come with it, so that a machine
 * with nothing but Node runs it too. It is unpacked beside its place and moved there whole: what was broken off or is
 * made at the same time by another run is never used.
 */
async function unpackChromium(): Promise<DrivenBrowser> {
  const packageFile = join(packageFolder(), "package.json");
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const folder = join(root, ".cache", `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true });
    const fresh = mkdtempSync(`${folder}-`);
    await unpackInto(fresh);
    moveIntoPlace(fresh, folder);
  }
  return {
    program: join(folder, "chromium"),
    environment: {
      LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
      FONTCONFIG_FILE: writeFontSettings(folder),
    },
  };
}

async function unpackInto(folder: string): Promise<void> {
  const { default: packaged, inflate } = await import("@sparticuz/chromium");
  const temporary = process.env.TMPDIR;
  // The package unpacks into the system's temporary folder, wherever that is.
  process.env.TMPDIR = folder;
  try {
    await packaged.executablePath();
    await inflate(join(packageFolder(), "bin", "al2023.tar.br"));
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

function moveIntoPlace(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package's own settings look in folders of another machine; these make the windows look the same everywhere. */
function writeFontSettings(folder: string): string {
  const file = join(folder, "fonts.conf");
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
  if (!existsSync(file)) writeFileSync(file, settings);
  return file;
}

function packageFolder(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
}
