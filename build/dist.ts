import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { buildRenderer } from "./build-renderer.ts";
import { bundleMain } from "./bundle-main.ts";
import { writeLicences } from "./licences.ts";
import { describePackage } from "./packaging/describe-package.ts";
import { findFaults } from "./packaging/find-faults.ts";
import { fetchRuntime, makeInstallers, messageOf } from "./packaging/make-installers.ts";
import { packTrial } from "./packaging/pack-trial.ts";
import { PACKAGE_TARGETS, type PackageTarget } from "./packaging/targets.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

process.exit(await run(process.argv.slice(2)));

async function run(args: readonly string[]): Promise<number> {
  if (args.some((argument) => argument !== "--check")) {
    say("Use: npm run dist -- [--check]");
    return 2;
  }
  try {
    await buildRenderer(root);
    await bundleMain(root);
    const faults = [...writeLicences(root), ...(await checkPackages(args.includes("--check")))];
    for (const fault of faults) say(fault);
    if (faults.length > 0) return 1;
    return args.includes("--check") ? 0 : await makeInstallers(root, fetchRuntime, say);
  } catch (error) {
    say(`Packaging did not succeed: ${messageOf(error)}`);
    return 1;
  }
}

/** Packs for each target around a stand-in for the runtime; without `isWhole`, only for this machine. */
async function checkPackages(isWhole: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const target of PACKAGE_TARGETS) {
    if (!isWhole && !isThisMachine(target)) continue;
    if (target.platform === "darwin" && process.platform === "win32") {
      say(`darwin-${target.arch}: not checked, since electron-builder does not pack for macOS on Windows.`);
      continue;
    }
    const app = await packTrial(root, target);
    if (isWhole) console.log(describePackage(app));
    faults.push(...findFaults(app));
  }
  return faults;
}

function isThisMachine({ platform, arch }: PackageTarget): boolean {
  return platform === process.platform && arch === process.arch;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
