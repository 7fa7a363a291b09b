// Plain JavaScript on Node's own modules alone: this runs on the machine's own Node (20 or later), which cannot read
// TypeScript, and before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED_NODE = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (isInstallNeeded()) install();
const complaint = missingNode();
if (complaint) stop(complaint);

/** An interrupted npm ci leaves a folder behind, but not this file, which npm writes last. */
function isInstallNeeded() {
  const installed = join(root, "node_modules", ".package-lock.json");
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs;
}

/** A link is followed by npm ci, which begins by removing what it finds; what lies there belongs to another checkout. */
function isLinked() {
  return lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function install() {
  if (isLinked()) {
    stop(
      "node_modules is a link to another folder, which an installation would empty. " +
        "Install there, or remove the link, then run the command again.",
    );
  }
  process.stderr.write("Installing what Action Plan needs; this happens once.\n");
  const npm = process.env.npm_execpath;
  // The Node that runs npm: this process may be running the one inside node_modules, which npm ci removes.
  const node = process.env.npm_node_execpath ?? process.execPath;
  // Standard output belongs to what is started afterwards, so npm's goes to standard error.
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const result = npm
    ? spawnSync(node, [npm, "ci"], options)
    : spawnSync("npm", ["ci"], { ...options, shell: process.platform === "win32" });
  if (result.status !== 0) {
    stop("The installation did not succeed. Check the connection to the npm registry, then run the command again.");
  }
}

/** On Linux and Windows the needed Node is one of the packages; there is none for macOS. */
function missingNode() {
  const packaged = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(packaged) || Number.parseInt(process.versions.node, 10) >= NEEDED_NODE) return undefined;
  return `Action Plan needs Node.js ${NEEDED_NODE} or later here; this is ${process.versions.node}.`;
}

/** @param {string} sentence what went wrong, for the person at the terminal */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
