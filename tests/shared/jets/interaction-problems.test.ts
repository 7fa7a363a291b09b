import { expect, test } from "vitest";
import {
  type InteractionReason,
  interactionProblemMessage,
  interactionProblemSchema,
} from "../../../shared/jets/interaction-problems.ts";

const SAMPLES: readonly InteractionReason[] = [
  { code: "not-a-participant" },
  { code: "missing" },
  { code: "future", today: "2012-04-16" },
  { code: "before-referral", referredOn: "2012-03-26" },
  { code: "text-too-long", limit: 2_000, over: 1 },
  { code: "written", kind: "e-mail" },
  { code: "interaction-not-found" },
  { code: "name-missing" },
  { code: "name-too-long", limit: 120 },
  { code: "name-separator" },
  { code: "name-control" },
  { code: "name-hidden" },
  { code: "name-sign", sign: "*" },
  { code: "name-dot" },
  { code: "name-reserved" },
  { code: "type-not-kept" },
  { code: "type-differs", named: "text/csv", found: null },
  { code: "file-empty" },
  { code: "file-too-large", bytes: 10_485_761, limit: 10_485_760 },
  { code: "file-not-whole" },
  { code: "sending-over" },
  { code: "too-many-at-once" },
  { code: "attachment-not-found" },
  { code: "request-not-found" },
  { code: "already-answered", answeredOn: "2012-04-13" },
  { code: "copy-of-another-plan" },
  { code: "copy-not-given" },
  { code: "copy-before-request", askedOn: "2012-04-12" },
];

test("every reason has a plain sentence of its own", () => {
  const known = interactionProblemSchema.shape.reason.options.map(({ shape }) => shape.code.value);
  expect(SAMPLES.map(({ code }) => code)).toEqual(known);
  const sentences = SAMPLES.map((reason) => interactionProblemMessage({ field: null, reason }));
  expect(new Set(sentences).size).toBe(SAMPLES.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^{}[\]]+\.$/);
  expect(sentences.filter((sentence) => /undefined|null|NaN/.test(sentence))).toEqual([]);
});

test("a file whose name and content differ is told both, and what can be kept", () => {
  const reason = { code: "type-differs", named: "application/pdf", found: "image/png" } as const;
  expect(interactionProblemMessage({ field: null, reason })).toBe(
    "By its name the file is a PDF, by its content it is a PNG picture: they have to agree. A file can be a PDF, a PNG or JPEG picture, plain text (UTF-8) or CSV.",
  );
});
