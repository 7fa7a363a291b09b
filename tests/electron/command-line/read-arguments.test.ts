import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readArguments } from "../../../electron/command-line/read-arguments.ts";
import { defaultDataFolder } from "../../../electron/platform/data-folder.ts";

const HERE = resolve("/here");

function read(line: string) {
  return readArguments(line.split(" ").filter(Boolean), HERE);
}

test.each([
  ["import a.csv", { name: "import", file: join(HERE, "a.csv"), isDryRun: false }],
  ["import --dry-run a.csv", { name: "import", file: join(HERE, "a.csv"), isDryRun: true }],
  ["find Gallagher, Maria", { name: "find", text: "Gallagher, Maria" }],
  ["show QQ 10 00 02 A", { name: "show", nino: "QQ100002A" }],
  [
    "subject-access QQ 10 00 02 A --out access",
    { name: "subject-access", nino: "QQ100002A", folder: join(HERE, "access") },
  ],
  ["erase QQ100002A --reason request", { name: "erase", nino: "QQ100002A", reason: "request" }],
  ["check", { name: "check" }],
  ["spell", { name: "spell" }],
  ["backup a.planbackup", { name: "backup", file: join(HERE, "a.planbackup") }],
  ["restore a.planbackup", { name: "restore", file: join(HERE, "a.planbackup") }],
  ["purge", { name: "purge", isConfirmed: false }],
  ["purge --confirm", { name: "purge", isConfirmed: true }],
  [
    "print QQ100002A --option open --out a.pdf",
    {
      name: "print",
      nino: "QQ100002A",
      option: "open",
      style: "standard",
      isLarge: false,
      format: "pdf",
      out: join(HERE, "a.pdf"),
    },
  ],
  [
    "print QQ100002A --kind lms --option all-reviews --style new-deal --out a.pdf",
    {
      name: "print",
      nino: "QQ100002A",
      kind: "lms",
      option: "all-reviews",
      style: "new-deal",
      isLarge: false,
      format: "pdf",
      out: join(HERE, "a.pdf"),
    },
  ],
  [
    "print QQ100002A --option open --large --html --out a.html",
    {
      name: "print",
      nino: "QQ100002A",
      option: "open",
      style: "standard",
      isLarge: true,
      format: "html",
      out: join(HERE, "a.html"),
    },
  ],
])("%j is understood", (line, command) => {
  expect(read(`${line} --training --json`)).toEqual({
    ok: true,
    value: {
      command,
      dataFolder: defaultDataFolder(true),
      isTraining: true,
      today: undefined,
      isJson: true,
    },
  });
});

test.each([
  ["check", { isTraining: false, dataFolder: defaultDataFolder(false) }],
  ["check --training", { isTraining: true, dataFolder: defaultDataFolder(true) }],
  ["check --data store", { isTraining: false, dataFolder: join(HERE, "store") }],
  ["check --data store --training", { isTraining: true, dataFolder: join(HERE, "store") }],
  ["check --training --today 2012-04-16", { isTraining: true, today: "2012-04-16" }],
])("%j opens the store it names", (line, store) => {
  expect(read(line)).toMatchObject({ ok: true, value: store });
});

const COMPLIANCE_PERIOD =
  "compliance needs --from and --to with dates written YYYY-MM-DD, of a period of up to five years.";

test.each([
  ["subject-access QQ100002A", "subject-access needs --out with the folder to write to."],
  ["erase QQ100002A", "erase needs --reason, one of request, retention, mistake, order."],
  ["erase QQ100002A --reason Maria asked", "erase needs --reason, one of request, retention, mistake, order."],
  [
    "",
    "Name a command: import, find, show, print, spell, subject-access, erase, compliance, check, backup, restore, purge.",
  ],
  ["compliance", COMPLIANCE_PERIOD],
  ["compliance --from 2012-04-16 --to 2012-04-15 --out a.pdf", COMPLIANCE_PERIOD],
  ["compliance --from 2007-04-16 --to 2012-04-18 --out a.pdf", COMPLIANCE_PERIOD],
  [
    "compliance --from 2012-01-01 --to 2012-04-15 --out a.txt",
    "compliance needs --out with a file whose name ends with .pdf or .csv.",
  ],
  [
    "toString",
    "toString is not a command of this version. There are import, find, show, print, spell, subject-access, erase, compliance, check, backup, restore, purge.",
  ],
  ["backup", "backup needs the name of the file to write."],
  ["restore", "restore needs the name of a backup."],
  ["restore a b", "restore takes one file. Put quotation marks around a name with spaces in it."],
  ["purge now", "purge takes nothing but flags."],
  ["check --confirm", "--confirm does not go with check."],
  ["find", "find needs a name, a NINO or a date of birth."],
  ["import", "import needs the name of a CSV file."],
  ["import a.csv b.csv", "import takes one file. Put quotation marks around a name with spaces in it."],
  ["show", "show needs a NINO."],
  ["spell text.txt", "spell takes nothing but flags."],
  ["check now", "check takes nothing but flags."],
  ["check --quiet", "Unknown option '--quiet'."],
  ["check --data", "Option '--data <value>' argument missing."],
  ["find Rao --out a.pdf", "--out does not go with find."],
  ["check --today 16/04/2012", "--today needs a date written YYYY-MM-DD."],
  ["check --today 2012-04-16", "--today goes with the training store only: add --training."],
  ["check --data a --today 2012-04-16", "--today goes with the training store only: add --training."],
  ["print QQ100002A --out a.pdf", "print needs --option, one of open, open-reviews, all, all-reviews."],
  ["print QQ100002A --option some --out a", "print needs --option, one of open, open-reviews, all, all-reviews."],
  ["print QQ100002A --option all", "print needs --out with the file to write."],
  ["print QQ100002A --option all --style old --out a", "--style is one of standard, new-deal."],
  ["print QQ100002A --option all --kind esa --out a", "--kind is one of lms, jets."],
  ["find Rao --html", "--html does not go with find."],
])("%j is wrong use", (line, reason) => {
  expect(read(line)).toEqual({ ok: false, error: reason });
});
