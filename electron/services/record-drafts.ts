import type { SavedDraft } from "../../shared/client-record/record-draft.ts";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findClientVersion } from "../store/repositories/clients.ts";
import {
  dropRecordDraft,
  findRecordDraftStamp,
  listRecordDrafts as listDrafts,
  type RecordDraftKey,
  keepRecordDraft as writeDraft,
} from "../store/repositories/record-drafts.ts";
import type { ServiceContext } from "./service-context.ts";

/** The adviser's own drafts in the windows on a client, or of the client who is not there yet. */
export function listRecordDrafts(
  { store, adviser }: ServiceContext,
  { clientId }: RequestInput<"list-record-drafts">,
): RequestOutput<"list-record-drafts"> {
  return { drafts: listDrafts(store, adviser.id, clientId) };
}

/**
 * Keeps what is typed in a window of the client record and not saved yet, durably, so that no crash loses it. One
 * window never writes over the draft of another that it does not go on with, and a late state never over a newer one.
 */
export function keepRecordDraft(
  context: ServiceContext,
  input: RequestInput<"keep-record-draft">,
): Result<RequestOutput<"keep-record-draft">, AppError> {
  const { store, clock, adviser } = context;
  const { content, follows } = input;
  if (input.adviserId !== adviser.id) return err({ code: "adviser-changed" });
  const key = keyOf(context, input);
  if (!key || (key.clientId !== null && findClientVersion(store, key.clientId) === undefined)) {
    return err({ code: "client-not-found" });
  }
  const before = findRecordDraftStamp(store, key);
  const { window, count } = content.writtenIn;
  if (before && before.window !== window && before.window !== follows) {
    return err({ code: "draft-elsewhere", keptAt: before.keptAt });
  }
  if (before && before.window === window && before.count >= count) return ok({ keptAt: before.keptAt });
  const keptAt = clock.now();
  writeDraft(store, key, { content, keptAt });
  if (!before) context.emit({ event: "work-changed" });
  return ok({ keptAt });
}

/** Takes the adviser's own draft away, as by Don't save; with a window, only if that one wrote it. */
export function discardRecordDraft(
  context: ServiceContext,
  input: RequestInput<"discard-record-draft">,
): Result<Record<string, never>, AppError> {
  const key = keyOf(context, input);
  const before = key && findRecordDraftStamp(context.store, key);
  if (!key || !before || (input.window !== undefined && before.window !== input.window)) return ok({});
  dropRecordDraft(context.store, key);
  context.emit({ event: "work-changed" });
  return ok({});
}

/**
 * Takes the draft away that is being saved, if one of the windows given wrote it; answers whether there was one. Inside a
 * transaction, so that no kill leaves a draft of what is saved.
 */
export function dropSavedRecordDraft(
  { store, adviser }: ServiceContext,
  of: Pick<RecordDraftKey, "clientId" | "form">,
  windows: readonly string[] = [],
): boolean {
  const key = { ...of, adviserId: adviser.id };
  const before = windows.length > 0 ? findRecordDraftStamp(store, key) : undefined;
  if (!before || !windows.includes(before.window)) return false;
  dropRecordDraft(store, key);
  return true;
}

/** The same for a dialog on a client, which says itself which draft it saves; windows hear of it as the client changes. */
export function dropWrittenDraft(context: ServiceContext, clientId: string | null, saved: SavedDraft): void {
  if (clientId !== null && saved) dropSavedRecordDraft(context, { clientId, form: saved.form }, saved.windows);
}

/** Only the window of a new client has no client; undefined where the two do not go together. */
function keyOf(
  { adviser }: ServiceContext,
  { clientId, form }: Pick<RequestInput<"keep-record-draft">, "clientId" | "form">,
): RecordDraftKey | undefined {
  if ((clientId === null) !== (form === "New client")) return undefined;
  return { adviserId: adviser.id, clientId, form };
}
