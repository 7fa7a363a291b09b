import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type BrowserHostServer, startServer } from "../../../electron/browser-host/server.ts";
import { readRendererFiles } from "../../../electron/platform/renderer-files.ts";
import { createFakeApp, type FakeApp } from "./fixtures/fake-app.ts";
import { type RawAnswer, type RawRequest, sendRaw } from "./fixtures/raw-request.ts";

const files = readRendererFiles(join(import.meta.dirname, "fixtures", "renderer"));

let app: FakeApp;
let server: BrowserHostServer;
let bugs: string[];

beforeEach(async () => {
  app = createFakeApp();
  bugs = [];
  server = await startServer({ app, files, port: 0, onInternalError: (errorId) => bugs.push(errorId) });
});

afterEach(async () => {
  await server.stop();
});

const launchPath = () => server.launchAddress.replace(/^http:\/\/127\.0\.0\.1:\d+/, "");
const send = (request: Omit<RawRequest, "port">) => sendRaw({ port: server.port, ...request });
const origin = () => `http://127.0.0.1:${server.port}`;

interface Opened {
  readonly cookie: string;
  readonly secret: string;
  readonly nextPath: string;
}

function readPage(answer: RawAnswer): Opened {
  const [cookie = ""] = answer.headers["set-cookie"] ?? [];
  return {
    cookie: cookie.split(";")[0] ?? "",
    secret: /name="action-plan-secret" content="([^"]+)"/.exec(answer.body)?.[1] ?? "",
    nextPath: /data-address="([^"]+)"/.exec(answer.body)?.[1] ?? "",
  };
}

async function open(): Promise<Opened> {
  return readPage(await send({ path: launchPath() }));
}

function post(opened: Opened, changes: Partial<RawRequest> & { without?: string } = {}) {
  const headers: Record<string, string> = {
    Origin: origin(),
    Cookie: opened.cookie,
    "x-action-plan": opened.secret,
    "Content-Type": "application/json",
    ...changes.headers,
  };
  if (changes.without) delete headers[changes.without];
  return send({ path: "/api/session", method: "POST", body: "{}", ...changes, headers });
}

describe("opening", () => {
  test("a launch token opens the page with cookie, secret, nonce and an address for its reload", async () => {
    const answer = await send({ path: launchPath() });
    expect(answer.status).toBe(200);
    expect(answer.headers["set-cookie"]).toEqual([
      expect.stringMatching(new RegExp(`^action-plan-${server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)),
    ]);
    const policy = String(answer.headers["content-security-policy"]);
    const nonce = /'nonce-([\w-]{43})'/.exec(policy)?.[1];
    expect(policy).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
        "connect-src 'self'; font-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    );
    expect(answer.body).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
    expect(readPage(answer)).toEqual({
      cookie: expect.stringMatching(/^action-plan-/),
      secret: expect.stringMatching(/^[\w-]{43}$/),
      nextPath: expect.stringMatching(/^\/\?launch=[\w-]{43}$/),
    });
  });

  test("the page is neither kept nor told to anyone", async () => {
    const { headers } = await send({ path: launchPath() });
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=(), "),
    });
  });

  test("a nonce is never used for two responses", async () => {
    const policies = await Promise.all([send({ path: "/" }), send({ path: "/" })]);
    expect(policies[0]?.headers["content-security-policy"]).not.toBe(policies[1]?.headers["content-security-policy"]);
  });

  test("a launch token's second use gets no secret, with or without the cookie", async () => {
    const opened = await open();
    const again = [
      await send({ path: launchPath() }),
      await send({ path: launchPath(), headers: { Cookie: opened.cookie } }),
    ];
    for (const answer of again) {
      expect(answer.status).toBe(403);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      expect(answer.body).not.toContain("action-plan-secret");
      expect(answer.body).toContain("Open Action Plan again from its icon");
    }
  });

  test("the cookie alone, which other ports see too, gets no secret", async () => {
    const { cookie } = await open();
    const answer = await send({ path: "/", headers: { Cookie: cookie } });
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain("action-plan-secret");
  });

  test("a page's address for its reload works once, and only with the cookie", async () => {
    const opened = await open();
    expect((await send({ path: opened.nextPath })).status).toBe(403);
    const reloaded = await send({ path: opened.nextPath, headers: { Cookie: opened.cookie } });
    expect(reloaded.status).toBe(200);
    expect(readPage(reloaded).secret).toBe(opened.secret);
    expect((await send({ path: opened.nextPath, headers: { Cookie: opened.cookie } })).status).toBe(403);
  });

  test("a browser looking ahead does not use the token up", async () => {
    expect((await send({ path: launchPath(), headers: { "Sec-Purpose": "prefetch" } })).status).toBe(503);
    expect((await send({ path: launchPath() })).status).toBe(200);
  });

  test("neither a frame nor a HEAD request uses the token up", async () => {
    expect((await send({ path: launchPath(), headers: { "Sec-Fetch-Dest": "iframe" } })).status).toBe(403);
    expect((await send({ path: launchPath(), method: "HEAD" })).status).toBe(405);
    expect((await send({ path: launchPath() })).status).toBe(200);
  });

  test("another window of the same start gets an address of its own", async () => {
    const opened = await open();
    const answer = await post(opened, { path: "/window" });
    const { url } = JSON.parse(answer.body) as { url: string };
    expect(url).toMatch(/^\/\?launch=/);
    expect((await send({ path: url, headers: { Cookie: opened.cookie } })).status).toBe(200);
  });

  test("the start's own token outlives any number of addresses made for pages", async () => {
    const opened = await open();
    const untouched = server.issueLaunchAddress().slice(origin().length);
    for (let count = 0; count < 100; count++) await post(opened, { path: "/window" });
    expect((await send({ path: untouched })).status).toBe(200);
  });
});

describe("requests", () => {
  test("a page's request reaches the application and its answer comes back", async () => {
    const answer = await post(await open(), { path: "/api/find-clients", body: '{"text":"bloggs"}' });
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { name: "find-clients" } });
    expect(app.asked).toEqual([{ name: "find-clients", payload: { text: "bloggs" } }]);
  });

  test.each([
    ["a foreign Host", { headers: { Host: "evil.example" } }, 403],
    ["localhost as Host", { headers: { Host: "localhost" } }, 403],
    ["a foreign Origin", { headers: { Origin: "http://127.0.0.1:1" } }, 403],
    ["a null Origin", { headers: { Origin: "null" } }, 403],
    ["no Origin", { without: "Origin" }, 403],
    ["another site", { headers: { "Sec-Fetch-Site": "cross-site" } }, 403],
    ["another port of this machine", { headers: { "Sec-Fetch-Site": "same-site" } }, 403],
    ["a site that is none", { headers: { "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "cors" } }, 403],
    ["no cookie", { without: "Cookie" }, 403],
    ["no secret", { without: "x-action-plan" }, 403],
    ["a wrong secret", { headers: { "x-action-plan": "a".repeat(43) } }, 403],
    ["a form's content type", { headers: { "Content-Type": "text/plain" } }, 415],
    ["a content type that only begins like JSON", { headers: { "Content-Type": "application/jsonp" } }, 415],
    ["no content type", { without: "Content-Type" }, 415],
    ["a method of its own", { method: "PUT" }, 405],
    ["a body that is not JSON", { body: "{" }, 400],
    ["a name that is no request", { path: "/api/drop-everything" }, 404],
    ["a name that every object has", { path: "/api/constructor" }, 404],
    ["a body of more than 4 MB", { body: JSON.stringify("x".repeat(4 * 1024 * 1024)) }, 413],
  ])("a request with %s is refused before it reaches the application", async (_, changes, status) => {
    const answer = await post(await open(), changes);
    expect({ status: answer.status, asked: app.asked }).toEqual({ status, asked: [] });
  });

  test("a body of more than 4 MB without a stated length is refused", async () => {
    const answer = await post(await open(), {
      headers: { "Transfer-Encoding": "chunked" },
      body: JSON.stringify("x".repeat(4 * 1024 * 1024)),
    });
    expect({ status: answer.status, asked: app.asked }).toEqual({ status: 413, asked: [] });
  });

  test("an unknown request is refused in the contract's own words", async () => {
    const answer = await post(await open(), { path: "/api/drop-everything" });
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: "unknown-request", name: "drop-everything" } });
  });

  test("a body that is not JSON is refused in the contract's own words", async () => {
    const answer = await post(await open(), { body: "{" });
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: "invalid-request", fields: [] } });
  });

  test("a bug is answered with its error id and nothing of its message", async () => {
    const answer = await post(await open(), { path: "/api/recent-clients", body: '"bug"' });
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: "internal", errorId: bugs[0] } });
  });

  test("a refusal carries the protective headers too", async () => {
    const answer = await send({ path: "/", headers: { Host: "evil.example" } });
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
  });
});

describe("files", () => {
  test("a file of the built renderer is sent to a page with the cookie", async () => {
    const { cookie } = await open();
    const answer = await send({ path: "/assets/page-1.js", headers: { Cookie: cookie } });
    expect({
      status: answer.status,
      type: answer.headers["content-type"],
      kept: answer.headers["cache-control"],
    }).toEqual({ status: 200, type: "text/javascript; charset=utf-8", kept: "private, max-age=31536000, immutable" });
  });

  test("without the cookie no file is sent", async () => {
    expect((await send({ path: "/assets/page-1.js" })).status).toBe(403);
  });

  test.each([
    "/../fake-app.ts",
    "/assets/../../fake-app.ts",
    "/%2e%2e/fake-app.ts",
    "/..%2ffake-app.ts",
    "/assets/..%5c..%5cfake-app.ts",
    "//etc/passwd",
    "/index.html",
    "/assets",
  ])("%s leads nowhere", async (path) => {
    const { cookie } = await open();
    expect((await send({ path, headers: { Cookie: cookie } })).status).toBe(404);
  });
});

describe("events", () => {
  const listen = async (opened: Opened) => {
    const response = await fetch(`${origin()}/api/events`, {
      headers: { Cookie: opened.cookie, "x-action-plan": opened.secret },
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => (await reader?.read())?.value;
    return { response, next, leave: () => reader?.cancel() };
  };

  test("an event reaches every page that listens", async () => {
    const opened = await open();
    const streams = await Promise.all([listen(opened), listen(opened)]);
    for (const stream of streams) expect(await stream.next()).toBe(": open\n\n");
    expect(server.streams.count).toBe(2);
    app.tell({ event: "client-changed", clientId: "c1", version: 2 });
    for (const stream of streams) {
      expect(await stream.next()).toBe('data: {"event":"client-changed","clientId":"c1","version":2}\n\n');
    }
    expect(streams[0].response.headers.get("content-type")).toBe("text/event-stream");
  });

  test("a page that goes is no longer counted, and the application is no longer listened to for it", async () => {
    const counts: number[] = [];
    server.streams.onChange((count) => counts.push(count));
    const stream = await listen(await open());
    await stream.next();
    await stream.leave();
    await expect.poll(() => [counts, app.listenerCount()]).toEqual([[1, 0], 0]);
  });

  test("stopping is told to the pages and does not wait for them", async () => {
    const stream = await listen(await open());
    await stream.next();
    const before = performance.now();
    await server.stop();
    expect(performance.now() - before).toBeLessThan(500);
    expect(await stream.next()).toBe('data: {"event":"stopping"}\n\n');
    server = await startServer({ app, files, port: 0, onInternalError: () => {} });
  });

  test("without the secret there is no stream", async () => {
    const { cookie } = await open();
    expect((await send({ path: "/api/events", headers: { Cookie: cookie } })).status).toBe(403);
    expect(server.streams.count).toBe(0);
  });
});
