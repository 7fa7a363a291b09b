import { join } from "node:path";
import { openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { openStore } from "../../electron/store/open-store.ts";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";
import { transaction } from "../../electron/store/transaction.ts";
import { ok } from "../../shared/result.ts";
import { ask } from "../faults/ask.ts";
import { addNumberedClients } from "../faults/numbered-caseload.ts";
import { type Front, type FrontOptions, HELL_DAY } from "./front.ts";
import { endOfInterview } from "./payloads.ts";
import { loggedBugs, storeProblems } from "./store-problems.ts";
import { World } from "./world.ts";

const NUMBERED_CLIENTS = 60;

/** Opens a training store, in which an adviser is always signed in. */
export async function openTrainingHell({ folder, watch }: FrontOptions): Promise<Front> {
  const clientIds = prepareStore(folder);
  const opened = openApp({ dataFolder: folder, isTraining: true, today: HELL_DAY });
  const beside = openStore(join(folder, "store.db"), TRAINING_KEY);
  if (!opened.ok || !beside.ok) throw new Error("The training store does not open");
  const app = opened.value;
  const { policy, interviewKinds } = await ask(app, "session", {});
  const world = new World({ clientIds, kinds: interviewKinds.map(({ code }) => code), today: () => HELL_DAY });
  // It changes whenever another connection commits, and only then.
  const mark = () => beside.value.database.pragma("data_version", { simple: true });
  watch.begin({ world, policy, mark });
  app.subscribe((event) => watch.sawEvent(event));
  return {
    world,
    inOrder: endOfInterview,
    async make(group) {
      await watch.answersOf(app, group);
    },
    pause: async () => undefined,
    async end() {
      watch.problems.push(...storeProblems(beside.value, clientIds, policy, watch.reviewed), ...loggedBugs(folder));
      beside.value.close();
      app.close();
    },
  };
}

/** A training store with clients enough that plans do not fill at once, and one that is there no longer. */
function prepareStore(dataFolder: string): string[] {
  const office = openOffice({ dataFolder, isTraining: true, today: HELL_DAY }, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  const { context, close } = office.value;
  const numbered = addNumberedClients(context, NUMBERED_CLIENTS);
  const [gone = ""] = numbered;
  const audit = { at: context.clock.now(), action: "test", adviserId: null, clientId: gone, interviewId: null };
  transaction(context.store, audit, (writer) => ok(writer.remove("client", gone)));
  const seeded = context.store.all<{ id: string }>("SELECT id FROM client WHERE nino < 'QQ2'").map(({ id }) => id);
  void close();
  return [...seeded, ...numbered];
}
