import { openApplication } from "./harness.ts";
import { openClient } from "./windows.ts";
const app = await openApplication();
const { page } = app;
try {
  await openClient(page, "gallagher");
  await page.getByRole("button", { name: "Interview", exact: true }).click();
  const start = page.getByRole("dialog", { name: "Start interview" });
  await start.getByLabel("Kind").selectOption({ label: "LP WFI" });
  await start.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: "/tmp/cv-5.png" });
  console.log(app.problems, await page.getByRole("dialog").allInnerTexts());
} finally { await app.close(); }
