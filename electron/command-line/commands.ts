import { readFileSync } from "node:fs";
import { tidyNino } from "../../shared/client-record/nino.ts";
import { formatDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ImportProblem } from "../../shared/import/import-columns.ts";
import { assertNever, err, ok, type Result } from "../../shared/result.ts";
import { readImportFile } from "../services/read-import-file.ts";
import { clientForm, showForm } from "./json-forms.ts";
import type { CommandLineOffice } from "./open-for-command-line.ts";
import type { ExitCode, Output } from "./output.ts";
import type { Command, Invocation } from "./read-arguments.ts";
import { clientAndPlans, foundClients, importSummary, problemLines } from "./readable-forms.ts";
import { runErase, runSubjectAccess } from "./rights.ts";
import { writeOutputFile } from "./write-output-file.ts";

type OpenStore = Omit<CommandLineOffice, "close">;
type Outcome = Result<ExitCode, AppError>;

/** A command that works on an open store, as all do but restore and spell, which work without one. */
export type StoreCommand = Exclude<Command, { name: "restore" | "spell" }>;

/** Runs one command on an open store; a refusal comes back as its error, with nothing said yet. */
export async function runCommand(
  command: StoreCommand,
  { isJson }: Pick<Invocation, "isJson">,
  store: OpenStore,
  output: Output,
): Promise<Outcome> {
  switch (command.name) {
    case "import":
      return runImport(command, store, output, isJson);
    case "find":
      return runFind(command.text, store, output, isJson);
    case "show":
      return runShow(command.nino, store, output, isJson);
    case "print":
      return await runPrint(command, store, output, isJson);
    case "subject-access":
      return runSubjectAccess(command, store, output, isJson);
    case "erase":
      return await runErase(command, store, output, isJson);
    case "compliance":
      return await runCompliance(command, store, output, isJson);
    case "check":
      return runCheck(store, output, isJson);
    case "backup":
      return await runBackup(command.file, store, output, isJson);
    case "purge":
      return runPurge(command.isConfirmed, store, output, isJson);
    default:
      return assertNever(command);
  }
}

type CommandNamed<Name extends Command["name"]> = Extract<Command, { name: Name }>;

function runImport(command: CommandNamed<"import">, store: OpenStore, output: Output, isJson: boolean): Outcome {
  const bytes = readBytes(command.file);
  if (!bytes.ok) return bytes;
  const reading = readImportFile(bytes.value, store.importRules);
  const said = [...reading.problems, ...reading.notes].sort((a, b) => a.line - b.line || a.column - b.column);
  output.remark(problemLines(reading.notes).join("\n"));
  if (reading.problems.length > 0) {
    output.remark([...problemLines(reading.problems), "Nothing was imported."].join("\n"));
    if (isJson) output.result(importForm({ read: reading.read, added: 0, changed: 0, unchanged: 0 }, said));
    return ok(1);
  }
  const written = store.services.importClients(reading.rows, { dryRun: command.isDryRun });
  if (!written.ok) return written;
  output.result(isJson ? importForm(written.value, said) : importSummary(written.value, command.isDryRun));
  return ok(0);
}

function importForm(
  { read, added, changed, unchanged }: { read: number; added: number; changed: number; unchanged: number },
  problems: readonly ImportProblem[],
): string {
  return json({ read, added, changed, unchanged, problems });
}

function readBytes(file: string): Result<Uint8Array, AppError> {
  try {
    return ok(readFileSync(file));
  } catch {
    return err({ code: "file-not-read", file });
  }
}

function runFind(text: string, store: OpenStore, output: Output, isJson: boolean): Outcome {
  const found = store.services.findClients(text);
  if (!found.ok) return found;
  const { groups, hasMore } = found.value;
  const clients = groups.flatMap((group) => group.clients);
  if (isJson) output.result(json(clients.map(clientForm)));
  else output.result(clients.length > 0 ? foundClients(groups) : "No client matches.");
  if (hasMore) output.remark("More clients match than are listed. Type more of the name, or the NINO.");
  return ok(0);
}

function runShow(nino: string, store: OpenStore, output: Output, isJson: boolean): Outcome {
  const shown = store.services.showClient(tidyNino(nino));
  if (!shown.ok) return shown;
  const { client, plans } = shown.value;
  output.result(isJson ? json(showForm(client, plans)) : clientAndPlans(shown.value, store.today));
  return ok(0);
}

async function runPrint(
  command: CommandNamed<"print">,
  store: OpenStore,
  output: Output,
  isJson: boolean,
): Promise<Outcome> {
  const { option, style, isLarge, format, out: file } = command;
  const choice = { kind: command.kind, option, style, isLarge, format, withoutStaffNames: false };
  const printed = await store.services.printPlan(tidyNino(command.nino), choice);
  if (!printed.ok) return printed;
  const { bytes, pages } = printed.value;
  const written = writeOutputFile(file, bytes);
  if (!written.ok) return written;
  const paged = pages === null ? "" : `${pages} ${pages === 1 ? "page" : "pages"}, `;
  const readable = `${file}: ${paged}${bytes.length} bytes.`;
  output.result(isJson ? json({ file, pages, bytes: bytes.length }) : readable);
  return ok(0);
}

async function runCompliance(
  { from, to, office, format, out: file }: CommandNamed<"compliance">,
  { services }: OpenStore,
  output: Output,
  isJson: boolean,
): Promise<Outcome> {
  const made = await services.compliance({ from, to, adviserId: null }, { format, office });
  if (!made.ok) return made;
  const bytes = Buffer.from(made.value.document, "base64");
  const written = writeOutputFile(file, bytes);
  if (!written.ok) return written;
  output.result(isJson ? json({ file, bytes: bytes.length }) : `${file}: ${bytes.length} bytes.`);
  return ok(0);
}

function runCheck(store: OpenStore, output: Output, isJson: boolean): Outcome {
  const checked = store.services.checkStore();
  if (!checked.ok) return checked;
  const { ok: isSound, problems } = checked.value;
  if (isJson) output.result(json({ ok: isSound, problems }));
  else if (isSound) output.result("The store and its audit trail are in order.");
  output.remark(problems.join("\n"));
  return ok(isSound ? 0 : 1);
}

async function runBackup(file: string, store: OpenStore, output: Output, isJson: boolean): Promise<Outcome> {
  const written = await store.services.backUp(file);
  if (!written.ok) return written;
  const { bytes } = written.value;
  output.result(isJson ? json({ file, bytes }) : `${file}: ${bytes} bytes, checked.`);
  return ok(0);
}

function runPurge(isConfirmed: boolean, store: OpenStore, output: Output, isJson: boolean): Outcome {
  const done = store.services.purge({ isConfirmed });
  if (!done.ok) return done;
  const { purged, waits } = done.value;
  if (isJson) output.result(json({ purged, waits }));
  else if (!waits) output.result(purged === 1 ? "1 closed item was purged." : `${purged} closed items were purged.`);
  if (waits) {
    output.remark(
      `Nothing was purged. Nothing has been recorded here for a long time, so today's date, ${formatDate(store.today)}, may be wrong. If it is right, add --confirm.`,
    );
  }
  return ok(waits ? 1 : 0);
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
