import { dirname } from "node:path";
import type { NinoRule } from "../../shared/client-record/nino.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import type { CivilDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ImportCounts } from "../../shared/import/import-review.ts";
import type { ImportRow, ImportRules } from "../../shared/import/map-row.ts";
import type { CompliancePeriod } from "../../shared/jets/compliance-requests.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { ErasureReason } from "../../shared/rights/erasure.ts";
import { buildOffice, type OpenOffice, type OpenOptions, openOffice } from "../office.ts";
import { createClock } from "../platform/clock.ts";
import type { Rendered } from "../print/pdf-engine.ts";
import { type Access, openWithPassphrase } from "../services/entry/open-with-passphrase.ts";
import { eraseByNino } from "../services/erase-client.ts";
import { findClients } from "../services/find-clients.ts";
import { foreseeImport, importClients } from "../services/import-clients.ts";
import { openAttachment } from "../services/jets/attachment-desk.ts";
import { complianceForCommandLine } from "../services/jets/compliance.ts";
import { type CommandLinePrint, printForCommandLine } from "../services/print-plan.ts";
import { onScreenElsewhere, type PurgeOutcome, purgeClosedItems } from "../services/purge.ts";
import { type ShownClient, showClient } from "../services/show-client.ts";
import { subjectAccessByNino } from "../services/subject-access.ts";
import { writeArchive } from "../store/backups.ts";
import { checkStore } from "../store/check-store.ts";
import { holdFolder } from "../store/hold-folder.ts";
import { storeError } from "../store/store-errors.ts";

/** The use cases of the command line. */
export interface Services {
  findClients(text: string): Result<RequestOutput<"find-clients">, AppError>;
  showClient(nino: string): Result<ShownClient, AppError>;
  importClients(rows: readonly ImportRow[], options: { readonly dryRun: boolean }): Result<ImportCounts, AppError>;
  printPlan(nino: string, choice: CommandLinePrint): Promise<Result<Rendered, AppError>>;
  subjectAccess(nino: string): Result<RequestOutput<"subject-access">, AppError>;
  openAttachment(attachmentId: string): Result<RequestOutput<"open-attachment">, AppError>;
  eraseClient(nino: string, reason: ErasureReason): Promise<Result<RequestOutput<"erase-client">, AppError>>;
  compliance(
    period: CompliancePeriod,
    choice: { readonly format: "pdf" | "csv"; readonly office: string | undefined },
  ): Promise<Result<RequestOutput<"export-compliance">, AppError>>;
  checkStore(): Result<{ readonly ok: boolean; readonly problems: readonly string[] }, AppError>;
  backUp(file: string): Promise<Result<{ readonly bytes: number }, AppError>>;
  purge(choice: { readonly isConfirmed: boolean }): Result<PurgeOutcome, AppError>;
}

/** A store opened for one command. */
export interface CommandLineOffice {
  readonly services: Services;
  readonly today: CivilDate;
  /** What an import file is read by. */
  readonly importRules: ImportRules;
  close(): Promise<void>;
}

/** Opens the training store beside the application, which may be running; it is not held. */
export function openForCommandLine(options: OpenOptions): Result<CommandLineOffice, AppError> {
  const opened = openOffice(options, () => undefined);
  return opened.ok ? ok(commandLineOffice(opened.value, "training")) : opened;
}

/** Opens an office's store beside the application by the passphrase of an adviser; it is not held. */
export async function openOfficeForCommandLine(
  dataFolder: string,
  access: Access,
): Promise<Result<CommandLineOffice, AppError>> {
  const clock = createClock();
  const opened = await openWithPassphrase(dataFolder, clock, access);
  if (!opened.ok) return opened;
  const { store, adviser } = opened.value;
  return ok(
    commandLineOffice(
      buildOffice({ store, adviser, dataFolder, clock, ninoRule: "real" }, () => undefined),
      "real",
    ),
  );
}

function commandLineOffice(office: OpenOffice, rule: NinoRule): CommandLineOffice {
  const { clock, policy } = office.context;
  const today = clock.today();
  return {
    services: createServices(office),
    today,
    importRules: { rule, today, infoCharacters: policy.infoCharacters },
    close: office.close,
  };
}

function createServices({ context, officeName, printRenderer }: OpenOffice): Services {
  const { store } = context;
  return {
    findClients: (text) => refusing(store.file, () => ok(findClients(context, text))),
    showClient: (nino) => refusing(store.file, () => showClient(context, nino)),
    importClients: (rows, { dryRun }) =>
      refusing(store.file, () => (dryRun ? ok(foreseeImport(context, rows).counts) : importClients(context, rows))),
    async printPlan(nino, choice) {
      try {
        return await printForCommandLine(context, printRenderer, nino, choice);
      } catch (thrown) {
        return refusalFor(thrown, store.file);
      }
    },
    subjectAccess: (nino) => refusing(store.file, () => subjectAccessByNino(context, nino)),
    openAttachment: (attachmentId) => refusing(store.file, () => openAttachment(context, { attachmentId })),
    async eraseClient(nino, reason) {
      try {
        return await eraseByNino(context, nino, reason);
      } catch (thrown) {
        return refusalFor(thrown, store.file);
      }
    },
    async compliance(period, choice) {
      try {
        return await complianceForCommandLine(context, { renderer: printRenderer, officeName }, period, choice);
      } catch (thrown) {
        return refusalFor(thrown, store.file);
      }
    },
    checkStore: () =>
      refusing(store.file, () => {
        const problems = checkStore(store);
        return ok({ ok: problems.length === 0, problems });
      }),
    backUp: (file) => writeArchive({ store, dataFolder: dirname(store.file), now: context.clock.now(), file }),
    purge: ({ isConfirmed }) =>
      refusing(store.file, () => {
        const isOnScreen = isHeldElsewhere(dirname(store.file)) ? onScreenElsewhere(context) : () => false;
        return ok(purgeClosedItems(context, { isConfirmed, isOnScreen }));
      }),
  };
}

/** Tells whether a start of the application works in the folder, which may then have plans on screen. */
function isHeldElsewhere(dataFolder: string): boolean {
  const hold = holdFolder(dataFolder, `the command line, process ${process.pid}`);
  if (hold.ok) hold.value.release();
  return !hold.ok;
}

function refusing<T>(file: string, work: () => Result<T, AppError>): Result<T, AppError> {
  try {
    return work();
  } catch (thrown) {
    return refusalFor(thrown, file);
  }
}

/** Turns a failure of the disk or the file into the refusal it means; a bug goes on as it came. */
function refusalFor(thrown: unknown, file: string): Result<never, AppError> {
  const error = storeError(thrown, file);
  if (!error) throw thrown;
  return err(error);
}
