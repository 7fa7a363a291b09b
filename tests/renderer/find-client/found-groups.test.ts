import { expect, test } from "vitest";
import { groupsToShow, matchedLength } from "../../../renderer/find-client/found-groups.ts";
import type { ClientSummary } from "../../../shared/client-record/client-record.ts";

function client(id: string, surname: string): ClientSummary {
  return {
    id,
    nino: "QQ100001A",
    surname,
    forenames: "Alex",
    dateOfBirth: "1979-11-02",
    benefit: "",
    clientGroup: "ESA",
  };
}

const smith = client("1", "Smith");
const smythe = client("2", "Smythe");
const rao = client("3", "Rao");

test("matches come first by how they matched, then the recent clients who are not among them", () => {
  const found = {
    groups: [
      { match: "starts" as const, clients: [smith] },
      { match: "sounds" as const, clients: [smythe] },
    ],
    hasMore: false,
  };
  expect(groupsToShow(found, [smythe, rao])).toEqual([
    { name: "Starts with these letters", clients: [smith] },
    { name: "Sounds like it", clients: [smythe] },
    { name: "Recent clients", clients: [rao] },
  ]);
});

test("with nothing typed and nobody recent there is no group at all", () => {
  expect(groupsToShow(undefined, [])).toEqual([]);
});

test("the typed letters are found in a name whatever their case and diacritics", () => {
  expect(matchedLength("Zieliński, Tomasz", "ZIELINS")).toBe(7);
  expect(matchedLength("O'Neill, Siobhán", "on")).toBe(3);
});

test("a name that does not begin with what was typed has no matched letters", () => {
  expect(matchedLength("Smythe, Alexandra", "smi")).toBe(0);
});
