import { type Entry, isEntryRequest, isRequestName, type RequestName } from "../../shared/contract.ts";
import type { EntryState } from "../../shared/entry/entry-requests.ts";
import type { Answered, Asked } from "./answer-watch.ts";
import type { DoorKeys } from "./door-keys.ts";

/** How the door stood at a moment. */
export interface DoorMoment {
  readonly entry: Entry;
  readonly keys: DoorKeys;
  /** Who is signed in, locked or not, as far as it was seen. */
  readonly insideId: string | undefined;
}

/** Where a request leads when it is accepted; whatever is not named leaves the door as it stands. */
const LEADS_TO: Partial<Record<RequestName, EntryState>> = {
  "confirm-recovery-key": "signed-in",
  "new-recovery-key": "recovery-key",
  "sign-in": "signed-in",
  "sign-out": "signed-out",
  lock: "locked",
  recover: "signed-in",
  "restore-backup": "signed-out",
};

/** Says what of one request, made alone, does not go with how the door stood before and after it. */
export function doorProblems(asked: Asked, answer: Answered, before: DoorMoment, after: DoorMoment): string[] {
  if (!answer || !isRequestName(asked.name)) return [];
  const { name } = asked;
  const code = answer.ok ? "accepted" : answer.error.code;
  if (code === "invalid-request") return [];
  return [...stateProblems(name, code, before, after), ...admissionProblems(asked, code, before, after)];
}

function stateProblems(name: RequestName, code: string, before: DoorMoment, after: DoorMoment): string[] {
  const { state } = before.entry;
  const problems: string[] = [];
  const expected = code === "accepted" ? stateAfter(name, before, after) : [state];
  // A restore that fails once it has begun has signed everybody out.
  if (name === "restore-backup" && code !== "accepted") expected.push("signed-out");
  if (!expected.includes(after.entry.state)) {
    problems.push(`was ${code} and led from ${state} to ${after.entry.state}`);
  }
  if (!isEntryRequest(name) && state !== "signed-in" && code !== (state === "locked" ? "locked" : "signed-out")) {
    problems.push(`was ${code} while ${state}`);
  }
  if (state === "signed-in" && (code === "locked" || code === "signed-out"))
    problems.push(`was ${code} while signed in`);
  if ((name === "set-up" || name === "open-training") && code !== "already-set-up") {
    problems.push(`was ${code} in an office that is set up`);
  }
  return problems;
}

function stateAfter(name: RequestName, before: DoorMoment, after: DoorMoment): EntryState[] {
  const hasRetired = before.insideId !== undefined && !after.keys.passphrases.has(before.insideId);
  if (name === "retire-adviser" && hasRetired) return ["signed-out"];
  return [LEADS_TO[name] ?? before.entry.state];
}

/** Whoever proves who they are comes in, and nobody else; the wait after wrong tries holds for all. */
function admissionProblems({ name, payload }: Asked, code: string, before: DoorMoment, after: DoorMoment): string[] {
  const given = payload as { adviserId?: string; passphrase?: string; recoveryKey?: string; newPassphrase?: string };
  const isWaiting = before.entry.waitSeconds > 0;
  const problems: string[] = [];
  if (code === "must-wait" && !isWaiting) problems.push("had to wait for nothing");
  if (isWaiting && /^wrong-/.test(code)) problems.push("was tried in spite of the wait");
  const who = given.adviserId ?? before.insideId ?? "";
  const proves: Partial<Record<RequestName, boolean>> = {
    "sign-in": isSame(given.passphrase, before.keys.passphrases.get(who)),
    "change-passphrase": isSame(given.passphrase, before.keys.passphrases.get(who)),
    "new-recovery-key": isSame(given.passphrase, before.keys.passphrases.get(who)),
    recover: isSame(tidied(given.recoveryKey), tidied(before.keys.recoveryKey)),
  };
  const isProven = proves[name as RequestName];
  if (isProven === undefined) return problems;
  if (code === "accepted" && (!isProven || isWaiting)) problems.push("was accepted without proof");
  if (/^wrong-/.test(code) && isProven) problems.push("was refused in spite of the proof");
  const set = name === "recover" ? given.passphrase : given.newPassphrase;
  if (code === "accepted" && set !== undefined && !isSame(set, after.keys.passphrases.get(who))) {
    problems.push("set another passphrase than was given");
  }
  return problems;
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one.normalize("NFC") === other.normalize("NFC");
}

function tidied(recoveryKey: string | undefined): string | undefined {
  return recoveryKey?.replace(/\s/g, "");
}
