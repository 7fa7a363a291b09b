import { hash } from "node:crypto";
import { z } from "zod";
import { err, ok, type Result } from "../../../shared/result.ts";
import { decrypt, type Encrypted, encrypt, encryptedSchema } from "./seal.ts";

/** A desktop's own key, 32 bytes, which its operating system keeps for the account that made it. */
export type DeviceKey = Buffer;

const PURPOSE = "keys.json";

const envelopeSchema = z.strictObject({ version: z.literal(1), sealed: encryptedSchema, checksum: z.string() });

/** Why a text that is sealed for a desktop cannot be read: the key is missing or another's, or the text is damaged. */
export type DeviceSealRefusal = "sealed" | "damaged";

/** Seals a text under a desktop's key. */
export function sealForDevice(text: string, deviceKey: DeviceKey): string {
  const sealed = encrypt(Buffer.from(text), deviceKey, PURPOSE);
  return `${JSON.stringify({ version: 1, sealed, checksum: checksumOf(sealed) }, null, 2)}\n`;
}

/** Takes the desktop's seal off a text; one that has none is given back as it is, whatever it holds. */
export function openForDevice(text: string, deviceKey: DeviceKey | undefined): Result<string, DeviceSealRefusal> {
  if (!isSealedForDevice(text)) return ok(text);
  const { data } = envelopeSchema.safeParse(parse(text));
  // A damaged seal would look like another desktop's for ever; the checksum tells them apart.
  if (!data || data.checksum !== checksumOf(data.sealed)) return err("damaged");
  const opened = deviceKey && decrypt(data.sealed, deviceKey, PURPOSE);
  return opened ? ok(opened.toString()) : err("sealed");
}

/** Tells whether a text has a desktop's seal, be it whole or damaged. */
export function isSealedForDevice(text: string): boolean {
  const parsed = parse(text);
  return typeof parsed === "object" && parsed !== null && "sealed" in parsed;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checksumOf(sealed: Encrypted): string {
  return hash("sha256", JSON.stringify(sealed), "hex");
}
