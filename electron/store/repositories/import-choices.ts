import { createHash } from "node:crypto";
import { z } from "zod";
import { tidyColumnName } from "../../../shared/import/import-columns.ts";
import { type ImportColumnChoice, importColumnChoiceSchema } from "../../../shared/import/import-review.ts";
import type { Reader, Store } from "../store.ts";
import { keepUnrecorded } from "../unrecorded.ts";

/** What an adviser chose for each of the last few header rows, newest first. */
const keptSchema = z.array(z.object({ header: z.string(), choices: z.array(importColumnChoiceSchema) }));

const NAME = "import-columns";
const MOST_KEPT = 20;

/** What an adviser chose for a header row's columns the last time; nothing where such a row was never imported. */
export function readImportChoices(
  reader: Reader,
  adviserId: string,
  header: readonly string[],
): readonly ImportColumnChoice[] {
  const name = nameOf(header);
  return readKept(reader, adviserId).find((kept) => kept.header === name)?.choices ?? [];
}

/** Keeps what an adviser chose for a header row's columns; a row without a choice is forgotten. */
export function keepImportChoices(
  store: Store,
  adviserId: string,
  header: readonly string[],
  choices: readonly ImportColumnChoice[],
): void {
  const name = nameOf(header);
  const before = readKept(store, adviserId);
  const others = before.filter((kept) => kept.header !== name);
  if (choices.length === 0 && others.length === before.length) return;
  const kept = choices.length > 0 ? [{ header: name, choices }, ...others] : others;
  const value = JSON.stringify(kept.slice(0, MOST_KEPT));
  keepUnrecorded(store, "preference", { adviser_id: adviserId, name: NAME, value });
}

function readKept(reader: Reader, adviserId: string): z.infer<typeof keptSchema> {
  const row = reader.get<{ value: string }>(
    "SELECT value FROM preference WHERE adviser_id = ? AND name = ?",
    adviserId,
    NAME,
  );
  const read = keptSchema.safeParse(row ? JSON.parse(row.value) : []);
  return read.success ? read.data : [];
}

function nameOf(header: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(header.map(tidyColumnName)))
    .digest("hex");
}
