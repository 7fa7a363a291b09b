import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { openStore } from "../../electron/store/open-store.ts";
import type { Store } from "../../electron/store/store.ts";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";
import { addNumberedClients } from "../faults/numbered-caseload.ts";
import { type BareStore, lastAuditLine, openBareStore, statementsOf } from "./bare-store.ts";
import { timed } from "./timing.ts";

/** The day it is while the store is measured. */
export const BENCH_DAY = "2012-04-16";

/** The application over a training store, and beside it an equal copy of that store for the floor. */
export interface BenchStore {
  readonly app: App;
  readonly copy: BareStore;
  /** Writes the rows of everything but the newest line of the audit to the copy, then times those of the newest. */
  timeNewestOnCopy(alongWith?: () => void): Promise<number>;
  close(): void;
}

/** Makes a training store with so many clients without plans besides, and its copy. */
export function openBenchStore(clients: number): BenchStore {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-bench-"));
  const options = { dataFolder, isTraining: true, today: BENCH_DAY };
  const office = openOffice(options, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  addNumberedClients(office.value.context, clients);
  void office.value.close();
  const file = join(dataFolder, "store.db");
  const copyFile = join(dataFolder, "copy.db");
  copyFileSync(file, copyFile);
  const copy = openBareStore(copyFile);
  const opened = openApp(options);
  const beside = openStore(file, TRAINING_KEY);
  if (!opened.ok || !beside.ok) throw new Error("The training store does not open");
  return {
    app: opened.value,
    copy,
    timeNewestOnCopy: timerOnCopy(beside.value, copy),
    close() {
      opened.value.close();
      beside.value.close();
      copy.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function timerOnCopy(beside: Store, copy: BareStore): BenchStore["timeNewestOnCopy"] {
  let copied = lastAuditLine(beside);
  return async (alongWith) => {
    const newest = lastAuditLine(beside);
    for (let line = copied + 1; line < newest; line += 1) copy.write(statementsOf(beside, line));
    copied = newest;
    const statements = statementsOf(beside, newest);
    return timed(() => {
      alongWith?.();
      copy.write(statements);
    });
  };
}
