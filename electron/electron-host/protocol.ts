import { protocol, type Session } from "electron";
import { insertIntoHead, nonceElement, protectiveHeaders, randomText } from "../platform/page-protection.ts";
import type { RendererFiles } from "../platform/renderer-files.ts";
import { APP_ORIGIN, APP_SCHEME } from "./names.ts";

/** Makes app:// a scheme with origins of its own; works only before Electron is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/** Serves the built renderer, and nothing else, under app://. */
export function setupProtocol(session: Session, files: RendererFiles): void {
  session.protocol.handle(APP_SCHEME, (request) => answer(request, files));
}

function answer(request: Request, { page, byAddress }: RendererFiles): Response {
  const nonce = randomText();
  const send = (status: number, type: string, body: string | Uint8Array<ArrayBuffer>) =>
    new Response(body, { status, headers: { ...protectiveHeaders(nonce), "Content-Type": type } });
  const refuse = (status: number, text: string) => send(status, "text/plain; charset=utf-8", `${text}\n`);
  if (request.method !== "GET") return refuse(405, "Refused: method");
  const { protocol: scheme, host, pathname } = new URL(request.url);
  if (`${scheme}//${host}` !== APP_ORIGIN) return refuse(403, "Refused: host");
  if (pathname === "/") return send(200, "text/html; charset=utf-8", insertIntoHead(page, [nonceElement(nonce)]));
  const file = byAddress.get(pathname);
  return file ? send(200, file.type, file.bytes) : refuse(404, "Not found");
}
