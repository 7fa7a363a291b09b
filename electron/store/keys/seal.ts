import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { z } from "zod";
import type { StoreKey } from "../open-store.ts";

/** What deriving a key from a passphrase costs. */
export interface KeyCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** The cost of every new seal: about a quarter of a second. */
export const KEY_COST: KeyCost = { N: 2 ** 17, r: 8, p: 1 };

const MOST_MEMORY = 2 ** 28;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const bytes = (length: number) =>
  z.base64().refine((text) => Buffer.from(text, "base64").length === length, `needs ${length} bytes`);

/** A store's key, sealed under a passphrase or a recovery key. */
export const sealSchema = z.strictObject({
  salt: bytes(SALT_BYTES),
  scrypt: z.strictObject({
    N: z
      .number()
      .int()
      .min(2)
      .max(2 ** 17)
      .refine((count) => Number.isInteger(Math.log2(count)), "is no power of two"),
    r: z.literal(8),
    p: z.literal(1),
  }),
  nonce: bytes(NONCE_BYTES),
  sealedKey: bytes(KEY_BYTES),
  tag: bytes(TAG_BYTES),
});

export type Seal = z.infer<typeof sealSchema>;

/** Seals a store's key under a secret, for one holder alone: the seal does not open under another's name. */
export async function sealKey(key: StoreKey, secret: string, holder: string, cost: KeyCost): Promise<Seal> {
  const salt = randomBytes(SALT_BYTES);
  const { nonce, tag, ciphertext } = encrypt(key, await derive(secret, salt, cost), holder);
  return { salt: salt.toString("base64"), scrypt: { N: cost.N, r: 8, p: 1 }, nonce, sealedKey: ciphertext, tag };
}

/** Opens a seal; undefined when the secret, or the holder, is another. */
export async function openSeal(seal: Seal, secret: string, holder: string): Promise<StoreKey | undefined> {
  const derived = await derive(secret, Buffer.from(seal.salt, "base64"), seal.scrypt);
  return decrypt({ nonce: seal.nonce, tag: seal.tag, ciphertext: seal.sealedKey }, derived, holder);
}

/** What AES-256-GCM makes of some bytes. */
export const encryptedSchema = z.strictObject({
  nonce: bytes(NONCE_BYTES),
  tag: bytes(TAG_BYTES),
  ciphertext: z.base64().min(1),
});

/** Bytes that only their key opens, and only for the purpose they were encrypted for. */
export type Encrypted = z.infer<typeof encryptedSchema>;

/** Encrypts bytes under a key of 32 bytes, for one purpose alone. */
export function encrypt(content: Buffer, key: Buffer, purpose: string): Encrypted {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return {
    nonce: nonce.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
    ciphertext: ciphertext.toString("base64"),
  };
}

/** Decrypts them; undefined when the key, or the purpose, is another, or a bit was changed. */
export function decrypt({ nonce, tag, ciphertext }: Encrypted, key: Buffer, purpose: string): Buffer | undefined {
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(Buffer.from(tag, "base64"));
  const opened = decipher.update(Buffer.from(ciphertext, "base64"));
  try {
    decipher.final();
    return opened;
  } catch {
    return undefined;
  }
}

function derive(secret: string, salt: Buffer, cost: KeyCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize("NFC"), salt, KEY_BYTES, { ...cost, maxmem: MOST_MEMORY }, (error, derived) =>
      error ? reject(error) : resolve(derived),
    );
  });
}
