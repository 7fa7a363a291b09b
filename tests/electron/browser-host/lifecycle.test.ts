import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sendRaw } from "./fixtures/raw-request.ts";

const fakeStart = join(import.meta.dirname, "fixtures", "start-fake.ts");
const READY = /^ready (http:\/\/127\.0\.0\.1:(\d+)\/\?launch=[\w-]+)\n$/;

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-host-"));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Started {
  readonly child: ChildProcess;
  readonly output: { out: string; err: string };
  readonly port: number;
  readonly address: string;
}

async function start(command: string, args: string[], environment: NodeJS.ProcessEnv = process.env): Promise<Started> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: environment });
  children.push(child);
  const output = { out: "", err: "" };
  child.stdout?.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output.err += chunk;
  });
  await expect.poll(() => output.out, { timeout: 10_000 }).toMatch(/\n/);
  const [, address = "", port] = READY.exec(output.out) ?? [];
  return { child, output, address, port: Number(port) };
}

const startHost = (...flags: string[]) => start(process.execPath, [fakeStart, folder, ...flags]);

async function isAnswering(port: number): Promise<boolean> {
  return sendRaw({ port, path: "/" }).then(
    () => true,
    () => false,
  );
}

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "the ready line is all of standard output, and %s ends the host cleanly within a second",
  async (signal) => {
    const { child, output, port, address } = await startHost();
    const page = await (await fetch(address)).text();
    expect(page).toContain("action-plan-secret");
    expect(await isAnswering(port)).toBe(true);
    const before = performance.now();
    child.kill(signal);
    expect(await once(child, "close")).toEqual([0, null]);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(output.out).toMatch(READY);
    expect(output.err).toBe("closed: true\n");
    expect(await isAnswering(port)).toBe(false);
  },
);

test("an open event stream does not hold the end up", async () => {
  const { child, address } = await startHost();
  const opened = await fetch(address);
  const secret = /action-plan-secret" content="([^"]+)"/.exec(await opened.text())?.[1] ?? "";
  const cookie = opened.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const stream = await fetch(new URL("/api/events", address), { headers: { cookie, "x-action-plan": secret } });
  expect(stream.status).toBe(200);
  const before = performance.now();
  child.kill("SIGTERM");
  expect(await once(child, "close")).toEqual([0, null]);
  expect(performance.now() - before).toBeLessThan(1000);
  expect(await stream.text()).toContain('"stopping"');
});

test("the host ends within a second when its parent is killed", async () => {
  const parent = `
    const { spawn } = require("node:child_process");
    spawn(process.execPath, ${JSON.stringify([fakeStart, folder])}, { stdio: "inherit" });
  `;
  const { child, port } = await start(process.execPath, ["-e", parent]);
  expect(await isAnswering(port)).toBe(true);
  child.kill("SIGKILL");
  await expect.poll(() => isAnswering(port), { timeout: 1000 }).toBe(false);
});

test.skipIf(process.platform !== "linux")(
  "the host ends within a second when npm is killed and its shell lives on",
  async () => {
    const npm = `
    const { spawn } = require("node:child_process");
    // The second command keeps the shell from becoming the first.
    spawn("/bin/sh", ["-c", '"$0" "$@"; true', ...process.argv.slice(1)], { stdio: "inherit" });
  `;
    const environment = { ...process.env, npm_lifecycle_event: "start" };
    const { child, port } = await start(
      process.execPath,
      ["-e", npm, process.execPath, fakeStart, folder],
      environment,
    );
    expect(await isAnswering(port)).toBe(true);
    child.kill("SIGKILL");
    await expect.poll(() => isAnswering(port), { timeout: 1000 }).toBe(false);
  },
);

describe.skipIf(process.platform === "win32")("with a window", () => {
  const installBrowser = (script: string) => {
    const program = join(folder, "chromium");
    writeFileSync(program, `#!/bin/sh\necho "$@" > "${folder}/arguments"\n${script}\n`);
    chmodSync(program, 0o755);
    return { ...process.env, PATH: folder, FETCH: process.execPath };
  };
  const readArguments = () => readFileSync(join(folder, "arguments"), "utf8");

  test("an application window with a profile of its own in the data folder is opened at the ready address", async () => {
    const environment = installBrowser("exec /bin/sleep 20");
    const { child, address } = await start(process.execPath, [fakeStart, folder, "--window"], environment);
    await expect.poll(readArguments).toContain(`--app=${address} --user-data-dir=${join(folder, "browser")} `);
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
  });

  test("the browser has no place to write down what is typed, and keeps the person's settings", async () => {
    const profile = join(folder, "browser", "Default");
    mkdirSync(join(profile, "Sessions"), { recursive: true });
    writeFileSync(join(profile, "Sessions", "Apps_1"), "Rang about the bus");
    writeFileSync(join(profile, "Preferences"), "{}");
    const environment =
      installBrowser(`cd "${profile}" && [ -f Sessions ] && [ -f Sessions_Encrypted ] && echo yes > "${folder}/kept-out"
      exec /bin/sleep 20`);
    const { child } = await start(process.execPath, [fakeStart, folder, "--window"], environment);
    await expect.poll(() => readdirSync(folder)).toContain("kept-out");
    expect(readdirSync(profile).sort()).toEqual(["Preferences", "Sessions", "Sessions_Encrypted"]);
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
    expect(readdirSync(profile)).toContain("Preferences");
  });

  test("the host ends when the window's process ends after a page was there", async () => {
    const visit = `
      const opened = await fetch(process.argv[1].slice("--app=".length));
      const secret = /action-plan-secret" content="([^"]+)"/.exec(await opened.text())[1];
      const cookie = opened.headers.getSetCookie()[0].split(";")[0];
      await fetch(new URL("/api/events", opened.url), { headers: { cookie, "x-action-plan": secret } });
      process.exit(0);
    `;
    const environment = installBrowser(`exec "$FETCH" --input-type=module -e '${visit}' -- "$1"`);
    const { child } = await start(process.execPath, [fakeStart, folder, "--window"], environment);
    expect(await once(child, "close")).toEqual([0, null]);
  });

  test("a browser that shows no page is replaced by the default browser, with a fresh address", async () => {
    const environment = installBrowser("exit 1");
    writeFileSync(join(folder, "xdg-open"), `#!/bin/sh\necho "$@" > "${folder}/handed-over"\n`);
    chmodSync(join(folder, "xdg-open"), 0o755);
    const { address } = await start(process.execPath, [fakeStart, folder, "--window"], environment);
    const handedOver = () => readFileSync(join(folder, "handed-over"), "utf8").trim();
    await expect.poll(handedOver, { timeout: 5000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?launch=[\w-]{43}$/);
    expect(handedOver()).not.toBe(address);
    expect((await fetch(handedOver())).status).toBe(200);
  });
});
