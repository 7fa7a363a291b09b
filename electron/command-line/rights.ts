import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { ErasedBackups } from "../../shared/rights/erasure.ts";
import type { CommandLineOffice } from "./open-for-command-line.ts";
import type { ExitCode, Output } from "./output.ts";
import type { Command } from "./read-arguments.ts";
import { writeOutputFile } from "./write-output-file.ts";

type OpenStore = Pick<CommandLineOffice, "services">;
type Outcome = Result<ExitCode, AppError>;
type CommandNamed<Name extends Command["name"]> = Extract<Command, { name: Name }>;

/** Writes everything held on a client to a folder, which is made where it is missing. */
export function runSubjectAccess(
  { nino, folder }: CommandNamed<"subject-access">,
  { services }: OpenStore,
  output: Output,
  isJson: boolean,
): Outcome {
  const isThere = makeFolder(folder);
  if (!isThere.ok) return isThere;
  const held = services.subjectAccess(nino);
  if (!held.ok) return held;
  const written: string[] = [];
  for (const { name, content } of contentsOf(held.value, services)) {
    const file = join(folder, name);
    const read = content();
    const outcome = read.ok ? writeOutputFile(file, read.value) : read;
    if (!outcome.ok) {
      for (const half of written) rmSync(half, { force: true });
      return outcome;
    }
    written.push(file);
  }
  output.result(isJson ? JSON.stringify({ files: written }, null, 2) : written.join("\n"));
  output.remark("These files are not encrypted: delete them once they are handed over.");
  return ok(0);
}

interface GivenFile {
  readonly name: string;
  /** Read only when it is written: together they can be larger than what fits in memory. */
  readonly content: () => Result<Buffer, AppError>;
}

/** The files in the order in which they are written: what is held, then what was attached. */
function contentsOf(
  { files, attachments }: RequestOutput<"subject-access">,
  services: OpenStore["services"],
): readonly GivenFile[] {
  return [
    ...files.map(({ name, text }) => ({ name, content: () => ok(Buffer.from(text)) })),
    ...attachments.map(({ id, name }) => ({
      name,
      content: () => {
        const opened = services.openAttachment(id);
        return opened.ok ? ok(Buffer.from(opened.value.content, "base64")) : opened;
      },
    })),
  ];
}

function makeFolder(folder: string): Result<null, AppError> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return ok(null);
  } catch {
    return err({ code: "file-not-written", file: folder });
  }
}

/** Takes a client out for good, and says what became of the backups. */
export async function runErase(
  { nino, reason }: CommandNamed<"erase">,
  { services }: OpenStore,
  output: Output,
  isJson: boolean,
): Promise<Outcome> {
  const erased = await services.eraseClient(nino, reason);
  if (!erased.ok) return erased;
  const { backups } = erased.value;
  output.result(
    isJson ? JSON.stringify({ backups }, null, 2) : ["The client is erased.", ...madeAnew(backups)].join("\n"),
  );
  if (backups.left.length > 0) {
    output.remark(
      ["These still hold the client. Make a backup, then delete them by hand:", ...backups.left].join("\n"),
    );
  }
  output.remark("Backups that were written to other folders are not known here.");
  return ok(0);
}

function madeAnew({ made, deleted }: ErasedBackups): string[] {
  return [
    ...(made === null ? [] : [`Backup made anew: ${made}`]),
    ...deleted.map((file) => `Deleted, since it held the client: ${file}`),
  ];
}
