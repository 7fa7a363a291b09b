import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type PlanKind, planKindSchema } from "../../shared/action-plan/action-plan.ts";
import { type CivilDate, isCivilDate } from "../../shared/dates.ts";
import { compliancePeriodSchema } from "../../shared/jets/compliance-requests.ts";
import {
  type PrintFormat,
  type PrintOption,
  type PrintStyle,
  printOptionSchema,
  printStyleSchema,
} from "../../shared/print/print-options.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type ErasureReason, erasureReasonSchema } from "../../shared/rights/erasure.ts";
import { defaultDataFolder } from "../platform/data-folder.ts";

/** A command of this version with what it was given. */
export type Command =
  | { readonly name: "import"; readonly file: string; readonly isDryRun: boolean }
  | { readonly name: "find"; readonly text: string }
  | { readonly name: "show"; readonly nino: string }
  | {
      readonly name: "print";
      readonly nino: string;
      /** Undefined where nothing was said, which is enough for a client with one plan. */
      readonly kind: PlanKind | undefined;
      readonly option: PrintOption;
      readonly style: PrintStyle;
      readonly isLarge: boolean;
      readonly format: PrintFormat;
      readonly out: string;
    }
  | { readonly name: "subject-access"; readonly nino: string; readonly folder: string }
  | { readonly name: "erase"; readonly nino: string; readonly reason: ErasureReason }
  | {
      readonly name: "compliance";
      readonly from: CivilDate;
      readonly to: CivilDate;
      /** The office it is asked for; undefined for the one whose store it is. */
      readonly office: string | undefined;
      readonly format: "pdf" | "csv";
      readonly out: string;
    }
  | { readonly name: "check" }
  | { readonly name: "spell" }
  | { readonly name: "backup"; readonly file: string }
  | { readonly name: "restore"; readonly file: string }
  | { readonly name: "purge"; readonly isConfirmed: boolean };

/** A command and the store it is for. */
export interface Invocation {
  readonly command: Command;
  readonly dataFolder: string;
  readonly isTraining: boolean;
  readonly today: CivilDate | undefined;
  /** Whose passphrase it is, by name or staff number; an office's store only. */
  readonly adviser: string | undefined;
  readonly isJson: boolean;
}

/** How the command line is used. */
export const USAGE = `npm run plan -- COMMAND [--data DIR] [--adviser NAME|STAFF] [--training] [--today YYYY-MM-DD] [--json]

  import FILE.csv [--dry-run]   add and update clients
  find TEXT                     clients by name, NINO or date of birth
  show NINO                     the client record and the plans
  print NINO [--kind lms|jets] --option open|open-reviews|all|all-reviews [--style standard|new-deal] [--large] [--html] --out FILE
                                one plan; --kind is needed only when there are both
  spell                         unknown words of the text on standard input, in UK English; needs no store
  subject-access NINO --out DIR everything held on a client, as a page to read and as JSON
  erase NINO --reason request|retention|mistake|order
                                takes a client out for good; older backups are made anew
  compliance --from YYYY-MM-DD --to YYYY-MM-DD [--office NAME] --out FILE.pdf|FILE.csv
                                how participants' plans and reviews were kept over a period
  check                         the store and its audit trail
  backup FILE                   one file that holds the store and its keys
  restore FILE                  puts a backup in the store's place, which is kept under another name
  purge [--confirm]             takes out the closed items that are due

Without --training it opens the office's own store, and asks for an adviser's passphrase or takes it from
ACTION_PLAN_PASSPHRASE. --today is for the training store only.
`;

const FLAGS = {
  data: { type: "string" },
  adviser: { type: "string" },
  training: { type: "boolean" },
  today: { type: "string" },
  json: { type: "boolean" },
  "dry-run": { type: "boolean" },
  option: { type: "string" },
  style: { type: "string" },
  kind: { type: "string" },
  out: { type: "string" },
  html: { type: "boolean" },
  large: { type: "boolean" },
  confirm: { type: "boolean" },
  reason: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  office: { type: "string" },
} as const;

type FlagName = keyof typeof FLAGS;
type Flags = ReturnType<typeof parse>["values"];

const COMMON_FLAGS: readonly string[] = ["data", "adviser", "training", "today", "json"] satisfies FlagName[];
const OWN_FLAGS: Readonly<Record<Command["name"], readonly string[]>> = {
  import: ["dry-run"] satisfies FlagName[],
  find: [],
  show: [],
  print: ["option", "style", "kind", "out", "html", "large"] satisfies FlagName[],
  spell: [],
  "subject-access": ["out"] satisfies FlagName[],
  erase: ["reason"] satisfies FlagName[],
  compliance: ["from", "to", "office", "out"] satisfies FlagName[],
  check: [],
  backup: [],
  restore: [],
  purge: ["confirm"] satisfies FlagName[],
};
const NAMES = Object.keys(OWN_FLAGS);

/** Reads what was typed after `npm run plan --`; what is wrong with it comes back as one line. */
export function readArguments(typed: readonly string[], workingFolder: string): Result<Invocation, string> {
  const parsed = tryParse(typed);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [name, ...rest] = positionals;
  if (name === undefined) return err(`Name a command: ${NAMES.join(", ")}.`);
  if (!isCommandName(name)) return err(`${name} is not a command of this version. There are ${NAMES.join(", ")}.`);
  const foreign = Object.keys(values).find((flag) => ![...COMMON_FLAGS, ...OWN_FLAGS[name]].includes(flag));
  if (foreign) return err(`--${foreign} does not go with ${name}.`);
  const command = readCommand(name, rest, values, workingFolder);
  if (!command.ok) return command;
  return readStore(command.value, values, workingFolder);
}

function parse(typed: readonly string[]) {
  return parseArgs({ args: [...typed], options: FLAGS, allowPositionals: true, strict: true });
}

function tryParse(typed: readonly string[]): Result<ReturnType<typeof parse>, string> {
  try {
    return ok(parse(typed));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return err(`${error.message.split(/\.\s|\n/)[0]}.`.replace(/\.\.$/, "."));
  }
}

function isCommandName(name: string): name is Command["name"] {
  return Object.hasOwn(OWN_FLAGS, name);
}

function readStore(command: Command, values: Flags, workingFolder: string): Result<Invocation, string> {
  const { data, today, adviser } = values;
  if (data === "") return err("--data needs a folder.");
  const isTraining = values.training === true;
  if (today !== undefined && !isCivilDate(today)) return err("--today needs a date written YYYY-MM-DD.");
  if (today !== undefined && !isTraining) return err("--today goes with the training store only: add --training.");
  if (adviser !== undefined && isTraining)
    return err("--adviser goes with an office's store only: leave --training out.");
  if (adviser?.trim() === "") return err("--adviser needs a name or a staff number.");
  const dataFolder = data === undefined ? defaultDataFolder(isTraining) : resolve(workingFolder, data);
  return ok({ command, dataFolder, isTraining, today, adviser, isJson: values.json === true });
}

function readCommand(
  name: Command["name"],
  rest: readonly string[],
  values: Flags,
  workingFolder: string,
): Result<Command, string> {
  const [first] = rest;
  if (name === "check" || name === "purge" || name === "spell" || name === "compliance") {
    if (first !== undefined) return err(`${name} takes nothing but flags.`);
    if (name === "compliance") return readCompliance(values, workingFolder);
    return ok(name === "purge" ? { name, isConfirmed: values.confirm === true } : { name });
  }
  if (first === undefined || first.trim() === "") return err(`${name} needs ${WHAT_IT_NEEDS[name]}.`);
  if (name === "find") return ok({ name, text: rest.join(" ") });
  if (name === "import" || name === "backup" || name === "restore") {
    if (rest.length > 1) return err(`${name} takes one file. Put quotation marks around a name with spaces in it.`);
    const file = resolve(workingFolder, first);
    return ok(name === "import" ? { name, file, isDryRun: values["dry-run"] === true } : { name, file });
  }
  // A NINO is often typed as it is shown, in groups with spaces between them.
  const nino = rest.join("");
  if (name === "show") return ok({ name, nino });
  if (name === "erase") return readErasure(nino, values);
  if (name === "print") return readPrint(nino, values, workingFolder);
  if (!values.out) return err("subject-access needs --out with the folder to write to.");
  return ok({ name, nino, folder: resolve(workingFolder, values.out) });
}

function readErasure(nino: string, values: Flags): Result<Command, string> {
  const reason = erasureReasonSchema.safeParse(values.reason);
  if (reason.success) return ok({ name: "erase", nino, reason: reason.data });
  return err(`erase needs --reason, one of ${erasureReasonSchema.options.join(", ")}.`);
}

function readCompliance({ from, to, office, out }: Flags, workingFolder: string): Result<Command, string> {
  const period = compliancePeriodSchema.safeParse({ from, to, adviserId: null });
  if (!period.success) {
    return err("compliance needs --from and --to with dates written YYYY-MM-DD, of a period of up to five years.");
  }
  const format = out?.toLowerCase().match(/\.(pdf|csv)$/)?.[1];
  if (!out || (format !== "pdf" && format !== "csv")) {
    return err("compliance needs --out with a file whose name ends with .pdf or .csv.");
  }
  const named = office?.trim();
  if (named === "") return err("--office needs a name.");
  return ok({
    ...{ name: "compliance", from: period.data.from, to: period.data.to },
    ...{ office: named, format, out: resolve(workingFolder, out) },
  });
}

const WHAT_IT_NEEDS = {
  import: "the name of a CSV file",
  find: "a name, a NINO or a date of birth",
  show: "a NINO",
  print: "a NINO",
  "subject-access": "a NINO",
  erase: "a NINO",
  backup: "the name of the file to write",
  restore: "the name of a backup",
} as const;

function readPrint(nino: string, values: Flags, workingFolder: string): Result<Command, string> {
  const kind = planKindSchema.optional().safeParse(values.kind);
  if (!kind.success) return err(`--kind is one of ${planKindSchema.options.join(", ")}.`);
  const option = printOptionSchema.safeParse(values.option);
  if (!option.success) return err(`print needs --option, one of ${printOptionSchema.options.join(", ")}.`);
  const style = printStyleSchema.safeParse(values.style ?? "standard");
  if (!style.success) return err(`--style is one of ${printStyleSchema.options.join(", ")}.`);
  if (!values.out) return err("print needs --out with the file to write.");
  return ok({
    name: "print",
    nino,
    kind: kind.data,
    option: option.data,
    style: style.data,
    isLarge: values.large === true,
    format: values.html ? "html" : "pdf",
    out: resolve(workingFolder, values.out),
  });
}
