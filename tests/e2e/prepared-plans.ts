import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApp } from "../../electron/app.ts";
import { NO_CHANGES, type PlanChanges } from "../../shared/action-plan/action-plan.ts";
import type { RequestInput, RequestName, RequestOutput } from "../../shared/contract.ts";
import { TODAY } from "./harness.ts";

/** The application before any window: makes the plans that a test needs and that no caseload has. */
export interface Preparation {
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>;
  clientId(nino: string): Promise<string>;
  /** Saves changes outside an interview. */
  save(nino: string, changes: Partial<PlanChanges>): Promise<void>;
}

/** Makes a training store, prepares it, and answers its folder, which whoever asked takes away afterwards. */
export async function preparedFolder(prepare: (preparation: Preparation) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "action-plan-e2e-"));
  const opened = openApp({ isTraining: true, today: TODAY, dataFolder: folder });
  if (!opened.ok) throw new Error(`The application was refused: ${opened.error.code}`);
  const app = opened.value;
  const ask: Preparation["ask"] = async (name, input) => {
    const answer = await app.answer(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
    return answer.value as never;
  };
  const clientId: Preparation["clientId"] = async (nino) => {
    const { groups } = await ask("find-clients", { text: nino });
    return groups[0]?.clients[0]?.id ?? "";
  };
  const save: Preparation["save"] = async (nino, changes) => {
    const id = await clientId(nino);
    const { plan } = await ask("open-plan", { clientId: id });
    await ask("save-plan", {
      clientId: id,
      kind: "lms",
      planVersion: plan?.version ?? null,
      creation: plan ? null : { reason: "telephone", text: "" },
      changes: { ...NO_CHANGES, ...changes },
      isClockConfirmed: false,
    });
  };
  await prepare({ ask, clientId, save });
  app.close();
  return folder;
}
