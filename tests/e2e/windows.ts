import type { Locator, Page } from "playwright-core";

/** A text field of the Action Plan window by its name on screen. */
export function field(page: Page, name: string): Locator {
  return page.getByRole("textbox", { name, exact: true });
}

/** Finds a client from the first screen and opens the client's page. */
export async function openClient(page: Page, surname: string): Promise<void> {
  await page.getByLabel("Find a client").fill(surname);
  await page
    .getByRole("row")
    .filter({ hasText: new RegExp(surname, "i") })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Client Record", exact: true }).click();
  await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
}

/** Finds a client from the first screen and opens the Action Plan window, without what was kept unsaved before. */
export async function openPlan(page: Page, surname: string): Promise<void> {
  await openClient(page, surname);
  await page.getByRole("button", { name: "ActnPln" }).click();
  const heading = page.getByRole("heading", { name: /(Create|View) Action Plan - / });
  const kept = page.getByRole("dialog", { name: "Unsaved changes were kept" });
  await heading.or(kept).first().waitFor();
  if (await kept.isVisible()) await kept.getByRole("button", { name: "Discard" }).click();
  await heading.waitFor();
}
