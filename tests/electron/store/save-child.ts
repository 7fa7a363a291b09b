import { openApp } from "../../../electron/app.ts";

const [, , dataFolder = "", text = ""] = process.argv;

/** Saves an item with a text on Dilip Rao's plan, says so, and stays open until it is killed. */
async function saveAndStay(): Promise<void> {
  const opened = openApp({ dataFolder, isTraining: true, today: "2012-04-16" });
  if (!opened.ok) throw new Error(opened.error.code);
  const app = opened.value;
  const found = await app.answer("find-clients", { text: "Rao" });
  const groups = found.ok && "groups" in found.value ? found.value.groups : [];
  const [group] = groups;
  const clientId = group && "clients" in group ? group.clients[0]?.id : undefined;
  const item = { key: "new", text, assignedTo: "client", targetDate: "2012-05-01", dateClosed: null };
  const none = { amendedItems: [], newReviews: [], amendedReviews: [], deletedReviews: [], texts: {} };
  const changes = { ...none, newItems: [item] };
  const plan = { clientId, kind: "lms", planVersion: 1, creation: null };
  const saved = await app.answer("save-plan", { ...plan, changes, isClockConfirmed: false });
  console.log(saved.ok ? "saved" : saved.error.code);
  setInterval(() => app, 1_000);
}

await saveAndStay();
