import {
  type RecordDraft,
  type RecordDraftContent,
  type RecordDraftForm,
  recordDraftContentSchema,
} from "../../../shared/client-record/record-draft.ts";
import type { Reader, Store } from "../store.ts";
import { dropUnrecorded, keepUnrecorded } from "../unrecorded.ts";

/** Whose draft it is, and of which window on whom; of nobody where the client is not there yet. */
export interface RecordDraftKey {
  readonly adviserId: string;
  readonly clientId: string | null;
  readonly form: RecordDraftForm;
}

/** An adviser's own drafts in the windows on a client, oldest first. */
export function listRecordDrafts(reader: Reader, adviserId: string, clientId: string | null): RecordDraft[] {
  return reader
    .all<Omit<RecordDraft, "content"> & { readonly content: string }>(
      `SELECT form, content, kept_at AS keptAt FROM record_draft
       WHERE adviser_id = ? AND client_id IS ? ORDER BY kept_at, form`,
      adviserId,
      clientId,
    )
    .map((row) => ({ ...row, content: recordDraftContentSchema.parse(JSON.parse(row.content)) }));
}

/** Which window wrote a draft, as its how manieth, and when. */
export type RecordDraftStamp = RecordDraftContent["writtenIn"] & Pick<RecordDraft, "keptAt">;

/** What can be told of a draft without its text; undefined where there is none. */
export function findRecordDraftStamp(
  reader: Reader,
  { adviserId, clientId, form }: RecordDraftKey,
): RecordDraftStamp | undefined {
  return reader.get<RecordDraftStamp>(
    `SELECT content ->> '$.writtenIn.window' AS "window", content ->> '$.writtenIn.count' AS "count", kept_at AS keptAt
     FROM record_draft WHERE adviser_id = ? AND form = ? AND client_id IS ?`,
    adviserId,
    form,
    clientId,
  );
}

/** Keeps a draft in the place of the same adviser's draft from before. */
export function keepRecordDraft(
  store: Store,
  { adviserId, clientId, form }: RecordDraftKey,
  { content, keptAt }: Omit<RecordDraft, "form">,
): void {
  keepUnrecorded(store, "record_draft", {
    adviser_id: adviserId,
    client_id: clientId,
    form,
    content: JSON.stringify(content),
    kept_at: keptAt,
  });
}

/** Takes an adviser's draft away. */
export function dropRecordDraft(store: Store, { adviserId, clientId, form }: RecordDraftKey): void {
  dropUnrecorded(store, "record_draft", { adviser_id: adviserId, client_id: clientId, form });
}
