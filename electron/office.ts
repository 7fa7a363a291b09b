import { rmSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { z } from "zod";
import type { AppEvent } from "../shared/contract.ts";
import type { CivilDate } from "../shared/dates.ts";
import type { AppError } from "../shared/errors.ts";
import { interviewKindSchema } from "../shared/interview/interview.ts";
import { policyFileSchema } from "../shared/policy.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { createClock } from "./platform/clock.ts";
import { framesOf, logError } from "./platform/error-log.ts";
import { readResourceJson } from "./platform/resource-files.ts";
import { createPrintRenderer, type PrintRenderer } from "./print/renderer.ts";
import { createPlanReader } from "./services/plan-reader.ts";
import type { ServiceContext } from "./services/service-context.ts";
import { seedTraining } from "./services/training/seed-training.ts";
import { openStore } from "./store/open-store.ts";
import { listAdvisers } from "./store/repositories/advisers.ts";
import { readSetting } from "./store/repositories/settings.ts";
import type { Store } from "./store/store.ts";
import { storeError } from "./store/store-errors.ts";
import { TRAINING_KEY } from "./store/training-key.ts";

/** Where the store lives and what kind it is. */
export interface OpenOptions {
  readonly dataFolder: string;
  readonly isTraining: boolean;
  /** The day it is, in the training store only. */
  readonly today?: CivilDate | undefined;
  /** Makes the training caseload anew. */
  readonly reset?: boolean;
}

/** The services over one open store, as the command line uses them. */
export interface OpenOffice {
  readonly context: ServiceContext;
  readonly printRenderer: PrintRenderer;
  readonly officeName: string;
  close(): Promise<void>;
}

/** Opens the store and builds the services over it, making the training store where it is missing. */
export function openOffice(options: OpenOptions, emit: (event: AppEvent) => void): Result<OpenOffice, AppError> {
  const file = storeFile(options.dataFolder);
  const clock = createClock(options.today);
  const opened = openStore(file, TRAINING_KEY, { isNew: options.isTraining });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const adviser = firstAdviser(store) ?? seeded(store, clock.today(), clock.now());
    const printRenderer = createPrintRenderer({
      onFailure: (error) =>
        logError(options.dataFolder, {
          at: clock.now(),
          request: "make-print",
          code: "print-failed",
          errorId: v7().slice(-8),
          stack: framesOf(error),
        }),
    });
    const context: ServiceContext = {
      store,
      plans: createPlanReader(),
      clock,
      policy: policyFileSchema.parse(readResourceJson("policy.json")),
      interviewKinds: z.array(interviewKindSchema).parse(readResourceJson("interview-kinds.json")),
      adviser,
      newId: () => v7(),
      emit,
    };
    return ok({
      context,
      printRenderer,
      officeName: readSetting(store, "office-name") ?? "",
      async close() {
        store.close();
        await printRenderer.close();
      },
    });
  } catch (thrown) {
    store.close();
    const refusal = storeError(thrown, file);
    if (!refusal) throw thrown;
    return err(refusal);
  }
}

function firstAdviser(store: Store) {
  return listAdvisers(store)[0];
}

function seeded(store: Store, today: CivilDate, now: string) {
  seedTraining(store, { today, now, newId: () => v7() });
  const adviser = firstAdviser(store);
  if (!adviser) throw new Error("The training caseload has no adviser");
  return adviser;
}

function storeFile(dataFolder: string): string {
  return join(dataFolder, "store.db");
}

/** Takes the store's files away, so that the next opening makes them anew. */
export function removeStore(dataFolder: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${storeFile(dataFolder)}${ending}`, { force: true });
}
