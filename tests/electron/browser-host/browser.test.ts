import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BrowserHostServer, startServer } from "../../../electron/browser-host/server.ts";
import { readRendererFiles } from "../../../electron/platform/renderer-files.ts";
import { launchChromium, noBrowserReason } from "../../e2e/harness-chromium.ts";
import { createFakeApp } from "./fixtures/fake-app.ts";

const files = readRendererFiles(join(import.meta.dirname, "fixtures", "renderer"));

describe.skipIf(noBrowserReason !== undefined)("in a real browser", () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  let server: BrowserHostServer;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await startServer({ app: createFakeApp(), files, port: 0, onInternalError: () => {} });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.issueLaunchAddress());
    return { context, page };
  };
  const secretIn = (page: Page) => page.locator('meta[name="action-plan-secret"]').getAttribute("content");
  const hasRun = (page: Page) => page.locator("h1").getAttribute("data-ran");

  test("the page runs, reaches the application with its secret, and can be loaded again and again", async () => {
    const { context, page } = await open();
    for (let load = 0; load < 3; load++) {
      expect(await hasRun(page)).toBe("yes");
      const secret = (await secretIn(page)) ?? "";
      const answer = await page.evaluate(async (given) => {
        const headers = { "Content-Type": "application/json", "x-action-plan": given };
        const response = await fetch("/api/session", { method: "POST", headers, body: "{}" });
        return response.json();
      }, secret);
      expect(answer).toEqual({ ok: true, value: { name: "session" } });
      await page.reload();
    }
    await context.close();
  });

  test("the address that was used up opens nothing in another tab of the same browser", async () => {
    const context = await browser.newContext();
    const address = server.issueLaunchAddress();
    await (await context.newPage()).goto(address);
    const second = await context.newPage();
    expect((await second.goto(address))?.status()).toBe(403);
    expect(await second.locator("h1").textContent()).toBe("Open Action Plan again from its icon");
    await context.close();
  });

  test("a style element with the nonce works, and one without it, inline script and eval do not", async () => {
    const { context, page } = await open();
    const outcome = await page.evaluate(async () => {
      const colourAfter = (colour: string, nonce: string) => {
        const style = document.createElement("style");
        style.nonce = nonce;
        style.textContent = `h1 { color: ${colour} }`;
        document.head.append(style);
        return getComputedStyle(document.querySelector("h1") as Element).color;
      };
      const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
      const script = document.createElement("script");
      script.textContent = "document.title = 'inline script ran'";
      document.head.append(script);
      // Called back by a timer: what the test itself evaluates is let through.
      const isEvalRefused = await new Promise<boolean>((resolve) =>
        setTimeout(() => {
          try {
            new Function("return 1")();
            resolve(false);
          } catch {
            resolve(true);
          }
        }),
      );
      return {
        withNonce: colourAfter("rgb(1, 2, 3)", nonce),
        withoutNonce: colourAfter("rgb(4, 5, 6)", ""),
        title: document.title,
        isEvalRefused,
      };
    });
    expect(outcome).toEqual({
      withNonce: "rgb(1, 2, 3)",
      withoutNonce: "rgb(1, 2, 3)",
      title: "Action Plan",
      isEvalRefused: true,
    });
    await context.close();
  });

  describe("another program's server on this machine", () => {
    let other: Server;
    let otherAddress: string;
    const cookies: (string | undefined)[] = [];

    beforeAll(async () => {
      other = createServer((request, response) => {
        cookies.push(request.headers.cookie);
        response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Other</title>");
      });
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      otherAddress = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    });

    afterAll(() => {
      other.closeAllConnections();
      other.close();
    });

    test("gets the cookie from the browser, but with the cookie neither the secret nor an answer", async () => {
      const { context, page } = await open();
      const secret = (await secretIn(page)) ?? "";
      const visit = await context.newPage();
      await visit.goto(otherAddress);
      const stolen = cookies.find((cookie) => cookie?.includes(`action-plan-${server.port}=`)) ?? "";
      expect(stolen).not.toBe("");
      const host = `http://127.0.0.1:${server.port}`;
      const root = await fetch(`${host}/`, { headers: { Cookie: stolen } });
      expect(await root.text()).not.toContain(secret);
      const headers = { Cookie: stolen, Origin: host, "Content-Type": "application/json" };
      const answer = await fetch(`${host}/api/session`, { method: "POST", headers, body: "{}" });
      expect(answer.status).toBe(403);
      await context.close();
    });

    test("has no way for its page to ask the application or to frame it", async () => {
      const { context } = await open();
      const visit = await context.newPage();
      await visit.goto(otherAddress);
      const outcome = await visit.evaluate(async (host) => {
        const ask = (mode: RequestMode) =>
          fetch(`${host}/api/session`, { method: "POST", mode, credentials: "include", body: "{}" }).then(
            (response) => response.type,
            () => "refused",
          );
        const frame = document.createElement("iframe");
        frame.src = host;
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener("load", resolve));
        return { readable: await ask("cors"), blind: await ask("no-cors"), framed: frame.contentDocument };
      }, `http://127.0.0.1:${server.port}`);
      expect(outcome).toEqual({ readable: "refused", blind: "refused", framed: null });
      await context.close();
    });
  });
});
