import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, join } from "node:path";
import type { InlineConfig, Plugin } from "vite";
import { requests } from "../shared/contract.ts";
import { putInPlace } from "./put-in-place.ts";
import { digestFiles, STAMP_NAME } from "./renderer-sources.ts";

/** Packages that stay where they are: a native module, one of Electron's own, and a folder of fonts. */
const LEFT_OUT = ["better-sqlite3", "electron", /^@expo-google-fonts\//];

const SOURCES = ["electron", "shared", "build/bundle-main.ts", "package-lock.json"];

/** Bundles the main process unless the bundle that is there was made from the sources as they are now. */
export async function bundleMainIfChanged(root: string): Promise<void> {
  if (!isMainFresh(root)) await bundleMain(root);
}

/** Tells whether the bundle is there and was made from the sources as they are now. */
export function isMainFresh(root: string): boolean {
  const stamp = join(root, "dist", "main", STAMP_NAME);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === digestFiles(root, SOURCES);
}

/**
 * Bundles Electron's main process, its workers and its preload script into dist/main, each into one file beside the
 * others; what was there is replaced whole.
 */
export async function bundleMain(root: string): Promise<void> {
  const { build } = await import("vite");
  const digest = digestFiles(root, SOURCES);
  const bundled = join(root, "dist", "main");
  const fresh = `${bundled}-new-${process.pid}`;
  try {
    await build(mainConfig(root, fresh));
    await build(preloadConfig(root, fresh));
    writeFileSync(join(fresh, STAMP_NAME), digest);
    putInPlace(fresh, bundled);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * All files lie flat in one folder two levels below the root, as deep as the modules in electron/ that look for
 * resources/ from where they are.
 */
function mainConfig(root: string, folder: string): InlineConfig {
  const workers = workersBelow(join(root, "electron"));
  return {
    ...common(root),
    plugins: [nameWorkersAsBuilt(), takeColourProfile(root)],
    // pdfmake, which is CommonJS, takes its own folder's name off the names of its virtual files.
    define: { __dirname: "import.meta.dirname" },
    build: {
      ...commonBuild(folder),
      rolldownOptions: {
        input: { main: join(root, "electron", "main.ts"), ...workers },
        external: LEFT_OUT,
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  };
}

/** A sandboxed preload script has no modules of its own: one CommonJS file that requires nothing but electron. */
function preloadConfig(root: string, folder: string): InlineConfig {
  return {
    ...common(root),
    plugins: [keepContractNames()],
    build: {
      ...commonBuild(folder),
      emptyOutDir: false,
      rolldownOptions: {
        input: join(root, "electron", "preload.ts"),
        external: LEFT_OUT,
        output: { format: "cjs", entryFileNames: "preload.cjs" },
      },
    },
  };
}

function common(root: string): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    cacheDir: join(root, ".cache", "vite"),
    ssr: { noExternal: true, external: ["better-sqlite3", "electron", ...builtinModules] },
  };
}

function commonBuild(folder: string) {
  return { ssr: true, outDir: folder, emptyOutDir: true, target: "node24", minify: false, sourcemap: false } as const;
}

/** Every worker below a folder, by its name without the ending; Electron starts them as files of their own. */
function workersBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /-worker\.ts$/.test(file));
  const workers = Object.fromEntries(files.map((file) => [basename(file, ".ts"), join(folder, file)]));
  if (Object.keys(workers).length !== files.length) throw new Error("Two workers have the same name");
  return workers;
}

const WORKER_ADDRESS = /new URL\("[./\w-]*?([\w-]+-worker)\.ts", import\.meta\.url\)/g;

/** A worker's address in the sources names the source beside the module; bundled, it lies beside as JavaScript. */
function nameWorkersAsBuilt(): Plugin {
  return {
    name: "name-workers-as-built",
    transform: (code, id) =>
      id.endsWith(".ts") && code.includes("-worker.ts")
        ? { code: code.replace(WORKER_ADDRESS, 'new URL("./$1.js", import.meta.url)'), map: null }
        : null,
  };
}

/** pdfkit reads the colour profile of a PDF made for keeping from a folder beside its own module. */
function takeColourProfile(root: string): Plugin {
  const fileName = "data/sRGB_IEC61966_2_1.icc";
  const source = () => readFileSync(join(root, "node_modules", "pdfkit", "js", fileName));
  return {
    name: "take-colour-profile",
    generateBundle() {
      this.emitFile({ type: "asset", fileName, source: source() });
    },
  };
}

/** The preload script asks the contract only whether a name is a request's: the names alone, then, and no schema. */
function keepContractNames(): Plugin {
  const names = JSON.stringify(Object.keys(requests));
  return {
    name: "keep-contract-names",
    load: (id) =>
      id.endsWith("/shared/contract.ts")
        ? `const names = ${names};\nexport function isRequestName(name) {\n  return names.includes(name);\n}\n`
        : null,
  };
}

if (import.meta.main) await bundleMain(join(import.meta.dirname, ".."));
