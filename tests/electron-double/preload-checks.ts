import { expect } from "vitest";
import { requests } from "../../shared/contract.ts";
import { withPreload } from "./boot-host.ts";
import type { HostCheck } from "./host-check.ts";

interface Exposed {
  ask(name: unknown, input: unknown): Promise<unknown>;
  subscribe(listener: (event: unknown) => void): () => void;
}

const bridgeOf = (exposed: Map<string, unknown>) => exposed.get("actionPlan") as Exposed;

/** What the preload script promises about what it lets a page reach. */
export const preloadChecks: readonly HostCheck[] = [
  {
    name: "the page is given the contract's requests and the one event subscription, nothing else",
    run: (files) =>
      withPreload(files, (exposed) => {
        expect([...exposed]).toEqual([["actionPlan", { ask: expect.any(Function), subscribe: expect.any(Function) }]]);
      }),
  },
  {
    name: "every request of the contract is passed on, with its input",
    run: (files) =>
      withPreload(files, async (exposed, { record }) => {
        const names = Object.keys(requests);
        for (const name of names) expect(await bridgeOf(exposed).ask(name, { a: 1 })).toEqual({ ok: true, value: {} });
        expect(record.invoked).toEqual(names.map((name) => ["action-plan:request", name, { a: 1 }]));
      }),
  },
  {
    name: "any other name stays in the page",
    run: (files) =>
      withPreload(files, async (exposed, { record }) => {
        for (const name of ["toString", "__proto__", "", "open-shell", 7, null, ["session"]]) {
          await expect(bridgeOf(exposed).ask(name, {})).rejects.toThrow("This is no request of the contract");
        }
        expect(record.invoked).toEqual([]);
      }),
  },
  {
    name: "events come without Electron's own event, until the page stops listening",
    run: (files) =>
      withPreload(files, (exposed, { ipcRenderer }) => {
        const heard: unknown[][] = [];
        const stop = bridgeOf(exposed).subscribe((...given: unknown[]) => heard.push(given));
        ipcRenderer.happen("action-plan:event", { event: "work-changed" });
        expect(stop()).toBeUndefined();
        ipcRenderer.happen("action-plan:event", { event: "stopping" });
        expect(heard).toEqual([[{ event: "work-changed" }]]);
        expect(ipcRenderer.eventNames()).toEqual([]);
      }),
  },
];
