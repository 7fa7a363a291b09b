import type { PlanKind } from "../../../shared/action-plan/action-plan.ts";
import type { Draft, OtherDraft } from "../../../shared/action-plan/draft.ts";
import { draftContentSchema } from "../../../shared/action-plan/draft.ts";
import type { Reader, Store } from "../store.ts";
import { dropUnrecorded, keepUnrecorded } from "../unrecorded.ts";

/** Whose draft it is, and on which plan. */
export interface DraftKey {
  readonly clientId: string;
  readonly kind: PlanKind;
  readonly adviserId: string;
}

/** An adviser's own draft on a plan. */
export function findDraft(reader: Reader, { clientId, kind, adviserId }: DraftKey): Draft | undefined {
  const row = reader.get<Omit<Draft, "content"> & { content: string }>(
    `SELECT content, plan_version AS planVersion, interview_id AS interviewId, kept_at AS keptAt
     FROM draft WHERE client_id = ? AND plan_kind = ? AND adviser_id = ?`,
    clientId,
    kind,
    adviserId,
  );
  return row && { ...row, content: draftContentSchema.parse(JSON.parse(row.content)) };
}

/** What can be told of a draft without its text. */
export interface DraftStamp extends Pick<Draft, "interviewId" | "keptAt"> {
  /** The window that wrote it, and as its how manieth; null where none was named. */
  readonly window: string | null;
  readonly count: number | null;
}

/** When a draft was kept, in which interview and by which window; undefined where there is none. */
export function findDraftStamp(reader: Reader, { clientId, kind, adviserId }: DraftKey): DraftStamp | undefined {
  return reader.get<DraftStamp>(
    `SELECT interview_id AS interviewId, kept_at AS keptAt,
            content ->> '$.writtenIn.window' AS "window", content ->> '$.writtenIn.count' AS "count"
     FROM draft WHERE client_id = ? AND plan_kind = ? AND adviser_id = ?`,
    clientId,
    kind,
    adviserId,
  );
}

/** The drafts of everybody else on a plan: who and when. */
export function listOtherDrafts(reader: Reader, { clientId, kind, adviserId }: DraftKey): OtherDraft[] {
  return reader.all<OtherDraft>(
    `SELECT adviser.name AS adviserName, kept_at AS keptAt FROM draft JOIN adviser ON adviser.id = draft.adviser_id
     WHERE client_id = ? AND plan_kind = ? AND adviser_id <> ? ORDER BY kept_at`,
    clientId,
    kind,
    adviserId,
  );
}

/** Keeps a draft in the place of the same adviser's draft from before. */
export function keepDraft(store: Store, { clientId, kind, adviserId }: DraftKey, draft: Draft): void {
  keepUnrecorded(store, "draft", {
    client_id: clientId,
    plan_kind: kind,
    adviser_id: adviserId,
    plan_version: draft.planVersion,
    interview_id: draft.interviewId,
    content: JSON.stringify(draft.content),
    kept_at: draft.keptAt,
  });
}

/** Takes an adviser's draft away; with an interview, only if it was kept in that one. */
export function dropDraft(store: Store, { clientId, kind, adviserId }: DraftKey, interviewId?: string): void {
  dropUnrecorded(store, "draft", {
    client_id: clientId,
    plan_kind: kind,
    adviser_id: adviserId,
    ...(interviewId === undefined ? {} : { interview_id: interviewId }),
  });
}
