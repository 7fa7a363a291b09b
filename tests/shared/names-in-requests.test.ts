import { expect, test } from "vitest";
import { requests } from "../../shared/contract.ts";

const named = (name: string) => requests["rename-adviser"].input.safeParse({ adviserId: "a", name });

test("AP-9 an adviser's name loses what no text may hold, so that the record of it is what was stored", () => {
  expect(named("  Ada\u0000 x\uDC00y\u2028 Fenwick\t").data).toEqual({ adviserId: "a", name: "Ada xy Fenwick" });
  expect(named("Zoe\u0308").data).toEqual({ adviserId: "a", name: "Zoë" });
});

test("AP-8 an adviser's name with double quotation marks, or with nothing that is kept, is refused", () => {
  for (const name of ['Ada "Fenwick"', "\u201CAda\u201D", "\uD800\u0000", " \n "])
    expect(named(name).success).toBe(false);
});
