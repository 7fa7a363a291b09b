import { expect, test } from "vitest";
import { changeCells, lineCells } from "../../../renderer/rights/audit-words.ts";
import type { AuditChange, AuditLine } from "../../../shared/rights/audit.ts";

const LINE: AuditLine = {
  id: 7,
  at: "2012-04-16T09:05:00.000Z",
  kind: "change",
  action: "save-plan",
  adviserName: "B Johns",
  client: { id: "01a20916-a717-74a5-9221-a0f18b19a59c", name: "Maria Gallagher", nino: "QQ100002A" },
  hasChanges: true,
};
const CHANGE: AuditChange = {
  id: 1,
  table: "action_item",
  rowId: "item",
  column: "amended_by",
  before: null,
  after: "johns",
  isEmptied: false,
};
const NAMES = new Map([["johns", "B Johns"]]);

test("a line says who did what to whom; an erased client has no name, and a line about nobody has none", () => {
  expect(lineCells(LINE)).toEqual([
    "7",
    "16/04/2012 10:05",
    "B Johns",
    "Change",
    "Maria Gallagher, QQ 10 00 02 A",
    "Action Plan saved",
  ]);
  const erased = { id: LINE.client?.id ?? "", name: null, nino: null };
  expect(lineCells({ ...LINE, client: erased })[4]).toBe("Erased client 8b19a59c");
  expect(lineCells({ ...LINE, adviserName: null, client: null }).slice(2, 5)).toEqual(["", "Change", ""]);
});

test("a change says field, before and after, with names for ids", () => {
  expect(changeCells(CHANGE, NAMES)).toEqual(["Action Items", "Amended by", "", "B Johns"]);
});

test("a row that came or went says what it held, without what only holds the store together", () => {
  const row = JSON.stringify({ id: "item", plan_id: "plan", text: "Write a CV", target_date: "2012-05-01" });
  expect(changeCells({ ...CHANGE, column: null, after: row }, NAMES)).toEqual([
    "Action Items",
    "Row added",
    "",
    "Action Item: Write a CV\nTarget date: 01/05/2012",
  ]);
  expect(changeCells({ ...CHANGE, column: null, before: "{}", after: null }, NAMES)).toEqual([
    "Action Items",
    "Row taken out",
    "",
    "",
  ]);
});

test("values that were emptied are told to be", () => {
  const emptied = { ...CHANGE, after: null, isEmptied: true };
  const words = "Emptied by a purge or an erasure";
  expect(changeCells(emptied, NAMES)).toEqual(["Action Items", "Amended by", words, words]);
  expect(changeCells({ ...emptied, column: null }, NAMES)[1]).toBe("Whole row");
});
