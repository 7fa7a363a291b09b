import { hash, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { AppError } from "../../../shared/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { writeFileWhole } from "../../platform/atomic-file.ts";
import { framesOf, logError } from "../../platform/error-log.ts";
import { type DeviceKey, isSealedForDevice, openForDevice, sealForDevice } from "./device-seal.ts";
import { sealSchema } from "./seal.ts";

/** The holder under whose name the recovery key's seal is made; no adviser has it, since their ids are UUIDs. */
export const RECOVERY_HOLDER = "recovery-key";

const adviserKeySchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(200),
  /** Null once the adviser has retired. */
  seal: sealSchema.nullable(),
});

const contentSchema = z.strictObject({
  version: z.literal(1),
  office: z.strictObject({ name: z.string().min(1).max(200) }),
  advisers: z
    .array(adviserKeySchema)
    .refine((advisers) => new Set(advisers.map(({ id }) => id)).size === advisers.length, "has an adviser twice")
    .refine((advisers) => advisers.some(({ seal }) => seal !== null), "has no adviser who can open it"),
  recovery: sealSchema,
});

/** Who can open a store, and by which seal. */
export type Keys = z.infer<typeof contentSchema>;
/** One adviser's part of it. */
export type AdviserKey = z.infer<typeof adviserKeySchema>;

const fileSchema = contentSchema.extend({ checksum: z.string() });

/** Where a data folder's keys lie. */
export function keyFile(dataFolder: string): string {
  return join(dataFolder, "keys.json");
}

/** Where a data folder's store lies. */
export function storeFile(dataFolder: string): string {
  return join(dataFolder, "store.db");
}

/** Tells whether a data folder has its keys. */
export function hasKeys(dataFolder: string): boolean {
  return existsSync(keyFile(dataFolder));
}

/** Tells whether a data folder's keys are sealed for a desktop. */
export function areKeysSealed(dataFolder: string): boolean {
  const text = textOf(keyFile(dataFolder));
  return text !== undefined && isSealedForDevice(text);
}

/**
 * Reads the keys, sealed for this desktop or not; a file that is missing, damaged anywhere, or sealed for another is
 * refused and left as it is.
 */
export function readKeys(dataFolder: string, deviceKey: DeviceKey | undefined): Result<Keys, AppError> {
  const file = keyFile(dataFolder);
  if (!existsSync(file)) return err({ code: "keys-missing", file });
  const opened = openForDevice(textOf(file) ?? "", deviceKey);
  if (!opened.ok) return err({ code: opened.error === "sealed" ? "keys-sealed" : "keys-damaged", file });
  const parsed = fileSchema.safeParse(parse(opened.value));
  if (!parsed.success) return err({ code: "keys-damaged", file });
  const { checksum, ...keys } = parsed.data;
  // A seal that was damaged would look like a wrong passphrase for ever; the checksum tells them apart.
  return checksum === checksumOf(keys) ? ok(keys) : err({ code: "keys-damaged", file });
}

/** Writes the keys whole or not at all, sealed for this desktop where it has a key. */
export function writeKeys(dataFolder: string, keys: Keys, deviceKey: DeviceKey | undefined): void {
  const content = contentSchema.parse(keys);
  const text = `${JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 2)}\n`;
  writeFileWhole(keyFile(dataFolder), deviceKey ? sealForDevice(text, deviceKey) : text);
}

/** Seals keys that lie unsealed, as a backup brings them; a failure is logged, and the keys stay as they are. */
export function sealKeysAtRest(dataFolder: string, deviceKey: DeviceKey | undefined, now: string): void {
  if (!deviceKey || areKeysSealed(dataFolder)) return;
  try {
    const keys = readKeys(dataFolder, deviceKey);
    if (keys.ok) writeKeys(dataFolder, keys.value, deviceKey);
  } catch (thrown) {
    const errorId = randomUUID().slice(-8);
    logError(dataFolder, { at: now, request: "seal-keys", code: "file-not-written", errorId, stack: framesOf(thrown) });
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Over the keys as the schema orders them, so that the order in which they were written does not matter. */
function checksumOf(keys: Keys): string {
  return hash("sha256", JSON.stringify(contentSchema.parse(keys)), "hex");
}
