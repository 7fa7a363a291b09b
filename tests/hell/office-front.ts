import { readdirSync } from "node:fs";
import { v7 } from "uuid";
import { type App, openApp } from "../../electron/app.ts";
import { buildOffice, type OpenOptions } from "../../electron/office.ts";
import { listBackups } from "../../electron/store/backups.ts";
import { storeFile } from "../../electron/store/keys/key-file.ts";
import { openStore, type StoreKey } from "../../electron/store/open-store.ts";
import { isRequestName, requests } from "../../shared/contract.ts";
import type { Policy } from "../../shared/policy.ts";
import { ask } from "../faults/ask.ts";
import { addNumberedClients } from "../faults/numbered-caseload.ts";
import { createRandom } from "../faults/random.ts";
import type { Answered, AnswerWatch, Asked } from "./answer-watch.ts";
import { BesideStore } from "./beside-store.ts";
import { DoorKeysReader } from "./door-keys.ts";
import { type DoorMoment, doorProblems } from "./door-rules.ts";
import { type Front, type FrontOptions, HELL_DAY } from "./front.ts";
import { endOfInterview, forgottenPassphrase, lostRecoveryKey } from "./payloads.ts";
import { loggedBugs, storeProblems } from "./store-problems.ts";
import { createTurnedClock, type TurnedClock } from "./turned-clock.ts";
import { PASSPHRASES, World } from "./world.ts";

const NUMBERED_CLIENTS = 40;
const CHEAP = { N: 2, r: 8, p: 1 } as const;
const SECONDS_BETWEEN = 3;
const LONG_PAUSE_SECONDS = 11 * 60;
const LONG_PAUSES = 1 / 400;
/** Of those who must wait, so many do; the others try at once. */
const PATIENCE = 0.6;

/** Opens an office's own store, set up by passphrase, at whose door everything that may be asked is asked. */
export async function openOfficeHell({ folder, seed, watch }: FrontOptions): Promise<Front> {
  const clock = createTurnedClock(HELL_DAY);
  const options: OpenOptions = { dataFolder: folder, isTraining: false, clock, keyCost: CHEAP };
  const app = openOrThrow(options);
  const [passphrase = ""] = PASSPHRASES;
  const { recoveryKey } = await ask(app, "set-up", {
    office: { name: "Kelbridge Jobcentre", nation: "SCT", soc: "2010", plans: "both" },
    adviser: { name: "Ada Fenwick", staffNumber: "70412" },
    passphrase,
  });
  await ask(app, "confirm-recovery-key", { lastGroup: recoveryKey.slice(-5) });
  const { policy, interviewKinds } = await ask(app, "session", {});
  const { advisers } = await ask(app, "entry", {});
  const door = new DoorKeysReader(folder);
  for (const secret of [...PASSPHRASES, recoveryKey]) door.sawSecret(secret);
  const { storeKey } = await door.read();
  const clientIds = addClients(options, storeKey, clock);
  const kinds = interviewKinds.map(({ code }) => code);
  const world = new World({ clientIds, kinds, today: clock.today });
  const beside = new BesideStore(folder, storeKey);
  watch.begin({ world, policy, mark: () => `${beside.mark()} ${door.mark()}` });
  app.subscribe((event) => watch.sawEvent(event));
  const random = createRandom(seed);
  const parts = { options, clock, watch, world, door, beside, policy, clientIds, random };
  const front = new OfficeFront(parts, app, advisers[0]?.id);
  await front.lookAround();
  return front;
}

interface Parts {
  readonly options: OpenOptions;
  readonly clock: TurnedClock;
  readonly watch: AnswerWatch;
  readonly world: World;
  readonly door: DoorKeysReader;
  readonly beside: BesideStore;
  readonly policy: Policy;
  readonly clientIds: readonly string[];
  readonly random: () => number;
}

class OfficeFront implements Front {
  readonly inOrder = [...forgottenPassphrase, ...lostRecoveryKey, ...endOfInterview];
  readonly #parts: Parts;
  #app: App;
  #insideId: string | undefined;
  #restores = 0;

  constructor(parts: Parts, app: App, insideId: string | undefined) {
    this.#parts = parts;
    this.#app = app;
    this.#insideId = insideId;
  }

  get world(): World {
    return this.#parts.world;
  }

  async make(group: readonly Asked[]): Promise<void> {
    const { watch, beside, clock, random } = this.#parts;
    clock.turn(random() < LONG_PAUSES ? LONG_PAUSE_SECONDS : SECONDS_BETWEEN);
    const before = await this.#moment();
    const isRestore = group.some(({ name }) => name === "restore-backup");
    if (isRestore) beside.letGo();
    const answers = await watch.answersOf(this.#app, group);
    beside.takeUp();
    for (const [index, asked] of group.entries()) this.#takeIn(asked, answers[index]);
    await this.#lookAtDoor(group, answers, before);
    this.#wait(answers);
  }

  /** Has the world know the door as it stands, before the next payload is filled in by what is known. */
  async lookAround(): Promise<void> {
    this.#tellWorld(await this.#moment());
  }

  /** A new start finds the office as it was left, with nobody signed in. */
  async pause(): Promise<void> {
    this.#app.close();
    this.#lookAtStore();
    this.#app = openOrThrow(this.#parts.options);
    this.#app.subscribe((event) => this.#parts.watch.sawEvent(event));
    this.#insideId = undefined;
    await this.#letSomebodyIn();
    await this.lookAround();
  }

  async end(): Promise<void> {
    const { watch, options, beside } = this.#parts;
    this.#app.close();
    this.#lookAtStore();
    beside.letGo();
    const kept = readdirSync(options.dataFolder).filter((name) => /^store-before-restore-.*\.db$/.test(name));
    if (kept.length !== this.#restores) watch.problems.push(`${kept.length} stores kept by ${this.#restores} restores`);
    watch.problems.push(...loggedBugs(options.dataFolder));
  }

  #lookAtStore(): void {
    const { watch, beside, clientIds, policy } = this.#parts;
    watch.problems.push(...beside.look((store) => storeProblems(store, clientIds, policy, watch.reviewed)));
  }

  async #letSomebodyIn(): Promise<void> {
    const { watch, clock } = this.#parts;
    const before = await this.#moment();
    if (before.entry.state !== "signed-out") watch.problems.push(`A new start is ${before.entry.state}`);
    clock.turn(before.entry.waitSeconds);
    const [adviserId = "", passphrase = ""] = [...before.keys.passphrases][0] ?? [];
    const answer = await this.#app.answer("sign-in", { adviserId, passphrase });
    if (answer.ok) this.#insideId = adviserId;
    else watch.problems.push(`After a new start nobody comes in: ${answer.error.code}`);
  }

  /** The question moves nothing but what the time has moved, so that it can be asked before and after every request. */
  async #moment(): Promise<DoorMoment> {
    const entry = await ask(this.#app, "entry", {});
    return { entry, keys: await this.#parts.door.read(), insideId: this.#insideId };
  }

  #takeIn({ name, payload }: Asked, answer: Answered): void {
    if (!answer?.ok || !isRequestName(name)) return;
    const given = requests[name].input.parse(payload) as Record<string, string>;
    for (const secret of [given.passphrase, given.newPassphrase]) if (secret) this.#parts.door.sawSecret(secret);
    if (name === "new-recovery-key") this.#parts.door.sawSecret((answer.value as { recoveryKey: string }).recoveryKey);
    if (name === "sign-in" || name === "recover") this.#insideId = given.adviserId;
    if (name === "sign-out" || name === "restore-backup") this.#insideId = undefined;
    if (name !== "restore-backup") return;
    this.#restores += 1;
    this.world.sawRestore();
  }

  async #lookAtDoor(group: readonly Asked[], answers: readonly Answered[], before: DoorMoment): Promise<void> {
    const { watch } = this.#parts;
    try {
      const after = await this.#moment();
      const { state, lockedAdviserId, advisers } = after.entry;
      if (state === "signed-out" || state === "new") this.#insideId = undefined;
      this.#tellWorld({ ...after, insideId: this.#insideId });
      const [alone] = group;
      const problems = group.length === 1 && alone ? doorProblems(alone, answers[0], before, after) : [];
      if (lockedAdviserId !== null && lockedAdviserId !== this.#insideId) problems.push("locked somebody else in");
      const shown = advisers.map(({ id }) => id).join();
      if (shown !== [...after.keys.passphrases.keys()].join()) problems.push("shows other advisers than have keys");
      for (const problem of problems) watch.complain(group, problem);
    } catch (thrown) {
      watch.complain(group, String(thrown));
    }
  }

  #tellWorld({ keys, insideId }: DoorMoment): void {
    const retiredIds = keys.keys.advisers.flatMap(({ id, seal }) => (seal ? [] : [id]));
    const backups = listBackups(this.#parts.options.dataFolder).map(({ file }) => file);
    const { passphrases, recoveryKey } = keys;
    this.#parts.world.sawDoor({ passphrases, retiredIds, recoveryKey, insideId, backups });
  }

  #wait(answers: readonly Answered[]): void {
    const { clock, random } = this.#parts;
    for (const answer of answers) {
      if (!answer || answer.ok || !("waitSeconds" in answer.error)) continue;
      if (random() < PATIENCE) clock.turn(answer.error.waitSeconds);
    }
  }
}

function openOrThrow(options: OpenOptions): App {
  const opened = openApp(options);
  if (!opened.ok) throw new Error(`The office does not open: ${opened.error.code}`);
  return opened.value;
}

/** Clients that come from a file that no request brings. */
function addClients({ dataFolder }: OpenOptions, key: StoreKey, clock: TurnedClock): string[] {
  const opened = openStore(storeFile(dataFolder), key);
  if (!opened.ok) throw new Error(opened.error.code);
  const adviser = { id: v7(), name: "Nobody" };
  const office = buildOffice({ store: opened.value, adviser, dataFolder, clock, ninoRule: "real" }, () => undefined);
  const ids = addNumberedClients(office.context, NUMBERED_CLIENTS);
  void office.close();
  return ids;
}
