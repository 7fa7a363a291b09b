import Database from "better-sqlite3";
import type { AppError } from "../../shared/errors.ts";

/** The refusal that a failure of the database means for the adviser; undefined where the failure is a bug of ours. */
export function storeError(thrown: unknown, file: string): AppError | undefined {
  if (!(thrown instanceof Database.SqliteError)) return undefined;
  const { code } = thrown;
  if (code === "SQLITE_FULL") return { code: "store-full" };
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return { code: "store-busy" };
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_PERM")) {
    return { code: "store-read-only" };
  }
  if (code.startsWith("SQLITE_IOERR")) return { code: "store-full" };
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return { code: "store-damaged", file };
  return undefined;
}

/** The refusal that a failure of the disk or of the folder means; undefined where it is none of theirs. */
export function fileError(thrown: unknown): AppError | undefined {
  const code = (thrown as NodeJS.ErrnoException | undefined)?.code;
  if (code === "ENOSPC") return { code: "store-full" };
  return code === "EACCES" || code === "EROFS" || code === "EPERM" || code === "ENOTDIR"
    ? { code: "store-read-only" }
    : undefined;
}
