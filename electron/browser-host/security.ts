import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { protectiveHeaders, randomText } from "../platform/page-protection.ts";
import type { Credentials } from "./credentials.ts";

/** The header that carries the secret of this start. */
export const SECRET_HEADER = "x-action-plan";

/** What the security checks hand on to the routes. */
export interface HostEnvironment {
  Variables: { nonce: string };
}

type Check = MiddlewareHandler<HostEnvironment>;

/** Puts the protective headers on every response, refusals included. */
export const setSecurityHeaders: Check = async (context, next) => {
  const nonce = randomText();
  context.set("nonce", nonce);
  for (const [name, value] of Object.entries(protectiveHeaders(nonce))) context.header(name, value);
  await next();
};

/**
 * Refuses what no page of this start would send: another method, another Host (a rebound name), another Origin, or a
 * request that the browser says was made by another site.
 */
export function checkSender(port: number): Check {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  return async (context, next) => {
    const { method } = context.req;
    if (method !== "GET" && method !== "POST") return refuse(context, 405, "method");
    if (context.req.header("host") !== host) return refuse(context, 403, "host");
    const givenOrigin = context.req.header("origin");
    if (givenOrigin === undefined ? method === "POST" : givenOrigin !== origin) return refuse(context, 403, "origin");
    if (!isOwnSite(context)) return refuse(context, 403, "site");
    return next();
  };
}

/** Only an address that is opened, not one that is fetched, may come from nowhere (a typed or handed-over address). */
function isOwnSite(context: Context): boolean {
  const site = context.req.header("sec-fetch-site");
  if (site === undefined || site === "same-origin") return true;
  return site === "none" && context.req.header("sec-fetch-mode") === "navigate";
}

/** Lets through only requests that carry the cookie of this start. */
export function requireCookie(credentials: Credentials): Check {
  return async (context, next) => {
    if (!credentials.isCookie(getCookie(context, credentials.cookieName))) return refuse(context, 403, "cookie");
    return next();
  };
}

/** Lets through only requests that carry the secret of this start, which pages of this start alone know. */
export function requireSecret(credentials: Credentials): Check {
  return async (context, next) => {
    if (!credentials.isSecret(context.req.header(SECRET_HEADER))) return refuse(context, 403, "secret");
    return next();
  };
}

/** Lets a POST through only with a JSON body: forms of other sites cannot send one. */
export const requireJson: Check = async (context, next) => {
  const type = context.req.header("content-type") ?? "";
  if (context.req.method === "POST" && !/^application\/json(?:\s*;.*)?$/i.test(type)) {
    return refuse(context, 415, "content type");
  }
  return next();
};

function refuse(context: Context, status: 403 | 405 | 415, what: string): Response {
  return context.text(`Refused: ${what}\n`, status);
}
