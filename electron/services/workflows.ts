import type { Workflow } from "../../shared/action-plan/workflow.ts";
import type { RequestInput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { isOpenItemOf } from "../store/repositories/plans.ts";
import {
  changeWorkflow,
  findWorkflow,
  findWorkflowOfItem,
  insertWorkflow,
  finishWorkflow as recordFinish,
} from "../store/repositories/workflows.ts";
import { transaction, type Writer } from "../store/transaction.ts";
import { dropWrittenDraft } from "./record-drafts.ts";
import { auditInInterview, type ServiceContext, tellClientChanged } from "./service-context.ts";
import { writtenText } from "./written-text.ts";

/** Sets a check on an open item, or changes the one that waits (¶65). */
export function setWorkflow(
  context: ServiceContext,
  { clientId, itemId, checkDate, note, savedDraft }: RequestInput<"set-workflow">,
): Result<Workflow, AppError> {
  const limit = context.policy.noteCharacters;
  const written = writtenText(note, { field: "Workflow note", limit, isOptional: true });
  if (!written.ok) return written;
  const audit = auditInInterview(context, "set-workflow", clientId);
  const set = transaction(context.store, audit, (writer): Result<Workflow, AppError> => {
    if (!isOpenItemOf(writer, clientId, itemId)) return err({ code: "item-not-open" });
    const check = { itemId, checkDate, note: written.value };
    writeCheck(context, writer, clientId, check, audit.at);
    const after = findWorkflowOfItem(writer, itemId);
    dropWrittenDraft(context, clientId, savedDraft);
    if (!after) throw new Error("A workflow that was just set is not there");
    return ok(after);
  });
  if (set.ok) tellClientChanged(context, clientId);
  return set;
}

function writeCheck(
  context: ServiceContext,
  writer: Writer,
  clientId: string,
  check: Pick<Workflow, "itemId" | "checkDate" | "note">,
  setAt: string,
): void {
  const before = findWorkflowOfItem(writer, check.itemId);
  if (before) changeWorkflow(writer, before.id, check);
  else insertWorkflow(writer, clientId, { ...check, id: context.newId(), setAt, adviserId: context.adviser.id });
}

/** Marks a check as done with what came of it. */
export function finishWorkflow(
  context: ServiceContext,
  { workflowId, outcome, savedDraft }: RequestInput<"finish-workflow">,
): Result<Record<string, never>, AppError> {
  const written = writtenText(outcome, { field: "What came of it", limit: context.policy.noteCharacters });
  if (!written.ok) return written;
  const found = findWorkflow(context.store, workflowId);
  if (!found) return err({ code: "workflow-not-found" });
  const audit = auditInInterview(context, "finish-workflow", found.clientId);
  const finished = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    if (!findWorkflow(writer, workflowId)) return err({ code: "workflow-not-found" });
    recordFinish(writer, workflowId, audit.at, context.adviser.id, written.value);
    dropWrittenDraft(context, found.clientId, savedDraft);
    return ok({});
  });
  if (finished.ok) tellClientChanged(context, found.clientId);
  return finished;
}
