import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import { isRequestName } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err } from "../../shared/result.ts";
import type { RendererFiles } from "../platform/renderer-files.ts";
import type { Credentials } from "./credentials.ts";
import type { EventStreams } from "./event-streams.ts";
import { ADDRESS_SCRIPT, ADDRESS_SCRIPT_PATH, renderPage, renderUsedUpPage } from "./page.ts";
import {
  checkSender,
  type HostEnvironment,
  requireCookie,
  requireJson,
  requireSecret,
  setSecurityHeaders,
} from "./security.ts";
import type { ServedApp } from "./served-app.ts";

const LARGEST_BODY = 4 * 1024 * 1024;
const LONGEST_NAME = 64;

/** Everything the routes answer from. */
export interface RouteParts {
  readonly app: ServedApp;
  readonly files: RendererFiles;
  readonly port: number;
  readonly credentials: Credentials;
  readonly streams: Pick<EventStreams, "open">;
  readonly onInternalError: (errorId: string, error: unknown) => void;
}

type HostContext = Context<HostEnvironment>;

/** The routes of the browser host, every one of them behind the checks of security.ts. */
export function createRoutes(parts: RouteParts): Hono<HostEnvironment> {
  const { credentials } = parts;
  const routes = new Hono<HostEnvironment>();
  routes.use(setSecurityHeaders, checkSender(parts.port));
  routes.get("/", (context) => openPage(context, parts));
  routes.use(requireCookie(credentials));
  routes.get(ADDRESS_SCRIPT_PATH, (context) =>
    context.body(ADDRESS_SCRIPT, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
  );
  routes.use("/api/*", requireSecret(credentials), requireJson, limitBody());
  routes.use("/window", requireSecret(credentials), requireJson, limitBody());
  routes.get("/api/events", (context) => parts.streams.open(context));
  routes.post("/api/:name", (context) => answerRequest(context, context.req.param("name"), parts.app));
  routes.post("/window", (context) => context.json({ url: pageAddress(credentials) }));
  routes.get("*", (context) => sendFile(context, parts.files));
  routes.notFound((context) => context.text("Not found\n", 404));
  routes.onError((error, context) => {
    const errorId = randomUUID();
    parts.onInternalError(errorId, error);
    return context.json(err<AppError>({ code: "internal", errorId }), 500);
  });
  return routes;
}

/**
 * The one place where the secret leaves the host: on the use of a launch token. A cookie alone gets a plain message,
 * since cookies do not know ports and so reach any program that serves on 127.0.0.1.
 */
function openPage(context: HostContext, { credentials, files }: RouteParts): Response {
  const nonce = context.get("nonce");
  // A browser that looks ahead must not use up the token of the page that the person is about to open.
  if (/prefetch/i.test(context.req.header("sec-purpose") ?? "")) return context.text("Refused: prefetch\n", 503);
  const token = context.req.query("launch") ?? "";
  if (!isTopLevel(context) || !credentials.redeemLaunchToken(token, getCookie(context, credentials.cookieName))) {
    return context.html(renderUsedUpPage(nonce), 403);
  }
  setCookie(context, credentials.cookieName, credentials.cookieValue, {
    path: "/",
    httpOnly: true,
    sameSite: "Strict",
  });
  const parts = { nonce, secret: credentials.secret, nextAddress: pageAddress(credentials) };
  return context.html(renderPage(files.page, parts));
}

function isTopLevel(context: HostContext): boolean {
  const destination = context.req.header("sec-fetch-dest");
  return destination === undefined || destination === "document";
}

/** An address for a page of a browser that already holds the cookie: a reload or a new window. */
function pageAddress(credentials: Credentials): string {
  return `/?launch=${credentials.issueLaunchToken("from-page")}`;
}

function limitBody() {
  return bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (context) => context.json(err<AppError>({ code: "invalid-request", fields: [] }), 413),
  });
}

async function answerRequest(context: HostContext, name: string, app: ServedApp): Promise<Response> {
  if (!isRequestName(name)) {
    return context.json(err<AppError>({ code: "unknown-request", name: name.slice(0, LONGEST_NAME) }), 404);
  }
  const body = await context.req.text();
  let payload: unknown;
  try {
    payload = JSON.parse(body);
  } catch {
    return context.json(err<AppError>({ code: "invalid-request", fields: [] }), 400);
  }
  return context.json((await app.answer(name, payload)) as object);
}

function sendFile(context: HostContext, files: RendererFiles): Response {
  const file = files.byAddress.get(context.req.path);
  if (!file) return context.text("Not found\n", 404);
  const keeping = file.isHashed ? "private, max-age=31536000, immutable" : "no-cache";
  return context.body(file.bytes, 200, { "Content-Type": file.type, "Cache-Control": keeping });
}
