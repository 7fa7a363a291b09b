import type { App } from "../../electron/app.ts";
import { CLIENTS_A_PAGE, type ListPlace } from "../../shared/client-record/client-requests.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import { ask } from "./ask.ts";

/** How many clients the office has, by its list's outline. */
export async function clientsIn(running: App): Promise<number> {
  let pages = 0;
  for (let after: ListPlace | null = null; ; ) {
    const { places, left }: RequestOutput<"caseload-outline"> = await ask(running, "caseload-outline", {
      list: "everyone",
      after,
    });
    pages += places.length;
    if (left !== null) return pages * CLIENTS_A_PAGE + left;
    after = places.at(-1) ?? null;
  }
}
