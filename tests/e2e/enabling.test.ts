import { rmSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanCommand } from "../../shared/action-plan/enabling.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import {
  buttonOf,
  buttonStates,
  type CommandStates,
  expectNothingComesOf,
  menuStates,
  press,
} from "./plan-commands.ts";
import { type Preparation, preparedFolder } from "./prepared-plans.ts";
import { field, openClient, openPlan } from "./windows.ts";

const NOTHING = "nothing has changed since the last save.";
const SAVE_FIRST = "Save before printing.";
const NO_ITEM_SHOWN = "no Action Item is shown: select one and choose Detail.";
const NO_REVIEW = "no review is selected.";
const CLOSED = "this item was closed on 13/02/2012. A closed item stays as it is.";
const FULL_AND_NONE_CLOSED =
  "the plan has 100 Action Items, which is the most. No item is closed, so none is due to be purged.";
const FULL =
  "the plan has 100 Action Items, which is the most. The next closed item is due to be purged on 24/09/2013.";
const NOTHING_WRITTEN = "nothing is being written.";
const OUTSIDE = "this review was recorded outside an interview: it can be deleted only during the customer's next one.";

/** What is on in every list, and in every item, unless a situation says otherwise. */
const IN_LIST: CommandStates = {
  Detail: "on",
  NActItm: "on",
  History: "this is the list already.",
  Amnd: NO_ITEM_SHOWN,
  NRev: NO_ITEM_SHOWN,
  DRev: NO_REVIEW,
  Spell: NOTHING_WRITTEN,
  Print: "on",
  Save: NOTHING,
  Close: "on",
};
const IN_ITEM: CommandStates = {
  ...IN_LIST,
  Detail: "the item is shown already.",
  History: "on",
  Amnd: "on",
  NRev: "on",
};
const IN_NEW_ITEM: CommandStates = {
  ...IN_ITEM,
  Amnd: "this item has not been saved yet: type straight into it.",
  NRev: "save the item before reviewing it.",
  Spell: "on",
};
const WRITTEN: CommandStates = { Spell: "on", Print: SAVE_FIRST, Save: "on" };

interface Situation {
  readonly name: string;
  readonly client: string;
  readonly reach: (page: Page) => Promise<void>;
  readonly states: CommandStates;
}

/** The table "What is enabled when", each situation in a window that was just opened. */
const SITUATIONS: readonly Situation[] = [
  { name: "the list with a row selected", client: "gallagher", reach: async () => undefined, states: IN_LIST },
  {
    name: "the list without a row, of a plan that is not saved yet",
    client: "bloggs",
    reach: (page) => press(page, "History"),
    states: { ...IN_LIST, Detail: "no Action Item is selected.", Print: SAVE_FIRST },
  },
  {
    name: "a plan that is not saved yet, with nothing written",
    client: "bloggs",
    reach: async () => undefined,
    states: { ...IN_NEW_ITEM, Print: SAVE_FIRST },
  },
  {
    name: "a plan that is not saved yet, with something written",
    client: "bloggs",
    reach: (page) => field(page, "Action Item").fill("Ring the college"),
    states: { ...IN_NEW_ITEM, ...WRITTEN },
  },
  {
    name: "a new item with nothing written",
    client: "gallagher",
    reach: (page) => press(page, "NActItm"),
    states: IN_NEW_ITEM,
  },
  {
    name: "a new item with something written",
    client: "gallagher",
    reach: async (page) => {
      await press(page, "NActItm");
      await field(page, "Target Date").fill("+7");
    },
    states: { ...IN_NEW_ITEM, ...WRITTEN },
  },
  {
    name: "98 items saved and one more written",
    client: "smith",
    reach: (page) => writeNewItem(page, "The ninety-ninth"),
    states: { ...IN_NEW_ITEM, ...WRITTEN },
  },
  {
    name: "98 items saved and two more written",
    client: "smith",
    reach: async (page) => {
      await writeNewItem(page, "The ninety-ninth");
      await writeNewItem(page, "The hundredth");
    },
    states: { ...IN_NEW_ITEM, ...WRITTEN, NActItm: FULL_AND_NONE_CLOSED },
  },
  {
    name: "100 items saved",
    client: "oyelaran",
    reach: async () => undefined,
    states: { ...IN_LIST, NActItm: FULL },
  },
  {
    name: "an open item, and a review of an earlier interview",
    client: "gallagher",
    reach: (page) => press(page, "Detail"),
    states: { ...IN_ITEM, DRev: "this review belongs to the interview of 26/03/2012, which has ended." },
  },
  {
    name: "an item being amended with nothing written",
    client: "rao",
    reach: async (page) => {
      await openRow(page, 2);
      await press(page, "Amnd");
    },
    states: { ...IN_ITEM, Spell: "on" },
  },
  {
    name: "an item being amended with something written",
    client: "rao",
    reach: async (page) => {
      await openRow(page, 2);
      await press(page, "Amnd");
      await field(page, "Action Item").fill("Amended");
    },
    states: { ...IN_ITEM, ...WRITTEN },
  },
  {
    name: "an item closed in a saved version",
    client: "gallagher",
    reach: (page) => openRow(page, 1),
    states: { ...IN_ITEM, Amnd: CLOSED, NRev: CLOSED, DRev: CLOSED },
  },
  {
    name: "an item with nine reviews",
    client: "smith",
    reach: (page) => openRow(page, 1),
    states: { ...IN_ITEM, DRev: OUTSIDE },
  },
  {
    name: "an item with nine reviews and one written, which is not saved yet",
    client: "smith",
    reach: async (page) => {
      await openRow(page, 1);
      await press(page, "NRev");
      await field(page, "Review").fill("The tenth");
    },
    states: { ...IN_ITEM, ...WRITTEN, NRev: "this item has 10 reviews, which is the most.", DRev: "on" },
  },
  {
    name: "an item with ten reviews",
    client: "oyelaran",
    reach: (page) => press(page, "Detail"),
    states: {
      ...IN_ITEM,
      NActItm: FULL,
      NRev: "this item has 10 reviews, which is the most.",
      DRev: "this review belongs to the interview of 23/03/2012, which has ended.",
    },
  },
  {
    name: "a new review with nothing written",
    client: "rao",
    reach: async (page) => {
      await openRow(page, 2);
      await press(page, "NRev");
    },
    states: { ...IN_ITEM, DRev: "on", Spell: "on" },
  },
  {
    name: "a review recorded outside an interview, before the next one",
    client: "rao",
    reach: (page) => openRow(page, 1),
    states: { ...IN_ITEM, DRev: OUTSIDE },
  },
  {
    name: "a tab's text changed in the list",
    client: "gallagher",
    reach: (page) => field(page, "Aims text").fill("Something else"),
    states: { ...IN_LIST, ...WRITTEN },
  },
  {
    name: "pulled-through details that wait to become permanent",
    client: "smythe",
    reach: dismissDialogs,
    states: { ...IN_LIST, Save: "on" },
  },
];

/** In an interview, in this order. */
const IN_INTERVIEW: readonly Omit<Situation, "client">[] = [
  {
    name: "a review recorded outside an interview, in the next one",
    reach: (page) => openRow(page, 1),
    states: { ...IN_ITEM, DRev: "on" },
  },
  {
    name: "a saved review of this interview",
    reach: async (page) => {
      await openRow(page, 2);
      await press(page, "NRev");
      await field(page, "Review").fill("Of this interview");
      await press(page, "Save");
      await buttonOf(page, "Detail").waitFor();
      await openRow(page, 2);
    },
    states: { ...IN_ITEM, DRev: "on" },
  },
  {
    name: "an item with a date closed that is not saved yet",
    reach: async (page) => {
      await openRow(page, 2);
      await press(page, "Amnd");
      await field(page, "Date Closed").fill("today");
    },
    states: { ...IN_ITEM, ...WRITTEN, DRev: "on" },
  },
];

/** The same reviews once the interview has ended. */
const AFTERWARDS = [
  { name: "the review recorded outside one", row: 1 },
  { name: "the review of the interview itself", row: 2 },
];

describe.skipIf(noBrowserReason !== undefined)("What is enabled when", () => {
  let application: OpenedApplication;
  let page: Page;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = await preparedFolder(prepare);
    application = await openApplication({ dataFolder });
    page = application.page;
    page.setDefaultTimeout(5_000);
  });
  afterAll(async () => {
    await application?.close();
    if (dataFolder) rmSync(dataFolder, { recursive: true, force: true });
  });

  it.each(SITUATIONS)("$name", async ({ client, reach, states }) => {
    await openPlan(page, client);
    await reach(page);
    await expectStates(page, states);
    await leaveUnsaved(page);
  });

  it("Print is off once something is unsaved, and on again after Save", async () => {
    await openPlan(page, "rao");
    await openRow(page, 3);
    await press(page, "NRev");
    await field(page, "Review").fill("All sent.");
    expect(await buttonStates(page)).toMatchObject({ Print: SAVE_FIRST, Save: "on" });
    await press(page, "Save");
    await buttonOf(page, "Detail").waitFor();
    expect(await buttonStates(page)).toMatchObject({ Print: "on", Save: NOTHING });
    await leaveUnsaved(page);
  });

  describe("in an interview", () => {
    beforeAll(() => startInterview(page, "rao"));

    it.each(IN_INTERVIEW)("$name", async ({ reach, states }) => {
      await page.getByRole("button", { name: "ActnPln" }).click();
      await buttonOf(page, "Detail").waitFor();
      await reach(page);
      await expectStates(page, states);
      await leavePlan(page);
    });

    it.each(AFTERWARDS)("RV-3 holds $name once it has ended", async ({ row }) => {
      const end = page.getByRole("button", { name: "End", exact: true });
      if ((await end.count()) > 0) await end.click();
      await end.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "ActnPln" }).click();
      await openRow(page, row);
      const DRev = "this review belongs to the interview of 16/04/2012, which has ended.";
      await expectStates(page, { ...IN_ITEM, DRev });
      await leavePlan(page);
    });
  });

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

/** A plan of 98 items of which the first has nine reviews, and a review of Dilip's that was made outside an interview. */
async function prepare({ ask, clientId, save }: Preparation): Promise<void> {
  const newItems = Array.from({ length: 98 }, (_, index) => ({
    key: `${index}`,
    text: `Item ${index + 1}`,
    assignedTo: "client" as const,
    targetDate: "2012-05-01",
    dateClosed: null,
  }));
  await save("QQ100007A", { newItems });
  const firstItem = async (nino: string) => {
    const { plan } = await ask("open-plan", { clientId: await clientId(nino) });
    return plan?.items[0]?.id ?? "";
  };
  const itemId = await firstItem("QQ100007A");
  const nine = Array.from({ length: 9 }, (_, index) => ({ key: `${index}`, itemId, text: `Review ${index + 1}` }));
  await save("QQ100007A", { newReviews: nine });
  const newReviews = [{ key: "outside", itemId: await firstItem("QQ100003A"), text: "Rang about the warehouses." }];
  await save("QQ100003A", { newReviews });
}

/** Every button of the table is on or off as it says there, with its reason, and what is off does nothing. */
async function expectStates(page: Page, expected: CommandStates): Promise<void> {
  const inRow = await buttonStates(page);
  const inMenus = await menuStates(page);
  const rowExpected = Object.fromEntries(Object.keys(inRow).map((name) => [name, expected[name as PlanCommand]]));
  const known = Object.fromEntries(Object.keys(expected).map((name) => [name, inMenus[name as PlanCommand]]));
  expect({ inRow, inMenus: known }).toEqual({ inRow: rowExpected, inMenus: expected });
  const off = Object.keys(expected).filter((name) => expected[name as PlanCommand] !== "on");
  await expectNothingComesOf(page, off as PlanCommand[]);
}

async function openRow(page: Page, row: number): Promise<void> {
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(row).dblclick();
  await buttonOf(page, "History").waitFor();
}

/** By its shortcut, since the button row of an item has no NActItm. */
async function writeNewItem(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Alt+n");
  await field(page, "Action Item").fill(text);
}

async function dismissDialogs(page: Page): Promise<void> {
  const changes = page.getByRole("dialog", { name: "Changes since the plan was last saved" });
  await changes.waitFor();
  await page.keyboard.press("Escape");
  await changes.waitFor({ state: "detached" });
}

/** Back to the client's page, with nothing saved. */
async function leavePlan(page: Page): Promise<void> {
  await press(page, "Close");
  const question = page.getByRole("dialog", { name: "Unsaved changes" });
  const client = page.getByRole("heading", { name: /^Client Record - / });
  await question.or(client).first().waitFor();
  if ((await question.count()) > 0) await question.getByRole("button", { name: "Don't save" }).click();
  await client.waitFor();
}

/** Back to the first screen, with nothing saved. */
async function leaveUnsaved(page: Page): Promise<void> {
  await leavePlan(page);
  await page.keyboard.press("Escape");
  await page.getByLabel("Find a client").waitFor();
}

async function startInterview(page: Page, surname: string): Promise<void> {
  await openClient(page, surname);
  await page.getByRole("button", { name: "Interview", exact: true }).click();
  const start = page.getByRole("dialog", { name: "Start interview" });
  await start.getByLabel("Kind").selectOption({ label: "Jobsearch Review" });
  await start.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("region", { name: "Interview" }).waitFor();
}
