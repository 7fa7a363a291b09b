import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ImportRow } from "../../shared/import/map-row.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { PrintRenderer } from "../print/renderer.ts";
import { checkStore } from "../store/check-store.ts";
import { findClientRecord } from "../store/repositories/client-records.ts";
import { findClientId } from "../store/repositories/clients.ts";
import { findPlan } from "../store/repositories/plans.ts";
import { storeError } from "../store/store-errors.ts";
import { recordRead } from "../store/transaction.ts";
import { findClients } from "./find-clients.ts";
import { type ImportCounts, importClients } from "./import-clients.ts";
import { type PrintChoice, printForCommandLine } from "./print-plan.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** The use cases that the command line offers, over one open store. */
export interface CommandLineServices {
  /** The clients matching a text, best first. */
  findClients(text: string): RequestOutput<"find-clients">;
  /** A client record with its plans; that it was read is recorded. */
  showClient(nino: string): Result<{ client: StoredClientRecord; plans: readonly Plan[] }, AppError>;
  /** Writes the rows of an import file, all or none; a dry run writes nothing and counts the same. */
  importClients(rows: readonly ImportRow[], options: { dryRun: boolean }): Result<ImportCounts, AppError>;
  /** Makes the document of a client's plan, which never counts as printed in an interview. */
  printPlan(nino: string, choice: PrintChoice): Promise<Result<{ bytes: Uint8Array; pages: number }, AppError>>;
  /** Checks the store and its audit trail; lists what is wrong. */
  checkStore(): readonly string[];
  /** The refusal that a thrown failure of the store means; undefined where it is a bug of ours. */
  refusalOf(thrown: unknown): AppError | undefined;
}

/** Builds the command line's use cases over an open store. */
export function commandLineServices(context: ServiceContext, renderer: PrintRenderer): CommandLineServices {
  const { store } = context;
  return {
    findClients: (text) => findClients(context, text),
    showClient: (nino) => showClient(context, nino),
    importClients: (rows, options) => importClients(context, rows, options),
    printPlan: (nino, choice) => printForCommandLine(context, renderer, nino, choice),
    checkStore: () => checkStore(store),
    refusalOf: (thrown) => storeError(thrown, store.file),
  };
}

function showClient(
  context: ServiceContext,
  nino: string,
): Result<{ client: StoredClientRecord; plans: readonly Plan[] }, AppError> {
  const clientId = findClientId(context.store, nino);
  const client = clientId === undefined ? undefined : findClientRecord(context.store, clientId);
  if (!client) return err({ code: "nino-not-found", nino });
  recordRead(context.store, auditOf(context, "show-client", { clientId: client.id }));
  const plan = findPlan(context.store, client.id, "lms");
  return ok({ client, plans: plan ? [plan] : [] });
}
