import { rmSync } from "node:fs";
import { v7 } from "uuid";
import { z } from "zod";
import type { NinoRule } from "../shared/client-record/nino.ts";
import type { AppEvent, Session } from "../shared/contract.ts";
import type { CivilDate } from "../shared/dates.ts";
import { officePlansSchema } from "../shared/entry/entry-requests.ts";
import type { AppError } from "../shared/errors.ts";
import { interviewKindSchema } from "../shared/interview/interview.ts";
import type { ContractTerms } from "../shared/jets/contract-terms.ts";
import { type Policy, policyFileSchema } from "../shared/policy.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { bankHolidaysOf } from "./platform/bank-holidays.ts";
import { type Clock, createClock } from "./platform/clock.ts";
import { framesOf, logError } from "./platform/error-log.ts";
import { readResourceJson } from "./platform/resource-files.ts";
import { createPrintRenderer, type PrintRenderer } from "./print/renderer.ts";
import { createSpooler } from "./print/spoolers/create-spooler.ts";
import type { Spooler } from "./print/spoolers/spooler.ts";
import { readContracts } from "./services/contracts.ts";
import { createImportDesk, type ImportDesk } from "./services/import-desk.ts";
import { type AttachmentDesk, createAttachmentDesk } from "./services/jets/attachment-desk.ts";
import { createPlanReader } from "./services/plan-reader.ts";
import { createPrintsUnderWay, type PrintsUnderWay } from "./services/prints-under-way.ts";
import type { ServiceContext } from "./services/service-context.ts";
import { ownWords } from "./services/spelling.ts";
import { createPrintDesk, type PrintDesk } from "./services/spool-plan.ts";
import { seedTraining } from "./services/training/seed-training.ts";
import { createSpelling, type Spelling } from "./spelling/spelling.ts";
import type { DeviceKey } from "./store/keys/device-seal.ts";
import { storeFile } from "./store/keys/key-file.ts";
import type { KeyCost } from "./store/keys/seal.ts";
import { openStore } from "./store/open-store.ts";
import { type Adviser, listAdvisers } from "./store/repositories/advisers.ts";
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
  /** Where the training store lies that is opened instead of setting up the office; a folder in the data folder. */
  readonly trainingFolder?: string | undefined;
  /** The machine's clock, unless a test turns one of its own. An office's store alone goes by it. */
  readonly clock?: Clock;
  /** The desktop's own key, under which an office's keys are sealed a second time; undefined where they are not. */
  readonly deviceKey?: DeviceKey | undefined;
  /** What new passphrases cost to try; less in tests alone. */
  readonly keyCost?: KeyCost;
  /** The way to this computer's printers, unless a test has printers of its own. */
  readonly spooler?: Spooler | undefined;
}

/** The services over one open store, as the application and the command line use them. */
export interface OpenOffice {
  readonly context: ServiceContext;
  readonly printRenderer: PrintRenderer;
  readonly printsUnderWay: PrintsUnderWay;
  readonly printDesk: PrintDesk;
  readonly spelling: Spelling;
  readonly imports: ImportDesk;
  readonly attachments: AttachmentDesk;
  readonly officeName: string;
  /** The kinds of plan that the office makes. */
  readonly plans: Session["office"]["plans"];
  close(): Promise<void>;
}

/** What the services are built over. */
export interface OfficeParts {
  readonly store: Store;
  readonly adviser: Adviser;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly ninoRule: NinoRule;
  readonly spooler?: Spooler | undefined;
  /** The contracts that participants can be under, unless a test has some of its own. */
  readonly contracts?: readonly ContractTerms[] | undefined;
}

/** Opens the training store, makes it where it is missing, and builds the services over it. */
export function openOffice(options: OpenOptions, emit: (event: AppEvent) => void): Result<OpenOffice, AppError> {
  // An office's store opens only at its door, with a passphrase.
  if (!options.isTraining) return err({ code: "signed-out" });
  const { dataFolder } = options;
  const file = storeFile(dataFolder);
  const clock = createClock(options.today);
  const opened = openStore(file, TRAINING_KEY, { isNew: true });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const adviser = firstAdviser(store) ?? seeded(store, clock.today(), clock.now());
    return ok(buildOffice({ store, adviser, dataFolder, clock, ninoRule: "training", spooler: options.spooler }, emit));
  } catch (thrown) {
    store.close();
    const refusal = storeError(thrown, file);
    if (!refusal) throw thrown;
    return err(refusal);
  }
}

/** Builds the services over a store that is open; closing them closes it. */
export function buildOffice(parts: OfficeParts, emit: (event: AppEvent) => void): OpenOffice {
  const { store, adviser, dataFolder, clock, ninoRule } = parts;
  const logFailure = (request: string, code: AppError["code"]) => (error: Error) =>
    logError(dataFolder, { at: clock.now(), request, code, errorId: v7().slice(-8), stack: framesOf(error) });
  const printRenderer = createPrintRenderer({ onFailure: logFailure("make-print", "print-failed") });
  const spelling = createSpelling({
    ownWords: () => ownWords(store),
    onFailure: logFailure("check-spelling", "spelling-unavailable"),
  });
  const context: ServiceContext = {
    store,
    plans: createPlanReader(),
    clock,
    policy: readPolicy(),
    interviewKinds: z.array(interviewKindSchema).parse(readResourceJson("interview-kinds.json")),
    contracts: parts.contracts ?? readContracts(),
    adviser,
    ninoRule,
    newId: () => v7(),
    emit,
  };
  const imports = createImportDesk(context);
  const attachments = createAttachmentDesk(context);
  const printsUnderWay = createPrintsUnderWay();
  const { spooler = createSpooler(dataFolder) } = parts;
  return {
    context,
    printRenderer,
    printsUnderWay,
    printDesk: createPrintDesk(context, { printRenderer, printsUnderWay, spooler }),
    spelling,
    imports,
    attachments,
    officeName: readSetting(store, "office-name") ?? "",
    plans: officePlansSchema.catch("both").parse(readSetting(store, "office-plans")),
    async close() {
      attachments.close();
      store.close();
      await Promise.all([printRenderer.close(), spelling.close(), imports.close()]);
    },
  };
}

/** The limits in force. */
export function readPolicy(): Policy {
  return policyFileSchema.parse(readResourceJson("policy.json"));
}

function firstAdviser(store: Store) {
  return listAdvisers(store)[0];
}

function seeded(store: Store, today: CivilDate, now: string) {
  const holidays = new Set(bankHolidaysOf("SCT").map(({ date }) => date));
  seedTraining(store, { today, now, newId: () => v7(), holidays });
  const adviser = firstAdviser(store);
  if (!adviser) throw new Error("The training caseload has no adviser");
  return adviser;
}

/** Takes the store's files away, so that the next opening makes them anew. */
export function removeStore(dataFolder: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${storeFile(dataFolder)}${ending}`, { force: true });
}
