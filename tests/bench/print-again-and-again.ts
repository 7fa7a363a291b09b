import type { Page, Request } from "playwright-core";
import type { RequestName } from "../../shared/contract.ts";

/** Does something that opens a plan, while the host makes that plan's document, whole and again and again. */
export async function whilePrinting<T>(page: Page, act: () => Promise<T>): Promise<T> {
  let isOver = false;
  const opening = page.waitForRequest((request) => request.url().endsWith(address("open-plan")));
  const printing = opening.then(async (request) => {
    const print = await printerOf(request);
    while (!isOver) await print();
  });
  const acting = act().finally(() => {
    isOver = true;
  });
  const [done] = await Promise.all([acting, printing]);
  return done;
}

/** Prints as the window that made a request would, without the browser's having any work with it. */
async function printerOf(request: Request): Promise<() => Promise<void>> {
  const { clientId } = request.postDataJSON() as { clientId: string };
  const headers = await request.allHeaders();
  const url = request.url().replace(address("open-plan"), address("make-print"));
  const body = JSON.stringify({ clientId, option: "all-reviews", style: "standard" });
  return async () => {
    const answer = await fetch(url, { method: "POST", headers: sent(headers), body });
    const { ok } = (await answer.json()) as { ok: boolean };
    if (!ok) throw new Error("The plan could not be printed");
  };
}

function address(name: RequestName): string {
  return `/api/${name}`;
}

/** The headers that a host looks at; those of the length and the browser's own would be wrong. */
function sent(headers: Readonly<Record<string, string>>): Record<string, string> {
  const wanted = ["content-type", "cookie", "origin", "x-action-plan", "sec-fetch-site"];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => wanted.includes(name)));
}
