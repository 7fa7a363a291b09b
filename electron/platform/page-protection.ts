import { randomBytes } from "node:crypto";

const DENIED_FEATURES = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/** A text of 256 random bits that needs no escaping in an address, a header or an attribute. */
export function randomText(): string {
  return randomBytes(32).toString("base64url");
}

/** The protective headers of one response, the same in every host; the nonce lets react-aria's one style element in. */
export function protectiveHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(nonce),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": DENIED_FEATURES.map((feature) => `${feature}=()`).join(", "),
    "Cache-Control": "no-store",
  };
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The element that tells react-aria the nonce of the page's response. */
export function nonceElement(nonce: string): string {
  return `<meta property="csp-nonce" nonce="${nonce}">`;
}

/** The page with these elements first in its head. */
export function insertIntoHead(html: string, elements: readonly string[]): string {
  const inserted = elements.join("\n    ");
  const withElements = html.replace(/<head(?:\s[^>]*)?>/i, (head) => `${head}\n    ${inserted}`);
  if (withElements === html) throw new Error("The renderer's page has no head.");
  return withElements;
}
