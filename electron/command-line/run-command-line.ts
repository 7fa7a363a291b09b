import { v7 as uuid } from "uuid";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import { framesOf, logError } from "../platform/error-log.ts";
import { workingAdvisers } from "../services/entry/open-with-passphrase.ts";
import { askForAccess, type Terminal, thisTerminal } from "./ask-for-access.ts";
import { runCommand } from "./commands.ts";
import { openForCommandLine, openOfficeForCommandLine } from "./open-for-command-line.ts";
import type { ExitCode, Output } from "./output.ts";
import { type Invocation, readArguments, USAGE } from "./read-arguments.ts";
import { finishKilledRestore, runRestore } from "./restore.ts";
import { type ReadInput, runSpell, standardInput } from "./spell.ts";

/** Runs what was typed after `npm run plan --` and says how it went. */
export async function runCommandLine(
  typed: readonly string[],
  workingFolder: string,
  output: Output,
  terminal: Terminal = thisTerminal,
  readInput: ReadInput = standardInput,
): Promise<ExitCode> {
  if (typed.includes("--help")) {
    output.result(USAGE.trimEnd());
    return 0;
  }
  const invocation = readArguments(typed, workingFolder);
  if (!invocation.ok) {
    output.remark(`${invocation.error}\n\n${USAGE.trimEnd()}`);
    return 2;
  }
  try {
    return await run(invocation.value, output, terminal, readInput);
  } catch (error) {
    return refuse(logged(error, invocation.value), output);
  }
}

async function run(
  invocation: Invocation,
  output: Output,
  terminal: Terminal,
  readInput: ReadInput,
): Promise<ExitCode> {
  const { command, dataFolder, isTraining, today } = invocation;
  if (command.name === "spell") {
    const spelt = await runSpell(invocation, readInput, output);
    return spelt.ok ? spelt.value : refuse(spelt.error, output);
  }
  if (command.name === "restore") {
    const restored = runRestore(command.file, invocation, output);
    return restored.ok ? restored.value : refuse(restored.error, output);
  }
  const isReady = finishKilledRestore(dataFolder);
  if (!isReady.ok) return refuse(isReady.error, output);
  const opened = isTraining
    ? openForCommandLine({ dataFolder, isTraining, today })
    : await openOfficeStore(invocation, terminal, output);
  if (opened === undefined) return 1;
  if (!opened.ok) return refuse(opened.error, output);
  try {
    const outcome = await runCommand(command, invocation, opened.value, output);
    return outcome.ok ? outcome.value : refuse(outcome.error, output);
  } finally {
    await opened.value.close();
  }
}

/** Opens an office's store, or says why there is no passphrase to open it with. */
async function openOfficeStore({ dataFolder, adviser }: Invocation, terminal: Terminal, output: Output) {
  const working = workingAdvisers(dataFolder);
  if (!working.ok) return working;
  const access = await askForAccess(adviser, working.value.length > 1, terminal);
  if (access) return openOfficeForCommandLine(dataFolder, access);
  output.remark(
    "An office's store needs an adviser's passphrase: type it at a terminal, or set ACTION_PLAN_PASSPHRASE.",
  );
  return undefined;
}

/** What was typed is at fault where it leaves open which plan is meant. */
function refuse(error: AppError, output: Output): 1 | 2 {
  const { title, text, whatToDo } = errorMessage(error);
  output.remark([title, text, whatToDo].filter(Boolean).join("\n"));
  return error.code === "plan-kind-needed" ? 2 : 1;
}

function logged(thrown: unknown, { command, dataFolder }: Invocation): AppError {
  const errorId = uuid();
  logError(dataFolder, {
    at: new Date().toISOString(),
    request: `plan ${command.name}`,
    code: "internal",
    errorId,
    stack: framesOf(thrown),
  });
  return { code: "internal", errorId };
}
