/** The characters of a serial number with their values; the last is no letter anybody would read out. */
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
const MODULUS = ALPHABET.length;
/** Check characters that are taken for a digit, or that cannot be said; numbers that would end in one are left out. */
const NOT_ISSUED = ["I", "O", "*"];
const PREFIX_DIGITS = 4;
const SERIAL = /^(\d{4})(\d{2,8})([0-9A-HJ-NP-Z])$/;

/**
 * The serial number of a form as it is printed, such as 0042-17E: where it was issued, its number there, and a check
 * character by ISO 7064 MOD 37-2, which finds any single wrong character and any two that were swapped. Undefined for
 * the few numbers that are left out, because their check character could be taken for another.
 */
export function serialNumber(prefix: string, sequence: number): string | undefined {
  const digits = String(sequence).padStart(2, "0");
  const check = checkCharacter(prefix + digits);
  return NOT_ISSUED.includes(check) ? undefined : `${prefix}-${digits}${check}`;
}

/** A prefix of four digits for an office's desktop, from a number. */
export function serialPrefix(number: number): string {
  return String(number % 10 ** PREFIX_DIGITS).padStart(PREFIX_DIGITS, "0");
}

/** A typed serial number as it is printed, whatever its case, spaces and dashes; undefined where it was mistyped. */
export function readSerialNumber(typed: string): string | undefined {
  const [, prefix = "", digits = "", check = ""] = partsOf(typed) ?? [];
  return prefix && checkCharacter(prefix + digits) === check ? `${prefix}-${digits}${check}` : undefined;
}

/** Tells whether a typed text looks like a serial number of a desktop's, right or mistyped. */
export function isLikeSerialNumber(typed: string): boolean {
  return partsOf(typed) !== null;
}

function partsOf(typed: string): RegExpExecArray | null {
  return SERIAL.exec(typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, ""));
}

function checkCharacter(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = ((sum + ALPHABET.indexOf(digit)) * 2) % MODULUS;
  return ALPHABET[(MODULUS + 1 - sum) % MODULUS] ?? "";
}
