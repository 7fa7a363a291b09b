import type Database from "better-sqlite3";

/** What SQLite finds wrong with a file's structure; empty where it is sound. */
export function quickCheck(database: Database.Database): string[] {
  const lines = database.pragma("quick_check") as { quick_check: string }[];
  return lines.map((line) => line.quick_check).filter((line) => line !== "ok");
}
