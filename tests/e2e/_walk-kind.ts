import { openApplication } from "./harness.ts";
import { openClient } from "./windows.ts";

const application = await openApplication();
const { page } = application;
page.setDefaultTimeout(15000);
try {
  await openClient(page, "o'neill");
  await page.screenshot({ path: "/tmp/p/kind/s-client.png" });
  await page.getByRole("button", { name: "ActnPln" }).click();
  await page.getByRole("heading", { name: /View Action Plan/ }).waitFor();
  await page.keyboard.press("Alt+6");
  await page
    .getByRole("grid")
    .focus()
    .catch(() => {});
  await page.screenshot({ path: "/tmp/p/kind/s-plan.png" });
  await page.getByRole("button", { name: "Detail" }).click();
  await page.screenshot({ path: "/tmp/p/kind/s-item.png" });
  await page.getByRole("button", { name: "Amnd" }).click();
  await page.screenshot({ path: "/tmp/p/kind/s-amend.png" });
} finally {
  console.log(application.problems);
  await application.close();
}
