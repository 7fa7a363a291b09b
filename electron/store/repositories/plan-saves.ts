import type { PlanKind } from "../../../shared/action-plan/action-plan.ts";
import type { SaveContent } from "../../../shared/interview/interview-rules.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** One save of a plan: what it carried, and in which interview. */
export interface PlanSave extends SaveContent {
  readonly planId: string;
  readonly planVersion: number;
  readonly savedAt: string;
}

/** Adds the record of a save. */
export function insertPlanSave(
  writer: Writer,
  save: PlanSave & { readonly id: string; readonly interviewId: string | null },
): void {
  writer.insert("plan_save", {
    id: save.id,
    plan_id: save.planId,
    plan_version: save.planVersion,
    interview_id: save.interviewId,
    saved_at: save.savedAt,
    items_added: save.itemsAdded,
    items_changed: save.itemsChanged,
    closures: save.closures,
    reviews_added: save.reviewsAdded,
    reviews_changed: save.reviewsChanged,
    reviews_deleted: save.reviewsDeleted,
    texts_changed: save.textsChanged,
  });
}

/** The saves of the client's LMS plan that carried an interview, oldest first. */
export function listSavesOfInterview(reader: Reader, interviewId: string): PlanSave[] {
  return reader.all<PlanSave>(
    `SELECT plan_id AS planId, plan_version AS planVersion, plan_save.saved_at AS savedAt, items_added AS itemsAdded,
            items_changed AS itemsChanged, closures, reviews_added AS reviewsAdded,
            reviews_changed AS reviewsChanged, reviews_deleted AS reviewsDeleted, texts_changed AS textsChanged
     FROM plan_save JOIN plan ON plan.id = plan_save.plan_id
     WHERE plan_save.interview_id = ? AND plan.kind = 'lms' ORDER BY plan_version`,
    interviewId,
  );
}

/** The moment of the first save of a client's plan of a kind; undefined where there is none. */
export function firstSaveOf(reader: Reader, clientId: string, kind: PlanKind): string | undefined {
  const row = reader.get<{ savedAt: string | null }>(
    `SELECT MIN(plan_save.saved_at) AS savedAt FROM plan JOIN plan_save ON plan_save.plan_id = plan.id
     WHERE plan.client_id = ? AND plan.kind = ?`,
    clientId,
    kind,
  );
  return row?.savedAt ?? undefined;
}
