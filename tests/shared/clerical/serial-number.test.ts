import { assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { readSerialNumber, serialNumber, serialPrefix } from "../../../shared/clerical/serial-number.ts";

const CHARACTERS = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const anySerial = record({ number: integer({ min: 0, max: 9_999 }), sequence: integer({ min: 1, max: 99_999_999 }) })
  .map(({ number, sequence }) => serialNumber(serialPrefix(number), sequence) ?? "")
  .filter((serial) => serial !== "");

describe("a form's serial number", () => {
  test("is read back as it was issued, whatever its case, spaces and dashes", () => {
    assert(
      property(anySerial, (serial) => {
        expect(readSerialNumber(serial)).toBe(serial);
        expect(readSerialNumber(` ${serial.replace("-", "\u2013").toLowerCase()} `)).toBe(serial);
        expect(readSerialNumber(serial.replace("-", ""))).toBe(serial);
      }),
    );
  });

  test("with any single wrong character is always found", () => {
    assert(
      property(anySerial, integer({ min: 0, max: 14 }), constantFrom(...CHARACTERS), (serial, place, wrong) => {
        const plain = serial.replace("-", "");
        const at = place % plain.length;
        if (plain[at] === wrong) return;
        expect(readSerialNumber(plain.slice(0, at) + wrong + plain.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  test("with any two characters swapped is always found", () => {
    assert(
      property(anySerial, integer({ min: 0, max: 14 }), integer({ min: 0, max: 14 }), (serial, one, other) => {
        const characters = [...serial.replace("-", "")];
        const [i, j] = [one % characters.length, other % characters.length];
        const [a = "", b = ""] = [characters[i], characters[j]];
        if (a === b) return;
        characters[i] = b;
        characters[j] = a;
        expect(readSerialNumber(characters.join(""))).toBeUndefined();
      }),
    );
  });

  test("never ends in a character that is taken for another", () => {
    const serials = Array.from({ length: 500 }, (_, index) => serialNumber("0042", index + 1));
    expect(serials.filter((serial) => serial && /[IO*]$/.test(serial))).toEqual([]);
    expect(serials.filter((serial) => serial === undefined).length).toBeGreaterThan(0);
  });

  test.each(["", "17K", "0042-17", "0042-17*", "0042", "form"])("is not read from %j", (typed) => {
    expect(readSerialNumber(typed)).toBeUndefined();
  });
});
