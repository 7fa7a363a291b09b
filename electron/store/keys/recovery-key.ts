import { randomInt } from "node:crypto";

/** Letters and digits that nobody mistakes for one another: no I, L, O and U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 8;
const GROUP_LENGTH = 5;

/** A new recovery key: 200 bits at random, in eight groups of five characters. */
export function newRecoveryKey(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: GROUPS }, group).join(" ");
}

/** A recovery key, or a part of one, as it was typed back: without spaces and case, and with O, I and L as they were meant. */
export function tidyRecoveryKey(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

/** The last group of a recovery key, tidied. */
export function lastGroup(recoveryKey: string): string {
  return tidyRecoveryKey(recoveryKey).slice(-GROUP_LENGTH);
}
