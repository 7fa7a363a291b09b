/** What a payload can refer to in a store. */
export type PickKind =
  | "client"
  | "interview"
  | "print"
  | "item"
  | "review"
  | "version"
  | "interview-kind"
  | "day"
  | "adviser"
  | "passphrase"
  | "recovery-key"
  | "last-group"
  | "backup"
  | AnyId;
/** Whatever answers have named so. */
export type AnyId = `${string}Id`;

/** A place in a payload for something of the store, chosen when the request is made. */
export class Pick {
  readonly kind: PickKind;
  /** Where in the list of candidates, from 0 up to 1; for a day, how many days after today. */
  readonly at: number;
  /** False for what belongs to another client, is gone, or was never there. */
  readonly isFitting: boolean;

  constructor(kind: PickKind, at: number, isFitting: boolean) {
    this.kind = kind;
    this.at = at;
    this.isFitting = isFitting;
  }
}

/** What of a store is known to whoever makes the requests. */
export interface Candidates {
  /** What a pick stands for now; the subject is the client or the adviser of whom the payload speaks, if any. */
  choose(pick: Pick, subjectId: string | undefined): unknown;
}

const SUBJECTS = ["clientId", "adviserId"] as const;

/** Puts something of the store in every place of a payload that asks for it. */
export function resolve(payload: unknown, candidates: Candidates): unknown {
  if (!isPlainObject(payload)) return fill(payload, candidates, undefined);
  const name = SUBJECTS.find((subject) => payload[subject] instanceof Pick);
  if (!name) return fill(payload, candidates, undefined);
  // The subject is chosen once, so that its place and everything that hangs on it agree.
  const chosen = candidates.choose(payload[name] as Pick, undefined);
  return fill({ ...payload, [name]: chosen }, candidates, typeof chosen === "string" ? chosen : undefined);
}

function fill(value: unknown, candidates: Candidates, subjectId: string | undefined): unknown {
  if (value instanceof Pick) return candidates.choose(value, subjectId);
  if (Array.isArray(value)) return hasPick(value) ? value.map((part) => fill(part, candidates, subjectId)) : value;
  if (!isPlainObject(value) || !hasPick(Object.values(value))) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fill(part, candidates, subjectId)]));
}

/** Hostile values are nested deeper than a walk could go; picks lie near the top. */
function hasPick(values: readonly unknown[], depth = 4): boolean {
  return values.some(
    (value) =>
      value instanceof Pick ||
      (depth > 0 && Array.isArray(value) && hasPick(value, depth - 1)) ||
      (depth > 0 && isPlainObject(value) && hasPick(Object.values(value), depth - 1)),
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
