import { join } from "node:path";
import { checkStore } from "../../electron/store/check-store.ts";
import { findClientId } from "../../electron/store/repositories/clients.ts";
import { type FaultReport, type KillOptions, newSeed, openAgain } from "./fault-report.ts";
import { runAndKill } from "./kill-process.ts";
import { createRandom } from "./random.ts";

const CHILD = join(import.meta.dirname, "printing-child.ts");
const LONGEST_DELAY_MILLISECONDS = 700;
const MARIA_GALLAGHER = "QQ100002A";

/** What is known of a print: that it was said to be made, and that it was said to be handed over. */
type Said = Map<string, { isHandedOver: boolean }>;

/** Kills a process with SIGKILL, time and again on one store, while it prints, and looks each time at what is left. */
export async function killWhilePrinting({ kills, folder, seed = newSeed() }: KillOptions): Promise<FaultReport> {
  const started = performance.now();
  const random = createRandom(seed);
  const clientId = prepareStore(folder);
  const said: Said = new Map();
  const problems: string[] = [];
  let found = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const delay = random() * LONGEST_DELAY_MILLISECONDS;
    const { out, err, exitCode } = await runAndKill(CHILD, [folder, clientId], { delay, readyLine: "ready" });
    if (exitCode !== null) throw new Error(`The printing process ended by itself: ${err}`);
    for (const [, what, printId = ""] of out.matchAll(/^(printed|handed-over) (\S+)\n/gm)) {
      said.set(printId, { isHandedOver: what === "handed-over" });
    }
    const inspection = inspectPrints(folder, said, kill);
    problems.push(...inspection.problems.map((problem) => `After kill ${kill}: ${problem}`));
    found = inspection.prints;
  }
  const seconds = (performance.now() - started) / 1_000;
  return { seed, kills, acknowledged: said.size, unacknowledged: found - said.size, problems, seconds };
}

function prepareStore(folder: string): string {
  const { context, close } = openAgain(folder);
  const clientId = findClientId(context.store, MARIA_GALLAGHER) ?? "";
  void close();
  return clientId;
}

function inspectPrints(folder: string, said: Said, kills: number): { prints: number; problems: string[] } {
  const { context, close } = openAgain(folder);
  const problems = checkStore(context.store);
  const rows = context.store.all<{ id: string; handedOverAt: string | null }>(
    "SELECT id, handed_over_at AS handedOverAt FROM print",
  );
  void close();
  const prints = new Map(rows.map(({ id, handedOverAt }) => [id, handedOverAt]));
  for (const [printId, { isHandedOver }] of said) {
    if (!prints.has(printId)) problems.push("A print was acknowledged and is not there");
    else if (isHandedOver && prints.get(printId) === null)
      problems.push("A print was handed over and is not recorded so");
  }
  // Each process can be killed between one commit and its line.
  if (prints.size > said.size + kills) problems.push("There are prints that nobody made");
  return { prints: prints.size, problems };
}
