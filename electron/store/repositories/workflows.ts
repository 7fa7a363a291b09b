import type { Workflow } from "../../../shared/action-plan/workflow.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

const SELECT = `
  SELECT workflow.id, item_id AS itemId, check_date AS checkDate, note, adviser.name AS setBy, set_at AS setAt
  FROM workflow JOIN adviser ON adviser.id = workflow.set_by WHERE done_at IS NULL`;

/** The checks that wait on a plan's items, soonest first. */
export function listWorkflows(reader: Reader, planId: string): Workflow[] {
  return reader.all<Workflow>(
    `${SELECT} AND item_id IN (SELECT id FROM action_item WHERE plan_id = ?) ORDER BY check_date, workflow.id`,
    planId,
  );
}

/** The check that waits on an item. */
export function findWorkflowOfItem(reader: Reader, itemId: string): Workflow | undefined {
  return reader.get<Workflow>(`${SELECT} AND item_id = ?`, itemId);
}

/** A check that waits, with its client. */
export function findWorkflow(reader: Reader, id: string): (Workflow & { readonly clientId: string }) | undefined {
  const workflow = reader.get<Workflow>(`${SELECT} AND workflow.id = ?`, id);
  const client = reader.get<{ clientId: string }>("SELECT client_id AS clientId FROM workflow WHERE id = ?", id);
  return workflow && client && { ...workflow, ...client };
}

/** Sets a check on an item. */
export function insertWorkflow(
  writer: Writer,
  clientId: string,
  workflow: Omit<Workflow, "setBy"> & { readonly adviserId: string },
): void {
  writer.insert("workflow", {
    id: workflow.id,
    client_id: clientId,
    item_id: workflow.itemId,
    check_date: workflow.checkDate,
    note: workflow.note,
    set_at: workflow.setAt,
    set_by: workflow.adviserId,
    done_at: null,
    done_by: null,
    outcome: "",
  });
}

/** Changes a check that waits. */
export function changeWorkflow(writer: Writer, id: string, changes: Pick<Workflow, "checkDate" | "note">): void {
  writer.update("workflow", id, { check_date: changes.checkDate, note: changes.note });
}

/** Marks a check as done with what came of it. */
export function finishWorkflow(writer: Writer, id: string, at: string, adviserId: string, outcome: string): void {
  writer.update("workflow", id, { done_at: at, done_by: adviserId, outcome });
}
