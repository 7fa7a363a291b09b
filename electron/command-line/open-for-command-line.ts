import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { NinoRule } from "../../shared/client-record/nino.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import type { CivilDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ImportRow } from "../../shared/import/map-row.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type OpenOffice, type OpenOptions, openOffice } from "../office.ts";
import type { Pdf } from "../print/pdf-engine.ts";
import { findClients } from "../services/find-clients.ts";
import { type ImportCounts, importClients } from "../services/import-clients.ts";
import { type PrintChoice, printForCommandLine } from "../services/print-plan.ts";
import { showClient } from "../services/show-client.ts";
import { checkStore } from "../store/check-store.ts";
import { storeError } from "../store/store-errors.ts";

/** The use cases of the command line. */
export interface Services {
  findClients(text: string): Result<RequestOutput<"find-clients">, AppError>;
  showClient(nino: string): Result<{ readonly client: StoredClientRecord; readonly plans: readonly Plan[] }, AppError>;
  importClients(rows: readonly ImportRow[], options: { readonly dryRun: boolean }): Result<ImportCounts, AppError>;
  printPlan(nino: string, choice: PrintChoice): Promise<Result<Pdf, AppError>>;
  checkStore(): Result<{ readonly ok: boolean; readonly problems: readonly string[] }, AppError>;
}

/** A store opened for one command. */
export interface CommandLineOffice {
  readonly services: Services;
  readonly today: CivilDate;
  readonly ninoRule: NinoRule;
  close(): Promise<void>;
}

/** Opens the store beside the application, which may be running; it is not held. */
export function openForCommandLine(options: OpenOptions): Result<CommandLineOffice, AppError> {
  const opened = openOffice(options, () => undefined);
  if (!opened.ok) return opened;
  const office = opened.value;
  return ok({
    services: createServices(office),
    today: office.context.clock.today(),
    ninoRule: options.isTraining ? "training" : "real",
    close: office.close,
  });
}

function createServices({ context, printRenderer }: OpenOffice): Services {
  const { store } = context;
  return {
    findClients: (text) => refusing(store.file, () => ok(findClients(context, text))),
    showClient: (nino) => refusing(store.file, () => showClient(context, nino)),
    importClients: (rows, choice) => refusing(store.file, () => importClients(context, rows, choice)),
    async printPlan(nino, choice) {
      try {
        return await printForCommandLine(context, printRenderer, nino, choice);
      } catch (thrown) {
        return refusalFor(thrown, store.file);
      }
    },
    checkStore: () =>
      refusing(store.file, () => {
        const problems = checkStore(store);
        return ok({ ok: problems.length === 0, problems });
      }),
  };
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
