import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  areKeysSealed,
  type Keys,
  keyFile,
  RECOVERY_HOLDER,
  readKeys,
  sealKeysAtRest,
  writeKeys,
} from "../../../electron/store/keys/key-file.ts";
import { lastGroup, newRecoveryKey, tidyRecoveryKey } from "../../../electron/store/keys/recovery-key.ts";
import { KEY_COST, openSeal, sealKey } from "../../../electron/store/keys/seal.ts";
import { temporaryFolder } from "./temporary-store.ts";

const KEY = Buffer.alloc(32, "k");
const NOW = "2012-04-16T09:00:00.000Z";
const LIGHT = { N: 2 ** 4, r: 8, p: 1 };
const ADA = "0190b2a4-0000-7000-8000-000000000001";

async function someKeys(): Promise<Keys> {
  return {
    version: 1,
    office: { name: "Kelbridge Jobcentre" },
    advisers: [{ id: ADA, name: "Ada Fenwick", seal: await sealKey(KEY, "four words nobody says", ADA, LIGHT) }],
    recovery: await sealKey(KEY, "RECOVERY", RECOVERY_HOLDER, LIGHT),
  };
}

describe("a seal", () => {
  test("made at the real cost opens by its secret and holder, however the secret's accents are composed", async () => {
    const seal = await sealKey(KEY, "caf\u00e9 caf\u00e9 caf\u00e9", ADA, KEY_COST);
    expect(seal.scrypt).toEqual({ N: 131_072, r: 8, p: 1 });
    expect(await openSeal(seal, "cafe\u0301 cafe\u0301 cafe\u0301", ADA)).toEqual(KEY);
  });

  test("opens neither by another secret nor under another holder's name", async () => {
    const seal = await sealKey(KEY, "four words nobody says", ADA, LIGHT);
    expect(await openSeal(seal, "four words nobody says ", ADA)).toBeUndefined();
    expect(await openSeal(seal, "four words nobody says", RECOVERY_HOLDER)).toBeUndefined();
  });

  test("of the same key and secret is never the same twice", async () => {
    const seals = await Promise.all([1, 2].map(() => sealKey(KEY, "four words nobody says", ADA, LIGHT)));
    for (const part of ["salt", "nonce", "sealedKey", "tag"] as const) {
      expect(seals[0]?.[part]).not.toBe(seals[1]?.[part]);
    }
  });
});

describe("the key file", () => {
  test("is read back as it was written, whole, for its owner only, and with nothing of the key in it", async () => {
    const folder = temporaryFolder();
    const keys = await someKeys();
    writeKeys(folder, keys, undefined);
    expect(readKeys(folder, undefined)).toEqual({ ok: true, value: keys });
    expect(readdirSync(folder)).toEqual(["keys.json"]);
    if (process.platform !== "win32") expect(statSync(keyFile(folder)).mode & 0o777).toBe(0o600);
    const text = readFileSync(keyFile(folder), "utf8");
    for (const form of ["base64", "hex", "utf8"] as const) expect(text).not.toContain(KEY.toString(form));
  });

  test("is never written so that nobody could open the store", async () => {
    const folder = temporaryFolder();
    const keys = await someKeys();
    writeKeys(folder, keys, undefined);
    const nobody = { ...keys, advisers: [{ id: ADA, name: "Ada Fenwick", seal: null }] };
    expect(() => writeKeys(folder, nobody, undefined)).toThrow();
    expect(readKeys(folder, undefined)).toEqual({ ok: true, value: keys });
  });

  test("of a later version, or with a cost beyond what a desktop bears, is refused", async () => {
    const folder = temporaryFolder();
    const keys = await someKeys();
    const refused = { ok: false, error: { code: "keys-damaged", file: join(folder, "keys.json") } };
    const scrypt = { N: 2 ** 30, r: 8, p: 1 };
    for (const other of [
      { ...keys, version: 2 },
      { ...keys, recovery: { ...keys.recovery, scrypt } },
    ]) {
      writeFileSync(keyFile(folder), JSON.stringify({ ...other, checksum: "" }));
      expect(readKeys(folder, undefined)).toEqual(refused);
    }
  });
});

describe("the key file of a desktop with a key of its own", () => {
  const DEVICE = Buffer.alloc(32, "d");
  const sealedFile = async () => {
    const folder = temporaryFolder();
    const keys = await someKeys();
    writeKeys(folder, keys, DEVICE);
    return { folder, file: keyFile(folder), keys, text: readFileSync(keyFile(folder), "utf8") };
  };

  test("opens with that key alone, and says nothing of the office", async () => {
    const { folder, file, keys, text } = await sealedFile();
    expect(readKeys(folder, DEVICE)).toEqual({ ok: true, value: keys });
    expect(JSON.parse(text)).toEqual({
      version: 1,
      sealed: { nonce: expect.any(String), tag: expect.any(String), ciphertext: expect.any(String) },
      checksum: expect.any(String),
    });
    for (const part of ["Kelbridge", "Ada", ADA, keys.recovery.sealedKey]) expect(text).not.toContain(part);
    for (const other of [undefined, Buffer.alloc(32, "e")]) {
      expect(readKeys(folder, other)).toEqual({ ok: false, error: { code: "keys-sealed", file } });
    }
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("is sealed anew at each writing", async () => {
    const { folder, file, keys, text } = await sealedFile();
    writeKeys(folder, keys, DEVICE);
    expect(readFileSync(file, "utf8")).not.toBe(text);
  });

  test("that is damaged in any field is told from one that is another desktop's", async () => {
    const { folder, file, text } = await sealedFile();
    const whole = JSON.parse(text);
    const turned = (base64: string) => `${base64.startsWith("A") ? "B" : "A"}${base64.slice(1)}`;
    const damaged = [
      ...(["nonce", "tag", "ciphertext"] as const).map((part) => ({
        ...whole,
        sealed: { ...whole.sealed, [part]: turned(whole.sealed[part]) },
      })),
      { ...whole, version: 2 },
      { ...whole, sealed: null },
      { ...whole, checksum: "" },
      { sealed: whole.sealed },
    ].map((form) => JSON.stringify(form));
    for (const form of [...damaged, text.slice(0, -20), ""]) {
      writeFileSync(file, form);
      for (const key of [DEVICE, undefined]) {
        expect({ form, read: readKeys(folder, key) }).toEqual({
          form,
          read: { ok: false, error: { code: "keys-damaged", file } },
        });
      }
    }
  });

  test("is read unsealed too, and sealed where it lies; once sealed, or damaged, it is left as it is", async () => {
    const folder = temporaryFolder();
    const keys = await someKeys();
    writeKeys(folder, keys, undefined);
    expect(readKeys(folder, DEVICE)).toEqual({ ok: true, value: keys });
    expect(areKeysSealed(folder)).toBe(false);
    sealKeysAtRest(folder, undefined, NOW);
    expect(areKeysSealed(folder)).toBe(false);
    sealKeysAtRest(folder, DEVICE, NOW);
    expect(areKeysSealed(folder)).toBe(true);
    expect(readKeys(folder, DEVICE)).toEqual({ ok: true, value: keys });
    for (const text of [readFileSync(keyFile(folder), "utf8"), "{}"]) {
      writeFileSync(keyFile(folder), text);
      sealKeysAtRest(folder, DEVICE, NOW);
      expect(readFileSync(keyFile(folder), "utf8")).toBe(text);
    }
    expect(readdirSync(folder)).toEqual(["keys.json"]);
  });

  test("that cannot be sealed stays unsealed, and the error log says so without a word of it", async () => {
    const folder = temporaryFolder();
    const keys = await someKeys();
    writeKeys(folder, keys, undefined);
    sealKeysAtRest(folder, Buffer.from("too short"), NOW);
    expect(readKeys(folder, undefined)).toEqual({ ok: true, value: keys });
    const log = readFileSync(join(folder, "errors.log"), "utf8");
    expect(log).toContain('"request":"seal-keys"');
    expect(log).not.toMatch(/Fenwick|Kelbridge|too short/);
  });
});

describe("a recovery key", () => {
  test("is eight groups of five characters that nobody mistakes, each time another", () => {
    const keys = Array.from({ length: 200 }, newRecoveryKey);
    expect(new Set(keys).size).toBe(200);
    for (const key of keys) expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}( [0-9A-HJKMNP-TV-Z]{5}){7}$/);
    expect(new Set(keys.join("").replaceAll(" ", "")).size).toBe(32);
  });

  test("is understood however it is typed", () => {
    expect(tidyRecoveryKey(" o1il0-abcde\u2013fghjk ")).toBe("01110ABCDEFGHJK");
    expect(lastGroup("AAAAA BBBBB CCCC0")).toBe("CCCC0");
  });
});
