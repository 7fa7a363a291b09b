import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { app, safeStorage } from "electron";
import { writeFileWhole } from "../platform/atomic-file.ts";
import { createClock } from "../platform/clock.ts";
import { framesOf } from "../platform/error-log.ts";
import type { FailureLog } from "./failures.ts";

const KEY_BYTES = 32;
/** How long a start waits for a vault it could do without. */
const PATIENCE_MILLISECONDS = 5_000;
/** How long it waits for one it needs, while somebody may have to unlock it. */
const PATIENCE_WHEN_SEALED_MILLISECONDS = 60_000;

/** What the vault is asked for. */
export interface VaultTask {
  readonly dataFolder: string;
  /** Whether the office's keys are sealed already, so that only the key that sealed them is of use. */
  readonly isSealed: boolean;
  readonly log: FailureLog;
}

/** A desktop's key as the vault gave it, and as it is to be written where that is not what is kept already. */
interface Answer {
  readonly deviceKey: Buffer;
  readonly encrypted: Buffer | undefined;
  readonly isNew: boolean;
}

/** Why there is no desktop's key, as the error log has it. */
class NoVault extends Error {
  override readonly name = "NoVault";
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * The desktop's own key, which lies in the data folder as `device.key`, encrypted by the operating system's vault for the
 * account that made it; it is made at the first start. Undefined, with the reason in the error log, where there is no
 * vault to trust: the keys then have no second seal.
 */
export async function openVault({ dataFolder, isSealed, log }: VaultTask): Promise<Buffer | undefined> {
  // A checkout's folder is also the browser host's and the command line's, which reach no vault and must read the keys.
  if (!app.isPackaged) return undefined;
  const file = join(dataFolder, "device.key");
  try {
    const patience = isSealed ? PATIENCE_WHEN_SEALED_MILLISECONDS : PATIENCE_MILLISECONDS;
    const answer = await within(patience, askVault(file, isSealed));
    // Written before anything is sealed with it, and not by a vault that answers when nobody waits any more.
    if (answer.encrypted) keep(file, answer.encrypted, answer.isNew);
    return answer.deviceKey;
  } catch (thrown) {
    log(thrown instanceof NoVault ? thrown.code : "vault-failed", framesOf(thrown));
    return undefined;
  }
}

async function askVault(file: string, isSealed: boolean): Promise<Answer> {
  // Electron would encrypt with a password that stands in its source.
  if (process.platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text") {
    throw new NoVault("vault-plain-text");
  }
  if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new NoVault("vault-unavailable");
  if (existsSync(file)) {
    try {
      return await openKept(Buffer.from(readFileSync(file, "utf8"), "base64"));
    } catch (thrown) {
      // Another account's, or damaged: it is of no use to keys that are not sealed.
      if (isSealed) throw thrown;
    }
  } else if (isSealed) throw new NoVault("vault-key-missing");
  const deviceKey = randomBytes(KEY_BYTES);
  return { deviceKey, encrypted: await encrypt(deviceKey), isNew: true };
}

async function openKept(kept: Buffer): Promise<Answer> {
  const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(kept);
  const deviceKey = Buffer.from(result, "base64");
  if (deviceKey.length !== KEY_BYTES) throw new NoVault("vault-key-damaged");
  // What is kept still opens; where it cannot be encrypted anew, the next start tries again.
  const encrypted = shouldReEncrypt ? await encrypt(deviceKey).catch(() => undefined) : undefined;
  return { deviceKey, encrypted, isNew: false };
}

/** Encrypts a key, and makes sure that the vault gives it back. */
async function encrypt(deviceKey: Buffer): Promise<Buffer> {
  const text = deviceKey.toString("base64");
  const encrypted = await safeStorage.encryptStringAsync(text);
  const { result } = await safeStorage.decryptStringAsync(encrypted);
  if (result !== text) throw new NoVault("vault-forgets");
  return encrypted;
}

function keep(file: string, encrypted: Buffer, isNew: boolean): void {
  if (isNew && existsSync(file)) {
    // Keys that an earlier restore put aside may still be sealed under the key that is replaced.
    renameSync(file, file.replace(/\.key$/, `-before-${createClock().now().replace(/[:.]/g, "-")}.key`));
  }
  try {
    writeFileWhole(file, `${encrypted.toString("base64")}\n`);
  } catch (thrown) {
    // The same key, encrypted before, still stands there.
    if (isNew) throw thrown;
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NoVault("vault-slow")), milliseconds);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
