import { v7 as uuid } from "uuid";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import { framesOf, logError } from "../platform/error-log.ts";
import { runCommand } from "./commands.ts";
import { openForCommandLine } from "./open-for-command-line.ts";
import type { ExitCode, Output } from "./output.ts";
import { type Invocation, readArguments, USAGE } from "./read-arguments.ts";

/** Runs what was typed after `npm run plan --` and says how it went. */
export async function runCommandLine(
  typed: readonly string[],
  workingFolder: string,
  output: Output,
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
    return await runInStore(invocation.value, output);
  } catch (error) {
    return refuse(logged(error, invocation.value), output);
  }
}

async function runInStore(invocation: Invocation, output: Output): Promise<ExitCode> {
  if (invocation.isTrainingByDefault) output.remark(`Opening the training store in ${invocation.dataFolder}`);
  const { dataFolder, isTraining, today } = invocation;
  const opened = openForCommandLine({ dataFolder, isTraining, today });
  if (!opened.ok) return refuse(opened.error, output);
  try {
    const outcome = await runCommand(invocation, opened.value, output);
    return outcome.ok ? outcome.value : refuse(outcome.error, output);
  } finally {
    await opened.value.close();
  }
}

function refuse(error: AppError, output: Output): 1 {
  const { title, text, whatToDo } = errorMessage(error);
  output.remark([title, text, whatToDo].filter(Boolean).join("\n"));
  return 1;
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
