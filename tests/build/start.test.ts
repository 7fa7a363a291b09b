import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHost } from "../e2e/harness-host.ts";

const script = join(import.meta.dirname, "..", "..", "build", "start.js");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-start-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Starts the product and waits for its end. */
async function run(...flags: string[]) {
  const child = spawn(process.execPath, [script, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.err += chunk;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...output };
}

const common = () => ["--training", "--browser", "--no-open", "--data", folder];

describe("npm start", () => {
  test("prints the ready line alone, ends with 0 on SIGTERM within a second, and starts again on the same folder", async () => {
    for (let count = 0; count < 2; count++) {
      const host = await startHost({ dataFolder: folder });
      const before = performance.now();
      expect(await host.stop()).toBe(0);
      expect(performance.now() - before).toBeLessThan(1000);
      expect(host.output.out).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\/\?launch=[\w-]+\n$/);
    }
  }, 120_000);

  test("refuses a second start on the same folder at once and says who holds it; after SIGKILL it is free", async () => {
    const first = await startHost({ dataFolder: folder });
    const second = await run(...common());
    expect({ code: second.code, out: second.out }).toEqual({ code: 1, out: "" });
    expect(second.err).toContain(`process ${first.process.pid}`);
    first.process.kill("SIGKILL");
    await once(first.process, "close");
    const third = await startHost({ dataFolder: folder });
    expect(await third.stop()).toBe(0);
  }, 120_000);

  test("answers a request of the contract", async () => {
    const host = await startHost({ dataFolder: folder });
    const opened = await fetch(host.address);
    const secret = /action-plan-secret" content="([^"]+)"/.exec(await opened.text())?.[1] ?? "";
    const answer = await fetch(new URL("/api/session", host.address), {
      method: "POST",
      headers: {
        Cookie: opened.headers.getSetCookie()[0]?.split(";")[0] ?? "",
        Origin: new URL(host.address).origin,
        "Content-Type": "application/json",
        "x-action-plan": secret,
      },
      body: "{}",
    });
    expect(await answer.json()).toMatchObject({ ok: true, value: { today: "2012-04-16", isTraining: true } });
    await host.stop();
  });

  test.each([
    [["--browsr"], "Unknown option '--browsr'."],
    [["--today", "2012-04-16"], "--today works only with --training."],
  ])("refuses %j as wrong use, with how to use it", async (flags, sentence) => {
    const { code, out, err } = await run(...flags);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(new RegExp(`^${sentence.replaceAll(".", "\\.")}\nUse: npm start -- `));
  });

  test("says so when another program has the port", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const { code, out, err } = await run(...common(), "--port", String(port));
    other.close();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(`Port ${port} cannot be used: another program has it.`);
  });
});
