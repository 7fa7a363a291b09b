import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { PrintRenderer } from "../print/renderer.ts";
import { insertSetting, readSetting, removeSetting, updateSetting } from "../store/repositories/settings.ts";
import { recordRead, transaction } from "../store/transaction.ts";
import { trialJob } from "./print-job.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** How the bytes of every PNG and every JPEG begin, in base64. */
const PICTURE_BEGINS = /^data:image\/(png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/)/;

/** The office's own letterhead; null where its space stays free for headed paper (¶117). */
export function readLetterhead(context: ServiceContext): RequestOutput<"read-letterhead"> {
  recordRead(context.store, auditOf(context, "read-letterhead"));
  return { image: readSetting(context.store, "letterhead") ?? null };
}

/** Sets the office's letterhead, or has its space stay free again; a picture that cannot be printed is refused. */
export async function setLetterhead(
  context: ServiceContext,
  renderer: PrintRenderer,
  { image }: RequestInput<"set-letterhead">,
): Promise<Result<Record<string, never>, AppError>> {
  if (image !== null) {
    if (!PICTURE_BEGINS.test(image)) return err({ code: "letterhead-refused" });
    const tried = await renderer.render(trialJob(context, image));
    if (!tried.ok) return err({ code: "letterhead-refused" });
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
