import type { RequestInput, RequestOutput } from "../../../shared/contract.ts";
import type { AppError } from "../../../shared/errors.ts";
import { fileNameProblem, fileSizeProblem, tidyFileName, typeOfName } from "../../../shared/jets/attachment-rules.ts";
import type { Attachment } from "../../../shared/jets/interaction.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { findAttachment, insertAttachment, readAttachmentContent } from "../../store/repositories/jets/attachments.ts";
import { findClientOfInteraction } from "../../store/repositories/jets/interactions.ts";
import { hashContent, recordRead, transaction } from "../../store/transaction.ts";
import { unconfirmedClock } from "../clock-moved-back.ts";
import { auditInInterview, auditOf, type ServiceContext, tellClientChanged } from "../service-context.ts";
import { attachmentTypeOf } from "./attachment-type.ts";
import { interactionRefused } from "./interactions.ts";

/** Where files are attached: each comes in parts, and nothing of it is kept before all of it is there. */
export interface AttachmentDesk {
  begin(input: RequestInput<"begin-attachment">): Result<RequestOutput<"begin-attachment">, AppError>;
  /** Takes the file's next bytes, base64, and answers how many it has. */
  sendPart(input: RequestInput<"send-attachment-part">): Result<RequestOutput<"send-attachment-part">, AppError>;
  finish(input: RequestInput<"finish-attachment">): Result<Attachment, AppError>;
  cancel(input: RequestInput<"cancel-attachment">): Result<Record<string, never>, AppError>;
  /** Gives up what is under way. */
  close(): void;
}

/** A file that is being sent. */
interface Sending {
  readonly interactionId: string;
  readonly name: string;
  readonly bytes: number;
  readonly parts: Uint8Array[];
  received: number;
  timer: NodeJS.Timeout;
}

/** For so long nothing need be heard of a file before what was sent of it is given up. */
const PATIENCE_MILLISECONDS = 60_000;
/** So many files can be on their way, which bounds the memory that they take. */
const MOST_AT_ONCE = 4;

/** Opens the desk at which files are attached. */
export function createAttachmentDesk(context: ServiceContext, patience = PATIENCE_MILLISECONDS): AttachmentDesk {
  const underWay = new Map<string, Sending>();

  function giveUp(id: string): void {
    clearTimeout(underWay.get(id)?.timer);
    underWay.delete(id);
  }

  function waitFor(id: string): NodeJS.Timeout {
    return setTimeout(() => giveUp(id), patience).unref();
  }

  return {
    begin({ interactionId, name: typed, bytes, isClockConfirmed }) {
      const name = tidyFileName(typed);
      const problem = fileNameProblem(name) ?? (typeOfName(name) ? undefined : ({ code: "type-not-kept" } as const));
      const refusal = problem ?? fileSizeProblem(bytes);
      if (refusal) return interactionRefused(refusal);
      if (!findClientOfInteraction(context.store, interactionId)) {
        return interactionRefused({ code: "interaction-not-found" });
      }
      if (underWay.size >= MOST_AT_ONCE) return interactionRefused({ code: "too-many-at-once" });
      const warning = unconfirmedClock(context, context.store, { isClockConfirmed });
      if (warning) return err(warning);
      const sendingId = context.newId();
      underWay.set(sendingId, { interactionId, name, bytes, parts: [], received: 0, timer: waitFor(sendingId) });
      return ok({ sendingId });
    },
    sendPart({ sendingId, part }) {
      const sending = underWay.get(sendingId);
      if (!sending) return interactionRefused({ code: "sending-over" });
      clearTimeout(sending.timer);
      sending.timer = waitFor(sendingId);
      const bytes = Buffer.from(part, "base64");
      sending.received += bytes.length;
      if (sending.received > sending.bytes) {
        giveUp(sendingId);
        return interactionRefused({ code: "file-not-whole" });
      }
      sending.parts.push(bytes);
      return ok({ received: sending.received });
    },
    finish({ sendingId }) {
      const sending = underWay.get(sendingId);
      if (!sending) return interactionRefused({ code: "sending-over" });
      giveUp(sendingId);
      if (sending.received !== sending.bytes) return interactionRefused({ code: "file-not-whole" });
      return attach(context, sending, Buffer.concat(sending.parts));
    },
    cancel({ sendingId }) {
      giveUp(sendingId);
      return ok({});
    },
    close() {
      for (const id of underWay.keys()) giveUp(id);
    },
  };
}

function attach(
  context: ServiceContext,
  { interactionId, name }: Sending,
  content: Uint8Array,
): Result<Attachment, AppError> {
  const is = attachmentTypeOf(name, content);
  if ("reason" in is) return interactionRefused(is.reason);
  const clientId = findClientOfInteraction(context.store, interactionId);
  if (!clientId) return interactionRefused({ code: "interaction-not-found" });
  const audit = auditInInterview(context, "finish-attachment", clientId);
  const id = context.newId();
  const adviserId = context.adviser.id;
  const added = transaction(context.store, audit, (writer): Result<Attachment, AppError> => {
    if (!findClientOfInteraction(writer, interactionId)) return interactionRefused({ code: "interaction-not-found" });
    insertAttachment(writer, { id, interactionId, name, mediaType: is.type, addedAt: audit.at, adviserId }, content);
    const inserted = findAttachment(writer, id);
    if (!inserted) throw new Error("The attachment that was added is not there");
    return ok(inserted.attachment);
  });
  if (added.ok) tellClientChanged(context, clientId);
  return added;
}

/** A file with its content, to be shown inside the application; that it was opened is recorded. */
export function openAttachment(
  context: ServiceContext,
  { attachmentId }: RequestInput<"open-attachment">,
): Result<RequestOutput<"open-attachment">, AppError> {
  const { store } = context;
  const held = findAttachment(store, attachmentId);
  const content = held && readAttachmentContent(store, attachmentId);
  if (!content) return interactionRefused({ code: "attachment-not-found" });
  // A file that is not the one that was attached is not shown as if it were.
  if (hashContent(content) !== held.attachment.contentHash) return err({ code: "store-damaged", file: store.file });
  recordRead(store, auditOf(context, "open-attachment", { clientId: held.clientId }));
  return ok({ attachment: held.attachment, content: Buffer.from(content).toString("base64") });
}
