import type { SpoolError, Spooler, SpoolJob } from "../../../electron/print/spoolers/spooler.ts";
import type { Printer } from "../../../shared/print/print-options.ts";
import { err, ok } from "../../../shared/result.ts";

/** Printers that are made of memory: what they were given, and how the next print ends. */
export interface PaperDouble extends Spooler {
  readonly printed: readonly Omit<SpoolJob, "signal">[];
  /** Makes the next print fail. */
  failNext(error: SpoolError): void;
  /** Holds the next print until the returned function lets it go; resolves once it is held. */
  holdNext(): { readonly held: Promise<void>; readonly letGo: () => void };
  /** Takes the printing service away. */
  remove(): void;
}

/** The default printer of the double. */
export const ROOM_3: Printer = {
  id: "room-3",
  name: "Interview room 3",
  isDefault: true,
  isReady: true,
  trays: [
    { id: "Tray1", name: "Tray 1" },
    { id: "Tray2", name: "Tray 2" },
  ],
};

/** A double of the port to the printers. */
export function createPaperDouble(printers: readonly Printer[] = [ROOM_3]): PaperDouble {
  const printed: Omit<SpoolJob, "signal">[] = [];
  let failure: SpoolError | undefined;
  let hold: { readonly released: Promise<void>; readonly tell: () => void } | undefined;
  let isRemoved = false;
  return {
    printed,
    failNext: (error) => {
      failure = error;
    },
    holdNext: () => {
      const held = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      hold = { released: released.promise, tell: held.resolve };
      return { held: held.promise, letGo: released.resolve };
    },
    remove: () => {
      isRemoved = true;
    },
    list: async () => (isRemoved ? err({ code: "no-spooler" }) : ok(printers)),
    async spool({ signal, ...job }) {
      if (isRemoved) return err({ code: "no-spooler" });
      const held = hold;
      hold = undefined;
      held?.tell();
      const cancelled = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      await (held && Promise.race([held.released, cancelled]));
      if (signal.aborted) return err({ code: "print-cancelled" });
      const error = failure;
      failure = undefined;
      if (error) return err(error);
      printed.push(job);
      return ok(undefined);
    },
  };
}
