import { closeSync, openSync, writeSync } from "node:fs";

/** The size of a page of the store's file. */
export const PAGE = 4_096;

/** Overwrites most of a page, counted from 1. */
export function damagePage(file: string, page: number): void {
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(PAGE - 200, 0x5a), 0, PAGE - 200, (page - 1) * PAGE + 100);
  closeSync(handle);
}
