import { createHash, timingSafeEqual } from "node:crypto";
import { randomText } from "../platform/page-protection.ts";

const MOST_UNUSED_TOKENS = 64;

/** What one start of the host accepts as proof that a request comes from a page of its own. */
export interface Credentials {
  readonly cookieName: string;
  readonly cookieValue: string;
  readonly secret: string;
  /** Makes a launch token that opens one page; one made for a page already open also needs the cookie. */
  issueLaunchToken(use: "first" | "from-page"): string;
  /** Uses a launch token up: true once, false ever after; the cookie is looked at only where the token needs it. */
  redeemLaunchToken(token: string, cookieValue: string | undefined): boolean;
  /** Tells, in constant time, whether a cookie's value is this start's. */
  isCookie(value: string | undefined): boolean;
  /** Tells, in constant time, whether a header's value is this start's secret. */
  isSecret(value: string | undefined): boolean;
}

/**
 * Makes the credentials of one start. The cookie's name carries the port, since cookies do not know ports and a second
 * start would otherwise replace the first one's.
 */
export function createCredentials(port: number): Credentials {
  const cookieValue = randomText();
  const secret = randomText();
  const unused = new Map<string, "first" | "from-page">();
  const isCookie = (value: string | undefined) => isSameText(value, cookieValue);
  return {
    cookieName: `action-plan-${port}`,
    cookieValue,
    secret,
    isCookie,
    isSecret: (value) => isSameText(value, secret),
    issueLaunchToken(use) {
      const token = randomText();
      unused.set(digest(token), use);
      forgetOldest(unused);
      return token;
    },
    redeemLaunchToken(token, cookie) {
      const key = digest(token);
      const use = unused.get(key);
      if (use === undefined || (use === "from-page" && !isCookie(cookie))) return false;
      return unused.delete(key);
    },
  };
}

/** Each page load leaves a token for its reload behind, so the oldest have to go; the start's own stays. */
function forgetOldest(unused: Map<string, "first" | "from-page">): void {
  if (unused.size <= MOST_UNUSED_TOKENS) return;
  const oldest = [...unused].find(([, use]) => use === "from-page");
  if (oldest) unused.delete(oldest[0]);
}

/** Tokens are looked up by their digest, so that the time of a lookup says nothing about a token. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function isSameText(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false;
  return timingSafeEqual(Buffer.from(digest(given)), Buffer.from(digest(expected)));
}
