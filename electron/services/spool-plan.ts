import type { z } from "zod";
import type { Plan, PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { RequestInput, RequestName, RequestOutput, Requests } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { PrintChoice } from "../../shared/print/print-options.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Attended, PrintRenderer } from "../print/renderer.ts";
import type { Spooler } from "../print/spoolers/spooler.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import { insertPrint, listGivenCopies } from "../store/repositories/prints.ts";
import { recordRead, transaction } from "../store/transaction.ts";
import { printJob } from "./print-job.ts";
import { findPrintable } from "./print-plan.ts";
import type { PrintsUnderWay } from "./prints-under-way.ts";
import { auditInInterview, auditOf, type ServiceContext } from "./service-context.ts";

/** A request whose payload has been checked. */
type Asked<Name extends RequestName> = z.output<Requests[Name]["input"]>;

/** Where plans are looked at before they are printed, printed on paper, and taken back. */
export interface PrintDesk {
  /** This computer's printers, the default one first. */
  listPrinters(): Promise<Result<RequestOutput<"list-printers">, AppError>>;
  /** The pages that the same choices print. */
  preview(input: Asked<"preview-print">): Promise<Result<RequestOutput<"preview-print">, AppError>>;
  /** Prints a plan's saved version; once the operating system has taken it, it counts as printed. */
  print(input: Asked<"print-plan">): Promise<Result<RequestOutput<"print-plan">, AppError>>;
}

/** A document that was made of a plan's saved version. */
interface MadeDocument {
  readonly printId: string;
  readonly planId: string;
  readonly planVersion: number;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Which plan of which client is printed. */
interface PlanOf {
  readonly clientId: string;
  readonly kind: PlanKind;
}

/** The document that was looked at last, and what it was made for. */
interface Preview {
  readonly key: string;
  readonly madeAt: string;
  readonly document: MadeDocument;
}

/** What a desk prints with. */
export interface PrintMeans {
  readonly printRenderer: PrintRenderer;
  readonly printsUnderWay: PrintsUnderWay;
  readonly spooler: Spooler;
}

/** A desk over one renderer and this computer's printers. */
export function createPrintDesk(
  context: ServiceContext,
  { printRenderer, printsUnderWay, spooler }: PrintMeans,
): PrintDesk {
  let preview: Preview | undefined;

  async function make(
    { clientId, kind }: PlanOf,
    choice: PrintChoice,
    signal?: AbortSignal,
  ): Promise<Result<Preview, AppError>> {
    const found = findPrintable(context, clientId, kind);
    if (!found.ok) return found;
    const { client, plan } = found.value;
    const key = keyOf(plan, choice);
    const madeAt = context.clock.now();
    if (preview?.key === key && isFresh(preview, madeAt)) return ok(preview);
    const printId = context.newId();
    const rendered = await printRenderer.render(
      printJob(context, client, plan, { ...choice, format: "pdf" }, printId),
      attendedBy(signal),
    );
    if (!rendered.ok) return rendered;
    const { bytes, pages } = rendered.value;
    if (pages === null) return err({ code: "print-failed" });
    return ok({ key, madeAt, document: { printId, planId: plan.id, planVersion: plan.version, bytes, pages } });
  }

  async function printMade(
    { clientId, kind, copies, printer, tray, ...choice }: Asked<"print-plan">,
    signal: AbortSignal,
  ): Promise<Result<RequestOutput<"print-plan">, AppError>> {
    const made = await make({ clientId, kind }, choice, signal);
    if (!made.ok) return made;
    if (signal.aborted) return err({ code: "print-cancelled" });
    // Two sheets of paper with one code could not be told apart.
    preview = undefined;
    const { document } = made.value;
    const spooled = await spooler.spool({ bytes: document.bytes, printer, tray, copies, signal });
    if (!spooled.ok) return spooled;
    return recordSpooled(context, clientId, document, choice, { printer, copies });
  }

  return {
    async listPrinters() {
      const listed = await spooler.list();
      return listed.ok ? ok({ printers: [...listed.value] }) : listed;
    },
    async preview({ clientId, kind, ...choice }) {
      const made = await make({ clientId, kind }, choice);
      if (!made.ok) return made;
      preview = made.value;
      recordRead(context.store, auditOf(context, "preview-print", { clientId }));
      const { bytes, pages } = made.value.document;
      return ok({ pages, pdf: Buffer.from(bytes).toString("base64") });
    },
    async print(input) {
      const { signal, end } = printsUnderWay.begin(input.clientId, input.kind);
      try {
        return await printMade(input, signal);
      } finally {
        end();
      }
    },
  };
}

/** What was given to the customer, newest first. */
export function listCopies(
  context: ServiceContext,
  { clientId, kind = "lms" }: RequestInput<"list-copies">,
): Result<RequestOutput<"list-copies">, AppError> {
  const { store } = context;
  if (findClientSummaries(store, [clientId]).length === 0) return err({ code: "client-not-found" });
  recordRead(store, auditOf(context, "list-copies", { clientId }));
  return ok({ copies: listGivenCopies(store, clientId, kind) });
}

/** It counts for the version that it was made of, whatever was saved while the printer took it. */
function recordSpooled(
  context: ServiceContext,
  clientId: string,
  { printId, planId, planVersion, pages }: MadeDocument,
  choice: PrintChoice,
  { printer, copies }: { readonly printer: string; readonly copies: number },
): Result<RequestOutput<"print-plan">, AppError> {
  const audit = auditInInterview(context, "print-plan", clientId);
  const { at, interviewId } = audit;
  const recorded = transaction(context.store, audit, (writer): Result<undefined, AppError> => {
    const made = { id: printId, planId, planVersion, interviewId, pages, ...choice, hasPassword: false };
    const adviserId = context.adviser.id;
    insertPrint(writer, { ...made, format: "pdf", adviserId, madeAt: at, spooled: { at, printer, copies } });
    return ok(undefined);
  });
  if (!recorded.ok) return recorded;
  context.emit({ event: "plan-changed", clientId, version: planVersion });
  return ok({ printId, pages });
}

function attendedBy(signal: AbortSignal | undefined): Attended {
  return signal ? { signal } : {};
}

function keyOf({ id, version }: Pick<Plan, "id" | "version">, choice: PrintChoice): string {
  const choices = Object.entries(choice).sort(([first], [second]) => first.localeCompare(second));
  return JSON.stringify([id, version, choices]);
}

/** The time printed at the foot may lag behind the paper by no more than it shows. */
function isFresh({ madeAt }: Preview, now: string): boolean {
  return Math.abs(Date.parse(now) - Date.parse(madeAt)) < FRESH_MS;
}

const FRESH_MS = 60_000;
