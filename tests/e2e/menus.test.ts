import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { press } from "./plan-commands.ts";
import { openClient } from "./windows.ts";

/** Labels with their shortcuts, by menu. */
type Menus = Readonly<Record<string, Readonly<Record<string, string>>>>;

const TABS = { Aims: "Alt+1", EHist: "Alt+2", PCirc: "Alt+3", Quals: "Alt+4", Info: "Alt+5" };
const HELP = { "Keyboard shortcuts": "" };

const PLAN: Menus = {
  File: { Save: "Ctrl+S", Print: "Ctrl+P", Close: "" },
  Edit: { Amnd: "F2", DRev: "", Spell: "F7" },
  Function: {
    ...{ Detail: "", NActItm: "Alt+N", NRev: "Ctrl+R", History: "Esc", "Dictionary…": "" },
    ...{ "Record a Decision Makers question, for example FTP": "", "End the interview": "" },
  },
  Page: { ...TABS, "Customer view": "F8" },
  Help: HELP,
};

interface WindowMenus {
  readonly name: string;
  readonly reach: (page: Page) => Promise<void>;
  /** What the menus have at least, as a browser shows it. */
  readonly menus: Menus;
  /** The buttons of the window, by the names under which the menus have them. */
  readonly toolbar: string | null;
  /** What Help adds for the keys of this window that are in no menu. */
  readonly keysOfHelp: readonly string[];
}

/** The windows, each reached from the one before it. */
const WINDOWS: readonly WindowMenus[] = [
  {
    name: "the first screen",
    reach: (page) => page.getByLabel("Find a client").waitFor(),
    menus: {
      File: { "Find a client": "Ctrl+F", "Working days…": "Alt+W" },
      Edit: { "Clear the search": "" },
      Function: { "Dictionary…": "", "Letterhead…": "Alt+H" },
      Page: { "Client Record": "", "Action Plan": "" },
      Help: HELP,
    },
    toolbar: null,
    keysOfHelp: ["Ctrl+F", "Alt+H", "Alt+W"],
  },
  {
    name: "a client's page",
    reach: (page) => openClient(page, "rao"),
    menus: {
      File: { "Find a client": "Ctrl+F", Close: "Esc" },
      Function: { "Start an interview": "" },
      Page: {
        ...{ "Additional Information": "", "Qualifications and Assessments": "", "Childcare Barriers to Work": "" },
        ...{ "In Work Benefit Calculation": "", "Jobseeker's Agreement": "", Conversations: "", "Action Plan": "" },
      },
      Help: HELP,
    },
    toolbar: "Client record",
    keysOfHelp: ["Ctrl+F", "Esc"],
  },
  {
    name: "the Action Plan window in list mode, in an interview",
    reach: openPlanInInterview,
    menus: { ...PLAN, File: { ...PLAN.File, Close: "Esc" } },
    toolbar: "Action Plan",
    keysOfHelp: ["Alt+N", "Ctrl+R", "F2", "F7", "F8", "Ctrl+S", "Ctrl+P", ...Object.values(TABS), "Esc"],
  },
  {
    name: "the Action Plan window with an item shown",
    reach: (page) => press(page, "Detail"),
    menus: PLAN,
    toolbar: "Action Plan",
    keysOfHelp: ["Alt+N", "Ctrl+R", "F2", "F7", "F8", "Ctrl+S", "Ctrl+P", ...Object.values(TABS), "Esc"],
  },
];

describe.skipIf(noBrowserReason !== undefined)("The menus, walked through by keyboard", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(5_000);
  });
  afterAll(() => application?.close());

  it.each(WINDOWS)("of $name have every command, with its shortcut, and Help has every shortcut", async (shown) => {
    await shown.reach(page);
    const menus = await walk(page);
    expect(Object.keys(menus).filter((name) => name in shown.menus)).toEqual(Object.keys(shown.menus));
    expect(menus).toMatchObject(shown.menus);
    const labels = Object.values(menus).flatMap((items) => Object.keys(items));
    expect((await buttonsWithout(page, shown.toolbar, labels)).join()).toBe("");
    const inMenus = Object.values(menus).flatMap((items) => Object.values(items));
    const help = await keysInHelp(page);
    expect([...inMenus, ...shown.keysOfHelp].filter((keys) => keys !== "" && !help.includes(keys))).toEqual([]);
  });

  it("leave the focus on their head after Esc, and a letter goes to the next menu that begins with it", async () => {
    await page.getByRole("menuitem", { name: "File", exact: true }).focus();
    await page.keyboard.press("h");
    await page.keyboard.press("Enter");
    expect(await focusedLabel(page)).toBe("Keyboard shortcuts");
    await page.keyboard.press("Escape");
    expect(await focusedLabel(page)).toBe("Help");
    await page.keyboard.press("Home");
    expect(await focusedLabel(page)).toBe("File");
  });

  it("run a command by Enter, and say why one is off", async () => {
    await page.getByRole("menuitem", { name: "Page", exact: true }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("q");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("tab", { name: "Quals" }).getAttribute("aria-selected")).toBe("true");
    await page.getByRole("menuitem", { name: "Edit", exact: true }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("d");
    const why = await page.evaluate(() => {
      const id = document.activeElement?.getAttribute("aria-describedby") ?? "";
      return document.getElementById(id)?.textContent;
    });
    expect(why).toBe("no review is selected.");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

/** Every menu from the first to the last by the arrow keys: the labels in it with the shortcuts shown there. */
async function walk(page: Page): Promise<Menus> {
  const menus: Record<string, Record<string, string>> = {};
  await page.getByRole("menubar").getByRole("menuitem").first().focus();
  for (;;) {
    const name = await focusedLabel(page);
    if (name in menus) return menus;
    menus[name] = await walkMenu(page);
    await page.keyboard.press("Escape");
    expect(await focusedLabel(page)).toBe(name);
    await page.keyboard.press("ArrowRight");
  }
}

async function walkMenu(page: Page): Promise<Record<string, string>> {
  const items: Record<string, string> = {};
  for (;;) {
    await page.keyboard.press("ArrowDown");
    const [label, keys, announced] = await page.evaluate(() => {
      const item = document.activeElement;
      return [
        item?.firstElementChild?.textContent ?? "",
        item?.querySelector(".keys")?.textContent ?? "",
        item?.getAttribute("aria-keyshortcuts") ?? "",
      ] as const;
    });
    if (label in items) return items;
    expect(announced, label).toBe(keys.replace("Ctrl", "Control").replace("Esc", "Escape"));
    items[label] = keys;
  }
}

function focusedLabel(page: Page): Promise<string> {
  return page.evaluate(() => {
    const item = document.activeElement;
    return item?.firstElementChild?.textContent ?? item?.textContent ?? "";
  });
}

/** Buttons of a button row that no menu has under their name or their full name. */
function buttonsWithout(page: Page, toolbar: string | null, labels: readonly string[]): Promise<string[]> {
  if (toolbar === null) return Promise.resolve([]);
  return page
    .getByRole("toolbar", { name: toolbar })
    .getByRole("button")
    .evaluateAll(
      (buttons, known) =>
        buttons
          .filter(
            (button) => ![button.textContent ?? "", (button as HTMLElement).title].some((name) => known.includes(name)),
          )
          .map((button) => button.textContent ?? ""),
      labels,
    );
}

async function keysInHelp(page: Page): Promise<string[]> {
  await page.getByRole("menuitem", { name: "Help", exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await dialog.waitFor();
  const keys = await dialog.getByRole("term").allInnerTexts();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  return keys;
}

async function openPlanInInterview(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Interview", exact: true }).click();
  const start = page.getByRole("dialog", { name: "Start interview" });
  await start.getByLabel("Kind").selectOption({ label: "Jobsearch Review" });
  await start.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("region", { name: "Interview" }).waitFor();
  await page.getByRole("button", { name: "ActnPln" }).click();
  await page.getByRole("button", { name: "Detail" }).waitFor();
}
