import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { isSamePart, partOf, type RecordPart } from "../../shared/client-record/record-part.ts";
import { dateOfMoment, formatDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { ask, refreshClient } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import { changedAt, type RecordWindow, WINDOW_NAMES } from "./record-words.ts";
import type { Saving } from "./use-form-editor.ts";

/** What every record window is given. */
export interface RecordWindowProps {
  /** The client as they stood when it opened; the window follows what is saved elsewhere by itself. */
  readonly client: StoredClientRecord;
  readonly onClose: () => void;
}

/** A record window's heading. */
export function recordTitle(window: RecordWindow, client: StoredClientRecord): string {
  return `${WINDOW_NAMES[window]} - ${fullName(client)}`;
}

/** When a window was last changed, in words. */
export function changedWords(client: StoredClientRecord, window: RecordWindow): string {
  const changed = changedAt(client, window);
  return changed ? `Changed ${formatDate(dateOfMoment(changed))}` : "Not changed since the client was added";
}

/** Saves a window's part over the one that is shown, even on a clock that moved back; answers why it was not saved. */
export async function savePart(
  client: StoredClientRecord,
  part: RecordPart,
  saving: Saving,
): Promise<AppError | undefined> {
  const opened = partOf(client, part.window);
  if (isSamePart(part, opened)) return undefined;
  const answer = await ask("amend-record", { clientId: client.id, opened, part, ...saving });
  await refreshClient(client.id);
  if (answer.ok) return undefined;
  if (answer.error.code === "record-changed") announce("The record was saved elsewhere. What you typed is still here.");
  return answer.error;
}
