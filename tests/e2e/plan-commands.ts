import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { PlanCommand } from "../../shared/action-plan/enabling.ts";

/** The shortcuts as a browser lets them through. */
const KEYS: Readonly<Partial<Record<PlanCommand, string>>> = {
  NActItm: "Alt+n",
  NRev: "Alt+r",
  Amnd: "F2",
  Spell: "F7",
  Print: "Control+p",
  Save: "Control+s",
};

const MENUS = ["File", "Edit", "Function"];

/** For each command "on", or why it is off in the words that a screen reader says. */
export type CommandStates = Readonly<Partial<Record<PlanCommand, string>>>;

/** Presses a command's button of the Action Plan window. */
export async function press(page: Page, command: PlanCommand): Promise<void> {
  await buttonOf(page, command).click();
}

/** A command's button in the button row, which may not be there in this mode. */
export function buttonOf(page: Page, command: PlanCommand): Locator {
  return page.getByRole("toolbar", { name: "Action Plan" }).getByRole("button", { name: command, exact: true });
}

/** The states of the commands in the button row. */
export async function buttonStates(page: Page): Promise<CommandStates> {
  await drawn(page);
  return statesOf(page, '[role="toolbar"][aria-label="Action Plan"] button');
}

/** The states of the commands in the menus, which have every one of them. */
export async function menuStates(page: Page): Promise<CommandStates> {
  let states: CommandStates = {};
  for (const menu of MENUS) {
    await openMenu(page, menu);
    states = { ...states, ...(await statesOf(page, '[role="menu"] > [role="menuitem"]')) };
    await closeMenu(page);
  }
  return states;
}

/** Tries commands that are off by mouse, keys, shortcut and menu, and makes sure that nothing comes of it. */
export async function expectNothingComesOf(page: Page, commands: readonly PlanCommand[]): Promise<void> {
  const before = await shownIn(page);
  const buttons = Object.keys(await buttonStates(page));
  for (const command of commands) {
    if (buttons.includes(command)) await tryButton(page, command);
    const key = KEYS[command];
    if (key) await page.keyboard.press(key);
  }
  for (const menu of MENUS) {
    await openMenu(page, menu);
    const inMenu = Object.keys(await statesOf(page, '[role="menu"] > [role="menuitem"]'));
    for (const command of commands.filter((name) => inMenu.includes(name))) {
      const item = page.getByRole("menu").getByRole("menuitem", { name: command, exact: true });
      await item.press("Enter");
      await item.click({ force: true });
    }
    await closeMenu(page);
  }
  expect(await shownIn(page), `after ${commands.join(", ")}`).toEqual(before);
}

async function tryButton(page: Page, command: PlanCommand): Promise<void> {
  const button = buttonOf(page, command);
  await button.press("Enter");
  await page.keyboard.press("Space");
  await button.click({ force: true });
  expect(await button.evaluate((element) => document.activeElement === element), `${command} has the focus`).toBe(true);
}

function statesOf(page: Page, selector: string): Promise<CommandStates> {
  return page.evaluate((controls) => {
    const stateOf = (control: Element) => {
      if (control.getAttribute("aria-disabled") !== "true") return "on";
      const description = document.getElementById(control.getAttribute("aria-describedby") ?? "");
      return description?.textContent || "off without a reason";
    };
    const nameOf = (control: Element) => control.firstElementChild?.textContent ?? control.textContent ?? "";
    return Object.fromEntries([...document.querySelectorAll(controls)].map((each) => [nameOf(each), stateOf(each)]));
  }, selector);
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole("menubar").getByRole("menuitem", { name, exact: true }).click();
  await page.getByRole("menu").waitFor();
}

async function closeMenu(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
}

/** What is typed is told to the rest of the window after the next frame. */
function drawn(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  });
}

/** Everything that a command could change: the heading, the work with what stands in its fields, dialogs, the status. */
async function shownIn(page: Page): Promise<unknown> {
  await drawn(page);
  return page.evaluate(() => {
    const textOf = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map((part) => {
        const copy = part.cloneNode(true) as HTMLElement;
        // Words are marked whenever the check answers.
        for (const marks of copy.querySelectorAll(".marks")) marks.remove();
        return copy.textContent;
      });
    const fields = [...document.querySelectorAll<HTMLInputElement>(".halves input, .halves textarea, .halves select")];
    return [...["h1", ".halves", ".statusbar .where", '[role="dialog"]'].map(textOf), fields.map(({ value }) => value)];
  });
}
