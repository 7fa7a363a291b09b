import { mkdtempSync } from "node:fs";
import { openApplication } from "./harness.ts";
import { field, openPlan } from "./windows.ts";
const dataFolder = mkdtempSync("/tmp/walk-pulled-");
let app = await openApplication({ dataFolder });
await openPlan(app.page, "gallagher");
await field(app.page, "Aims text").fill("Nights are possible from June.");
await app.page.waitForTimeout(2500);
await app.page.screenshot({ path: "/tmp/pulled-5.png" });
await app.close();
app = await openApplication({ dataFolder, today: "2013-04-16" });
await openPlan(app.page, "gallagher");
await app.page.waitForTimeout(1500);
await app.page.screenshot({ path: "/tmp/pulled-6.png" });
for (const name of ["Discard", "OK"]) { const b = app.page.getByRole("button", { name, exact: true }); if (await b.count()) { await b.click(); await app.page.waitForTimeout(600); await app.page.screenshot({ path: `/tmp/pulled-${name}.png` }); } }
await app.page.getByRole("tab", { name: "PCirc" }).click({ timeout: 3000 }).catch(() => 0);
await app.page.waitForTimeout(300);
await app.page.screenshot({ path: "/tmp/pulled-7.png" });
await app.close();
