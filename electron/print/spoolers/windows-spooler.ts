import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import pdfToPrinter from "pdf-to-printer";
import { z } from "zod";
import type { AppErrorOf } from "../../../shared/errors.ts";
import type { Printer } from "../../../shared/print/print-options.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { inTime } from "./in-time.ts";
import type { PrivateFiles } from "./private-files.ts";
import type { Patience, SpoolError, Spooler, SpoolJob } from "./spooler.ts";
import { TRAY_1, traysOf } from "./trays.ts";

/** What Windows is asked for and what prints; tests on other systems put their own here. */
export interface WindowsCommands {
  /** Runs a PowerShell script and answers what it printed. */
  readonly powerShell: (script: string) => Promise<string>;
  readonly print: typeof pdfToPrinter.print;
}

/** Prints through SumatraPDF, which the package pdf-to-printer brings. */
export function createWindowsSpooler(
  files: PrivateFiles,
  patience: Patience,
  commands: WindowsCommands = OWN_COMMANDS,
): Spooler {
  async function list(): Promise<Result<Printer[], AppErrorOf<"no-spooler">>> {
    const answer = await inTime(commands.powerShell(LIST_PRINTERS), patience.list);
    if (answer.kind !== "done") return err({ code: "no-spooler" });
    return readPrinters(answer.value);
  }

  async function spool(job: SpoolJob): Promise<Result<undefined, SpoolError>> {
    const listed = await list();
    if (!listed.ok) return listed;
    const printer = listed.value.find(({ id }) => id === job.printer);
    if (!printer) return err({ code: "printer-missing", printer: job.printer });
    if (!printer.isReady) return err({ code: "printer-offline", printer: printer.name });
    if (job.signal.aborted) return err({ code: "print-cancelled" });
    return files.lend(job.bytes, (file) => hand(file, printer, job));
  }

  async function hand(
    file: string,
    { id, name, trays }: Printer,
    { copies, tray, signal }: SpoolJob,
  ): Promise<Result<undefined, SpoolError>> {
    const isTold = tray !== TRAY_1.id && trays.some((known) => known.id === tray);
    const options = { printer: id, copies, silent: true, sumatraPdfPath: sumatraPath(), ...(isTold && { bin: tray }) };
    const outcome = await inTime(commands.print(file, options), patience.spool, signal);
    switch (outcome.kind) {
      case "done":
        return ok(undefined);
      case "failed":
        return err({ code: "printer-refused", printer: name });
      case "late":
        return err({ code: "printer-silent", printer: name });
      case "cancelled":
        return err({ code: "print-cancelled" });
    }
  }

  return { list, spool };
}

const LIST_PRINTERS = [
  "[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)",
  "Add-Type -AssemblyName System.Drawing",
  "$all = @(Get-CimInstance Win32_Printer | ForEach-Object {",
  "  $settings = New-Object System.Drawing.Printing.PrinterSettings; $settings.PrinterName = $_.Name",
  "  @{ name = $_.Name; isDefault = [bool]$_.Default; isOffline = [bool]($_.WorkOffline -or $_.PrinterStatus -eq 7)",
  "    trays = @($settings.PaperSources | ForEach-Object { $_.SourceName }) } })",
  "ConvertTo-Json -InputObject $all -Depth 3 -Compress",
].join("\n");

const listedSchema = z.array(
  z.object({ name: z.string(), isDefault: z.boolean(), isOffline: z.boolean(), trays: z.array(z.string()) }),
);

function readPrinters(said: string): Result<Printer[], AppErrorOf<"no-spooler">> {
  const read = listedSchema.safeParse(parsed(said));
  if (!read.success) return err({ code: "no-spooler" });
  const printers = read.data.map(({ name, isDefault, isOffline, trays }) => ({
    id: name,
    name,
    isDefault,
    isReady: !isOffline,
    // SumatraPDF reads its settings as a list between commas.
    trays: traysOf(trays.filter((tray) => tray.trim() !== "" && !/[,=]/.test(tray))),
  }));
  return ok(
    printers.sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name, "en-GB")),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const OWN_COMMANDS: WindowsCommands = {
  powerShell: async (script) => {
    const { stdout } = await promisify(execFile)("powershell.exe", [
      "-NoProfile",
      "-NonInteractive",
      "-Command",
      script,
    ]);
    return stdout;
  },
  print: pdfToPrinter.print,
};

/** Installed, it lies beside the packed archive, out of which no program can be started; in a checkout, in its package. */
function sumatraPath(): string {
  const { resourcesPath = "" } = process as { readonly resourcesPath?: string };
  const installed = join(resourcesPath, "sumatra-pdf.exe");
  if (resourcesPath !== "" && existsSync(installed)) return installed;
  const manifest = createRequire(import.meta.url).resolve("pdf-to-printer/package.json");
  return join(dirname(manifest), "dist", "SumatraPDF-3.4.6-32.exe");
}
