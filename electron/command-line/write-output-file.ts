import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";

/** Writes a file whole or not at all, readable by its owner only; what stood there before stays until then. */
export function writeOutputFile(file: string, bytes: Uint8Array): Result<null, AppError> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`);
  try {
    writeFileSync(temporary, bytes, { mode: 0o600, flag: "wx", flush: true });
    renameSync(temporary, file);
    return ok(null);
  } catch {
    rmSync(temporary, { force: true });
    return err({ code: "file-not-written", file });
  }
}
