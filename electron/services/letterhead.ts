import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { type LetterheadReason, letterheadReason, pictureKind } from "../../shared/print/letterhead.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { PrintRenderer } from "../print/renderer.ts";
import { insertSetting, readSetting, removeSetting, updateSetting } from "../store/repositories/settings.ts";
import { recordRead, transaction } from "../store/transaction.ts";
import { trialJob } from "./print-job.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** The office's own letterhead; null where its space stays free for headed paper (¶117). */
export function readLetterhead(context: ServiceContext): RequestOutput<"read-letterhead"> {
  recordRead(context.store, auditOf(context, "read-letterhead"));
  return { image: readSetting(context.store, "letterhead") ?? null };
}

/** A page with the picture at its head, as every print would have it; a picture that cannot be printed is refused. */
export async function previewLetterhead(
  context: ServiceContext,
  renderer: PrintRenderer,
  { image }: RequestInput<"preview-letterhead">,
): Promise<Result<RequestOutput<"preview-letterhead">, AppError>> {
  const reason = image === null ? undefined : reasonAgainst(image);
  if (reason) return err({ code: "letterhead-refused", reason });
  const rendered = await renderer.render(trialJob(context, image ?? undefined));
  if (rendered.ok) return ok({ pdf: Buffer.from(rendered.value.bytes).toString("base64") });
  return image === null ? rendered : err({ code: "letterhead-refused", reason: "unprintable" });
}

/** Why a picture is refused by what is in it, or because it is not of the kind that it says. */
function reasonAgainst(image: string): LetterheadReason | undefined {
  const bytes = Buffer.from(image.slice(image.indexOf(",") + 1), "base64");
  const kind = pictureKind(bytes);
  return kind && !image.startsWith(`data:image/${kind};`) ? "not-a-picture" : letterheadReason(bytes);
}

/** Sets the office's letterhead, or has its space stay free again; a picture that cannot be printed is refused. */
export async function setLetterhead(
  context: ServiceContext,
  renderer: PrintRenderer,
  { image }: RequestInput<"set-letterhead">,
): Promise<Result<Record<string, never>, AppError>> {
  if (image !== null) {
    const tried = await previewLetterhead(context, renderer, { image });
    if (!tried.ok) return tried;
  }
  const recorded = transaction(context.store, auditOf(context, "set-letterhead"), (writer): Result<null, AppError> => {
    const isSet = readSetting(writer, "letterhead") !== undefined;
    if (image === null) {
      if (isSet) removeSetting(writer, "letterhead");
    } else if (isSet) updateSetting(writer, "letterhead", image);
    else insertSetting(writer, "letterhead", image);
    return ok(null);
  });
  return recorded.ok ? ok({}) : recorded;
}
