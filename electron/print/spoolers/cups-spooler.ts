import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { getDefaultPrinter, getPrinters, print } from "unix-print";
import type { AppErrorOf } from "../../../shared/errors.ts";
import type { Printer } from "../../../shared/print/print-options.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { inTime } from "./in-time.ts";
import type { PrivateFiles } from "./private-files.ts";
import type { Patience, SpoolError, Spooler, SpoolJob } from "./spooler.ts";
import { TRAY_1, traysOf } from "./trays.ts";

const run = promisify(execFile);
const IN_ENGLISH = { ...process.env, LC_ALL: "C", LANG: "C" };

/** Prints through CUPS. unix-print speaks to it by a shell, so nothing reaches it that was not checked before. */
export function createCupsSpooler(files: PrivateFiles, patience: Patience): Spooler {
  async function list(): Promise<Result<Printer[], AppErrorOf<"no-spooler">>> {
    const asked = Promise.all([printersOrNone(), getDefaultPrinter(), statesOf(patience)]);
    const answer = await inTime(asked, patience.list);
    if (answer.kind !== "done") return err({ code: "no-spooler" });
    const [found, preferred, isStopped] = answer.value;
    const safe = found.filter(({ printer }) => isSafeName(printer));
    const printers = await Promise.all(
      safe.map(async ({ printer: id, description }) => ({
        id,
        name: description || inWords(id),
        isDefault: id === preferred?.printer,
        isReady: !isStopped(id),
        trays: traysOf(await slotsOf(id, patience)),
      })),
    );
    return ok(
      printers.sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name, "en-GB")),
    );
  }

  async function spool(job: SpoolJob): Promise<Result<undefined, SpoolError>> {
    const listed = await list();
    if (!listed.ok) return listed;
    const printer = listed.value.find(({ id }) => id === job.printer);
    if (!printer) return err({ code: "printer-missing", printer: job.printer });
    if (!printer.isReady) return err({ code: "printer-offline", printer: printer.name });
    if (job.signal.aborted) return err({ code: "print-cancelled" });
    const tray = printer.trays.find(({ id }) => id === job.tray) ?? printer.trays[0] ?? TRAY_1;
    return files.lend(job.bytes, (file) => hand(file, printer, job, tray.id, patience));
  }

  return { list, spool };
}

async function hand(
  file: string,
  { id, name }: Printer,
  { copies, signal }: SpoolJob,
  tray: string,
  patience: Patience,
): Promise<Result<undefined, SpoolError>> {
  const options = [`-n ${copies}`, `-o InputSlot=${tray}`, "-o job-sheets=none", "-t 'Action Plan'"];
  const taken = print(file, id, options);
  const outcome = await inTime(taken, patience.spool, signal);
  switch (outcome.kind) {
    case "done":
      return ok(undefined);
    case "failed":
      return err(/does not exist/i.test(outcome.reason) ? { code: "printer-missing", printer: name } : refused(name));
    case "late":
    case "cancelled":
      // It cannot be stopped, but what it still brings to the queue is taken out again.
      taken.then(
        ({ stdout }) => takeBack(stdout),
        () => undefined,
      );
      return err(outcome.kind === "late" ? { code: "printer-silent", printer: name } : { code: "print-cancelled" });
  }
}

function refused(printer: string): AppErrorOf<"printer-refused"> {
  return { code: "printer-refused", printer };
}

async function takeBack(said: string): Promise<void> {
  const request = /^request id is (\S+)/m.exec(said)?.[1];
  if (request) await run("cancel", [request], { env: IN_ENGLISH }).catch(() => undefined);
}

/** lpstat fails where there is no printer at all, which is no failure of printing. */
async function printersOrNone(): ReturnType<typeof getPrinters> {
  try {
    return await getPrinters();
  } catch (thrown) {
    if (thrown instanceof Error && /No destinations added/i.test(thrown.message)) return [];
    throw thrown;
  }
}

/** unix-print tells an idle printer from another, but not a stopped one from one at work. */
async function statesOf({ list }: Patience): Promise<(id: string) => boolean> {
  const { stdout } = await run("lpstat", ["-p"], { env: IN_ENGLISH, timeout: list }).catch(nothingSaid);
  const stopped = new Set([...stdout.matchAll(/^printer (\S+) disabled since/gm)].map(([, id]) => id));
  return (id) => stopped.has(id);
}

/** The trays as the driver names them; a printer without a driver of its own tells none. */
async function slotsOf(id: string, { list }: Patience): Promise<string[]> {
  const { stdout } = await run("lpoptions", ["-p", id, "-l"], { env: IN_ENGLISH, timeout: list }).catch(nothingSaid);
  const choices = /^InputSlot[^:\n]*:(.*)$/m.exec(stdout)?.[1]?.trim().split(/\s+/) ?? [];
  return choices.map((choice) => choice.replace(/^\*/, "")).filter(isSafeName);
}

function nothingSaid() {
  return { stdout: "" };
}

/** CUPS allows more in a name; a shell would read the rest as its own. */
function isSafeName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.@+-]*$/u.test(name);
}

function inWords(id: string): string {
  return id.replaceAll(/[_-]+/g, " ");
}
