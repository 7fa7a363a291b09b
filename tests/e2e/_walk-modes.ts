import { openApplication } from "./harness.ts";
import { openPlan, field } from "./windows.ts";
const app = await openApplication();
const { page } = app;
page.on("request", (r) => { if (/draft/.test(r.url() + (r.postData() ?? "").slice(0, 60))) console.log(r.url(), (r.postData() ?? "").slice(0, 90)); });
try {
  await openPlan(page, "rao");
  await page.getByRole("button", { name: "NActItm" }).click();
  await field(page, "Action Item").fill("Hello");
  await page.waitForTimeout(Number(process.argv[2] ?? 0));
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("button", { name: "Don't save" }).click();
  await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
  await page.keyboard.press("Escape");
  await openPlan(page, "rao");
  await page.waitForTimeout(700);
  console.log(await page.getByRole("dialog").allInnerTexts());
} finally { await app.close(); }
