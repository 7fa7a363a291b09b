import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../../electron/command-line.ts", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../../resources/sample-clients.csv", import.meta.url));
const HEADER = "nino,surname,date_of_birth,forenames,telephone";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the real command line as its own process, on a training store in the test's folder. */
function plan(...typed: string[]) {
  const store = ["--data", join(folder, "store"), "--training", "--today", "2012-04-16"];
  const ran = spawnSync(process.execPath, [SCRIPT, ...typed, ...store], { encoding: "utf8", cwd: folder });
  return { code: ran.status, out: ran.stdout, said: ran.stderr };
}

function planJson(...typed: string[]) {
  const { code, out } = plan(...typed, "--json");
  return { code, value: JSON.parse(out) };
}

function csv(name: string, ...rows: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, [HEADER, ...rows].join("\n"));
  return file;
}

function refusal(outcome: ReturnType<typeof plan>): string {
  expect({ code: outcome.code, out: outcome.out }).toEqual({ code: 1, out: "" });
  expect(outcome.said).not.toMatch(/^\s+at |node:internal/m);
  return outcome.said;
}

describe("import", { timeout: 60_000 }, () => {
  test("adds the sample's clients once; a dry run writes nothing; a second import changes nothing", () => {
    const none = { added: 0, changed: 0, unchanged: 0, problems: [] };
    expect(planJson("import", SAMPLE, "--dry-run")).toEqual({ code: 0, value: { ...none, read: 12, added: 12 } });
    expect(planJson("import", SAMPLE)).toEqual({ code: 0, value: { ...none, read: 12, added: 12 } });
    expect(planJson("import", SAMPLE)).toEqual({ code: 0, value: { ...none, read: 12, unchanged: 12 } });
    expect(plan("import", SAMPLE).out).toBe("12 clients read: 0 added, 0 changed, 12 unchanged.\n");
  });

  test("writes nothing when one row is wrong, and names it on standard error and in the JSON", () => {
    const file = csv("wrong.csv", "QQ300001A,Moor,01/02/1970,Ann,", "QQ300002A,Marsh,31/02/1970,Bea,");
    const message = "'31/02/1970' is not a date from 1900 to 2199. Write it as dd/mm/yyyy or YYYY-MM-DD.";
    expect(planJson("import", file)).toEqual({
      code: 1,
      value: {
        read: 2,
        added: 0,
        changed: 0,
        unchanged: 0,
        problems: [{ line: 3, column: 3, field: "date_of_birth", message }],
      },
    });
    expect(refusal(plan("import", file))).toBe(`Line 3, column 3 (date_of_birth): ${message}\nNothing was imported.\n`);
    expect(planJson("find", "QQ300001A").value).toEqual([]);
  });

  test("says what was left out or converted, and imports all the same", () => {
    const file = join(folder, "notes.csv");
    writeFileSync(file, 'nino,surname,date_of_birth,forenames,shoes\nQQ300003A,Moor,01/02/1970,"Ann ""Nan""",7\n');
    const { code, said } = plan("import", file);
    expect({ code, said }).toEqual({
      code: 0,
      said: [
        "Line 1, column 5 (shoes): shoes is not a column of the import file and was left out.",
        "Line 2, column 4 (forenames): Double quotation marks were turned into single ones.\n",
      ].join("\n"),
    });
  });

  test("refuses a file that is not there", () => {
    expect(refusal(plan("import", "nowhere.csv"))).toContain("nowhere.csv");
  });
});

describe("find and show", { timeout: 60_000 }, () => {
  test("a client is found and shown in the forms that scripts rely on", () => {
    expect(planJson("find", "QQ100002A")).toEqual({
      code: 0,
      value: [expect.objectContaining({ nino: "QQ100002A", surname: "Gallagher", forenames: "Maria" })],
    });
    const { value } = planJson("show", "QQ 10 00 02 A");
    expect(value).toMatchObject({
      client: { nino: "QQ100002A" },
      plans: [{ kind: "lms", texts: { aims: expect.any(String), info: expect.any(String) } }],
    });
    const [open] = value.plans[0].items.filter((item: object) => !("dateClosed" in item));
    expect(Object.keys(open)).toEqual([
      ...["id", "text", "dateCreated", "createdBy", "assignedTo", "targetDate", "reviews"],
    ]);
    expect(Object.keys(open.reviews[0])).toEqual(["id", "dateCreated", "createdBy", "text"]);
    expect(JSON.stringify(value)).not.toContain("null");
  });

  test("a client is found and shown for people", () => {
    expect(plan("find", "gallagher").out).toMatch(/^Exact\n {2}QQ 10 00 02 A {2}\d\d\/\d\d\/\d{4} {2}Gallagher, Maria/);
    const { out } = plan("show", "QQ100002A");
    expect(out).toMatch(/NINO +QQ 10 00 02 A/);
    expect(out).toMatch(/^[CP] {2}target \d\d\/\d\d\/\d{4}, closed /m);
    expect(out).toMatch(/^ {3}Review \d\d\/\d\d\/\d{4} by /m);
  });

  test("nobody found is no failure; a NINO that nobody has is refused", () => {
    expect(planJson("find", "Nobody-of-that-name")).toEqual({ code: 0, value: [] });
    expect(refusal(plan("show", "QQ999999A"))).toContain("QQ 99 99 99 A");
  });
});

describe("print", { timeout: 60_000 }, () => {
  test("writes the document and says what it wrote", () => {
    const { code, value } = planJson("print", "QQ100002A", "--option", "all-reviews", "--out", "plan.pdf");
    const bytes = readFileSync(join(folder, "plan.pdf"));
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect({ code, value }).toEqual({
      code: 0,
      value: { file: join(folder, "plan.pdf"), pages: expect.any(Number), bytes: bytes.length },
    });
  });

  test("writes a web page in large print, which has no pages", () => {
    const { code, value } = planJson(
      "print",
      "QQ100002A",
      "--option",
      "open",
      "--html",
      "--large",
      "--out",
      "plan.html",
    );
    const written = readFileSync(join(folder, "plan.html"));
    expect(written.toString()).toContain("font-size: 1.5rem");
    expect({ code, value }).toEqual({
      code: 0,
      value: { file: join(folder, "plan.html"), pages: null, bytes: written.length },
    });
  });

  test("asks which plan only where there are two, and prints the one that is named", () => {
    const out = join(folder, "which.html");
    const print = (...more: string[]) => plan("print", "QQ100006A", "--option", "all", "--html", "--out", out, ...more);
    const title = () => readFileSync(out, "utf8").match(/<h1>([^<]*)/)?.[1];
    expect([print().code, title()]).toEqual([0, "JETS.S Action Plan"]);
    const file = join(folder, "agreed.csv");
    writeFileSync(
      file,
      "nino,surname,date_of_birth,forenames,agreed_actions\nQQ100006A,O'Neill,08/03/1990,Siobhán,Agreed",
    );
    expect(plan("import", file).code).toBe(0);
    expect(planJson("show", "QQ100006A").value.plans.map(({ kind }: { kind: string }) => kind)).toEqual([
      "lms",
      "jets",
    ]);
    expect(plan("show", "QQ100006A").out).toContain("Action Plan (JETS in Scotland), version ");
    expect(plan("show", "QQ100006A").out).toContain("Action Plan (LMS), version ");
    const { code, said } = print();
    expect({ code, said }).toEqual({
      code: 2,
      said: "Which plan?\nThis client has two Action Plans.\nSay which by --kind lms or --kind jets.\n",
    });
    expect([print("--kind", "lms").code, title()]).toEqual([0, "Action Plan"]);
    expect([print("--kind", "jets").code, title()]).toEqual([0, "JETS.S Action Plan"]);
  });

  test("a place that cannot be written is refused with its name", () => {
    const out = join(folder, "nowhere", "plan.pdf");
    expect(refusal(plan("print", "QQ100002A", "--option", "open", "--out", out))).toContain(out);
    expect(existsSync(out)).toBe(false);
  });
});

describe("the command line", { timeout: 60_000 }, () => {
  test("finds a sound store in order", () => {
    expect(planJson("check")).toEqual({ code: 0, value: { ok: true, problems: [] } });
  });

  test("answers wrong use with exit code 2 and how it is used", () => {
    const { code, out, said } = plan("tidy", "a");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(said).toMatch(
      /^tidy is not a command of this version\. There are import, find, .*, purge\.\n\nnpm run plan/,
    );
  });

  test("looks for the office's own store when none is named, and says where and what to do when there is none", () => {
    const environment = { ...process.env, XDG_DATA_HOME: folder, LOCALAPPDATA: folder, HOME: folder };
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, "find", "Rao"], {
      encoding: "utf8",
      env: environment,
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/There is no store at .*Action Plan.office.store\.db\.\nStart Action Plan to set up/);
  });
});
