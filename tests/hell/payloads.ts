import fc from "fast-check";
import { z } from "zod";
import { NO_CHANGES } from "../../shared/action-plan/action-plan.ts";
import { type RequestName, requests } from "../../shared/contract.ts";
import { hostileDate, hostileText, hostileValue } from "./hostile.ts";
import { type AnyId, Pick, type PickKind } from "./picks.ts";
import { PASSPHRASES } from "./world.ts";

/** One request as it is to be made. */
export interface WildRequest {
  readonly name: string;
  readonly payload: unknown;
}

/** As much of a JSON schema as the contract's inputs come to. */
interface Shape {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly pattern?: string;
}

/** Tame payloads are what a window would send; wild ones keep to the shape and to nothing else. */
type Mood = "tame" | "wild";

const FITTING = { tame: 0.96, wild: 0.5 } as const;
const WEIGHT = 50;
/** Those that make up a day's work come more often than others; those that take long, or undo what others did, seldom. */
const WEIGHTS: Partial<Record<RequestName, number>> = {
  "save-plan": 600,
  "sign-in": 100,
  "make-print": 10,
  "preview-letterhead": 10,
  "set-letterhead": 15,
  "check-spelling": 15,
  "suggest-spelling": 15,
  "warm-spelling": 20,
  "subject-access": 10,
  "list-interactions": 20,
  "begin-attachment": 20,
  "send-attachment-part": 20,
  "finish-attachment": 15,
  "open-attachment": 10,
  "audit-lines": 15,
  "export-audit": 10,
  compliance: 8,
  "compliance-list": 6,
  "export-compliance": 4,
  "preview-print": 12,
  "print-plan": 12,
  "open-activity-details": 20,
  "list-printers": 20,
  "issue-clerical-forms": 15,
  "back-up": 8,
  "restore-backup": 8,
  "new-recovery-key": 8,
  "sign-out": 6,
  lock: 10,
  "add-adviser": 10,
  "retire-adviser": 10,
};
/** Parts without which a save is an ordinary one, as most are. */
const SELDOM_PARTS = ["clerical", "happenedOn", "savedDraft"];
const MOST_ELEMENTS = 3;
const MOST_KEYS = 50;
const PARTS = 2 ** 20;
const FORGETFUL = 5;

/** Requests of every name in the contract, from what a window would send to what nothing sane would. */
export function wildRequests(): fc.Arbitrary<WildRequest> {
  const names = Object.keys(requests) as RequestName[];
  const known = names.map((name) => ({ weight: WEIGHTS[name] ?? WEIGHT, arbitrary: requestsNamed(name) }));
  const strangers = fc.record({
    name: fc.oneof(hostileText, fc.constantFrom("toString", "valueOf")),
    payload: hostileValue,
  });
  return fc.oneof(...known, { weight: 10, arbitrary: strangers });
}

function requestsNamed(name: RequestName): fc.Arbitrary<WildRequest> {
  const shape = z.toJSONSchema(requests[name].input, { io: "input", unrepresentable: "any" }) as Shape;
  const tame = valuesOf(shape, name, "tame");
  const wild = valuesOf(shape, name, "wild");
  const payload = fc.oneof(
    { weight: 12, arbitrary: tame },
    { weight: 4, arbitrary: wild },
    { weight: 2, arbitrary: fc.tuple(tame, fc.nat(), hostileValue).map(spoil) },
    { weight: 2, arbitrary: hostileValue },
  );
  return payload.map((value) => ({ name, payload: value }));
}

/** One part replaced, or one added, of a payload that was in order. */
function spoil([payload, at, value]: [unknown, number, unknown]): unknown {
  if (typeof payload !== "object" || payload === null) return value;
  const names = [...Object.keys(payload), "__proto__", "extra"];
  const spoiled = { ...payload };
  // Assigning would set the prototype where the name is __proto__.
  Object.defineProperty(spoiled, names[at % names.length] ?? "", { value, enumerable: true, configurable: true });
  return spoiled;
}

function valuesOf(shape: Shape, name: string, mood: Mood): fc.Arbitrary<unknown> {
  const { type } = shape;
  const choices =
    shape.anyOf ?? shape.oneOf ?? (isList(type) ? type.map((single) => ({ ...shape, type: single })) : null);
  if (name === "planVersion") return picks("version", mood);
  if (choices) return oneOfThese(choices, name, mood);
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  switch (type) {
    case "object":
      return objectsOf(shape, mood);
    case "array":
      return arraysOf(shape.items ?? {}, name, mood);
    case "string":
      return textsOf(shape, name, mood);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "integer":
    case "number":
      if (name === "version" && mood === "tame") return fc.constantFrom(1, 1, 1, 2, 2, 3);
      return mood === "tame" ? fc.integer({ min: 0, max: 12 }) : fc.oneof(fc.integer(), fc.double());
    default:
      return hostileValue;
  }
}

function isList(type: Shape["type"]): type is readonly string[] {
  return Array.isArray(type);
}

/** A window leaves few fields empty, but hardly ever closes an item on the day it is made. */
function oneOfThese(choices: readonly Shape[], name: string, mood: Mood): fc.Arbitrary<unknown> {
  const nullWeight = mood === "wild" ? 10 : name === "dateClosed" ? 90 : 1;
  const weightOfChoice = ({ type }: Shape) => (type === "null" ? nullWeight : 10);
  return fc.oneof(
    ...choices.map((choice) => ({ weight: weightOfChoice(choice), arbitrary: valuesOf(choice, name, mood) })),
  );
}

function objectsOf({ properties = {}, required = [] }: Shape, mood: Mood): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => {
      const values = valuesOf(part, name, mood);
      const isSeldom = SELDOM_PARTS.includes(name) && !required.includes(name);
      return [name, isSeldom ? fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, values) : values];
    }),
  );
  return fc.record(parts, { requiredKeys: [...required] }).map((record) => ({ ...record }));
}

function arraysOf(items: Shape, name: string, mood: Mood): fc.Arbitrary<unknown> {
  const elements = valuesOf(items, name, mood);
  const some = fc.array(elements, { minLength: 1, maxLength: MOST_ELEMENTS });
  const many = elements.map((element) => new Array(mood === "tame" ? 30 : 1_001).fill(element));
  return fc.oneof(
    { weight: 100, arbitrary: fc.constant([]) },
    { weight: name === "newItems" ? 120 : 25, arbitrary: some },
    { weight: 1, arbitrary: many },
  );
}

const BY_NAME: readonly (readonly [RegExp, PickKind])[] = [
  [/^clientId$/, "client"],
  [/^interviewId$/, "interview"],
  [/^printId$/, "print"],
  [/itemId$/i, "item"],
  [/^(reviewId|deletedReviews)$/, "review"],
  [/^kind$/, "interview-kind"],
  [/^adviserId$/, "adviser"],
  [/^passphrase$/, "passphrase"],
  [/^recoveryKey$/, "recovery-key"],
  [/^lastGroup$/, "last-group"],
  [/^file$/, "backup"],
  [/^question$/, "questionId"],
];

function textsOf({ pattern }: Shape, name: string, mood: Mood): fc.Arbitrary<unknown> {
  const kind = BY_NAME.find(([names]) => names.test(name))?.[1] ?? (isAnyId(name) ? name : undefined);
  if (kind) return picks(kind, mood);
  if (name === "newPassphrase") return mood === "tame" ? fc.constantFrom(...PASSPHRASES) : hostileText;
  if (name === "staffNumber") return mood === "tame" ? fc.nat({ max: MOST_KEYS }).map(String) : hostileText;
  if (name === "key") return fc.nat({ max: MOST_KEYS }).map((number) => `new-${number}`);
  const isDate = /date|On$/i.test(name);
  const tame = isDate ? tameDates : pattern ? fc.stringMatching(new RegExp(pattern)) : tameTexts;
  if (mood === "tame") return tame;
  return fc.oneof(tame, isDate ? hostileDate : hostileText, hostileText);
}

function isAnyId(name: string): name is AnyId {
  return name.endsWith("Id");
}

const days = (counts: fc.Arbitrary<number>) => counts.map((after) => new Pick("day", after, true));
const tameDates = fc.oneof(
  { weight: 3, arbitrary: days(fc.constant(0)) },
  { weight: 5, arbitrary: days(fc.integer({ min: 0, max: 150 })) },
  { weight: 1, arbitrary: days(fc.integer({ min: -200, max: 200 })) },
);

const tameTexts = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      "Phone the college.",
      "Bring the letter, and O'Neill's form.",
      "Smith",
      "QQ100002A",
      "Réviser le CV – demain",
    ),
  },
  { weight: 4, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom("", "n".repeat(750), "n".repeat(751), 'He said "no"') },
);

function picks(kind: PickKind, mood: Mood): fc.Arbitrary<Pick> {
  // Evenly drawn: edges mean nothing here, and every client should have a turn.
  const part = fc.noBias(fc.nat({ max: PARTS - 1 })).map((number) => number / PARTS);
  return fc.tuple(part, part).map(([at, chance]) => new Pick(kind, at, chance < FITTING[mood]));
}

const CLIENT_IN_INTERVIEW = new Pick("client", 0, true);
const TODAY = new Pick("day", 0, true);
const NEXT_CLIENT = new Pick("client", 0.8, true);
const NEWEST = (PARTS - 1) / PARTS;

/** What an adviser does to end the interview that is open, whatever its kind, and to see the next client. */
export const endOfInterview: readonly WildRequest[] = [
  {
    name: "save-plan",
    payload: {
      clientId: CLIENT_IN_INTERVIEW,
      kind: "lms",
      planVersion: new Pick("version", 0, true),
      creation: null,
      changes: {
        ...NO_CHANGES,
        newItems: [{ key: "last", text: "Come again.", assignedTo: "client", targetDate: TODAY, dateClosed: null }],
      },
      isClockConfirmed: false,
    },
  },
  { name: "make-print", payload: { clientId: CLIENT_IN_INTERVIEW, option: "open", style: "standard" } },
  { name: "hand-over-print", payload: { printId: new Pick("print", NEWEST, true) } },
  { name: "end-interview", payload: { interviewId: new Pick("interview", 0, true), endAnyway: true } },
  { name: "start-interview", payload: { clientId: NEXT_CLIENT, kind: "caseload", attendance: "present" } },
];

const SOMEBODY = new Pick("adviser", 0, true);
const wrongPassphrase = { name: "sign-in", payload: { adviserId: SOMEBODY, passphrase: "not the passphrase" } };

/** What somebody does who has forgotten their passphrase, and then has the recovery key. */
export const forgottenPassphrase: readonly WildRequest[] = [
  ...new Array(FORGETFUL).fill(wrongPassphrase),
  {
    name: "recover",
    payload: {
      adviserId: SOMEBODY,
      recoveryKey: new Pick("recovery-key", 0, true),
      passphrase: PASSPHRASES[0],
    },
  },
];

/** What an adviser who is let in does when the office's recovery key is lost. */
export const lostRecoveryKey: readonly WildRequest[] = [
  { name: "new-recovery-key", payload: { passphrase: new Pick("passphrase", 0, true) } },
  { name: "confirm-recovery-key", payload: { lastGroup: new Pick("last-group", 0, true) } },
];
