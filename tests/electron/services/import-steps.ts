import type { RequestOutput } from "../../../shared/contract.ts";
import { IMPORT_PART_BYTES } from "../../../shared/import/import-requests.ts";
import type { ImportColumnChoice, ImportReview } from "../../../shared/import/import-review.ts";
import type { TrainingApp } from "./training-app.ts";

type Asks = Pick<TrainingApp, "granted">;

/** Sends a file in parts, as a window does, and answers the import's id. */
export async function sendImport(app: Asks, content: string | Uint8Array): Promise<string> {
  const bytes = Buffer.from(content);
  const { importId } = await app.granted("begin-import", { bytes: bytes.length });
  for (let from = 0; from < bytes.length; from += IMPORT_PART_BYTES) {
    const part = bytes.subarray(from, from + IMPORT_PART_BYTES).toString("base64");
    await app.granted("send-import-part", { importId, part });
  }
  return importId;
}

/** Sends and checks a file. */
export async function checkImport(
  app: Asks,
  content: string | Uint8Array,
  choices: ImportColumnChoice[] | null = null,
): Promise<ImportReview & { readonly importId: string }> {
  const importId = await sendImport(app, content);
  return { importId, ...(await app.granted("check-import", { importId, choices })) };
}

/** Sends, checks and writes a file. */
export async function importFile(app: Asks, content: string | Uint8Array): Promise<RequestOutput<"confirm-import">> {
  const { importId } = await checkImport(app, content);
  return app.granted("confirm-import", { importId });
}
