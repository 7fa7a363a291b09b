import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, noBrowserReason, type StartedHost, startHost } from "./harness.ts";
import { PARTICIPANT, takePartInJets, WRITTEN_OF_PARTICIPANT } from "./office-day-participant.ts";
import { filesUnder, findReadable } from "./office-day-search.ts";
import { runOfficeCommandLine } from "./run-command-line.ts";
import { field, openClient, openPlan } from "./windows.ts";

const OFFICE = "Kelbridge Jobcentre";
const ADVISERS = ["Bronwen Tallentire", "Chidi Okonjo-Reid"] as const;
const STAFF_NUMBERS = ["KB-7041266", "KB-7041377"] as const;
const PASSPHRASES = ["correct horse battery", "seven green bottles"] as const;
const WRONG_PASSPHRASE = "a passphrase of nobody";
const ITEMS = [
  "Ask at the Quayside library about spreadsheets.",
  "Bring the lighthouse keeper's reference letter.",
] as const;
const REVIEW = "Rang from the harbour master's office; the course is full.";
const TAB_TEXT = "Eleven years at the marmalade cannery, then caring for an uncle.";
const HALF_A_SENTENCE = "Ask whether the bakery on Marmalade Lane";

/** The clients as the import file has them, each value a text to search for. */
const CLIENTS = [
  {
    nino: "AB123456C",
    surname: "Featherstonehaugh",
    forenames: "Zenobia Clémence",
    date_of_birth: "02/03/1980",
    address_1: "17 Marmalade Lane",
    address_2: "Eastmere-under-Fell",
    postcode: "ZZ17 9QX",
    telephone: "01632 960147",
    mobile: "07700 900183",
    email: "zenobia.f@example.org",
    support_needs: "Large print and a hearing loop",
  },
  {
    nino: "CE654321D",
    surname: "Quarrington",
    forenames: "Barnaby",
    date_of_birth: "19/11/1971",
    address_1: "Lighthouse Cottage",
    address_2: "Northgate Sands",
    postcode: "ZZ18 4RT",
    telephone: "01632 960259",
    mobile: "07700 900294",
    email: "b.quarrington@example.org",
    support_needs: "Afternoon appointments only",
  },
  PARTICIPANT,
] as const;

/** The sign-in page shows these before anybody has signed in, so that they lie outside the store and in each backup. */
const READABLE_IN_KEYS = [...ADVISERS, OFFICE];

describe.skipIf(noBrowserReason !== undefined)("After a day's work on an office's own store", () => {
  const folders = { own: "", data: "", temporary: "" };
  let host: StartedHost;
  let browser: Browser;
  let page: Page;
  let recoveryKey = "";

  beforeAll(async () => {
    folders.own = mkdtempSync(join(tmpdir(), "action-plan-day-"));
    folders.data = join(folders.own, "data");
    folders.temporary = join(folders.own, "temporary");
    mkdirSync(folders.data);
    mkdirSync(folders.temporary);
    host = await elsewhere(() => startHost({ dataFolder: folders.data, isTraining: false }));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
    page.setDefaultTimeout(15_000);
    await page.goto(host.address);
    recoveryKey = await setUpOffice(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folders.own, { recursive: true, force: true });
  });

  /** Has a process begin with a temporary folder that nobody else uses. */
  function elsewhere<T>(begin: () => T): T {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = folders.temporary;
    try {
      return begin();
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  }

  function plan(...typed: string[]) {
    return elsewhere(() => runOfficeCommandLine([...typed, "--adviser", ADVISERS[0]], folders.data, PASSPHRASES[0]));
  }

  function secrets(): string[] {
    const clients = CLIENTS.flatMap((client) => [...Object.values(client), ...otherForms(client)]);
    const keys = [" ", "-", ""].map((between) => recoveryKey.split(" ").join(between));
    const written = [...ITEMS, REVIEW, TAB_TEXT, HALF_A_SENTENCE, ...WRITTEN_OF_PARTICIPANT];
    return [...clients, ...written, ...PASSPHRASES, WRONG_PASSPHRASE, ...STAFF_NUMBERS, ...keys];
  }

  it("with clients from a file, an interview with a plan, its print, and a second adviser,", async () => {
    const file = join(folders.own, "clients.csv");
    const rows = CLIENTS.map((client) => Object.values(client).join(","));
    writeFileSync(file, [Object.keys(CLIENTS[0]).join(","), ...rows, ""].join("\n"));
    expect(JSON.parse((await plan("import", file, "--json")).stdout)).toMatchObject({ added: CLIENTS.length });
    await interview(page);
    await addSecondAdviser(page);
  }, 90_000);

  it("with a participant under a contract, what they signed, an interaction with its file, and half of another,", async () => {
    await takePartInJets(page);
  }, 60_000);

  it("with half an Action Item in a window that is locked, and a passphrase of nobody's,", async () => {
    await openPlan(page, CLIENTS[1].surname);
    await field(page, "Action Item").fill(HALF_A_SENTENCE);
    await page.keyboard.press("Control+L");
    // What cannot be foreseen, with a passphrase in hand: the count of tries has no place to be written to.
    const inTheWay = join(folders.data, "attempts.json");
    mkdirSync(inTheWay);
    await unlock(page, PASSPHRASES[0]);
    await page
      .getByRole("alert")
      .filter({ hasText: /[0-9a-f]{8}/ })
      .waitFor();
    rmdirSync(inTheWay);
    await unlock(page, WRONG_PASSPHRASE);
    await page.getByRole("alert").filter({ hasText: "not the adviser's passphrase" }).waitFor();
    await unlock(page, PASSPHRASES[0]);
    await page.getByRole("dialog", { name: "Locked" }).waitFor({ state: "detached" });
    expect(await field(page, "Action Item").inputValue()).toBe(HALF_A_SENTENCE);
  }, 60_000);

  it("with backups, one of which failed, and with questions from the command line,", async () => {
    await backUp(page, "The backup is made");
    const backups = join(folders.data, "backups");
    renameSync(backups, `${backups}-aside`);
    writeFileSync(backups, "in the way");
    await backUp(page, "cannot be written");
    rmSync(backups);
    renameSync(`${backups}-aside`, backups);
    const log = readFileSync(join(folders.data, "errors.log"), "utf8").trimEnd().split("\n");
    expect(log.map((line) => JSON.parse(line).code)).toEqual(["internal", "file-not-written"]);
    const [client] = CLIENTS;
    for (const typed of [["check"], ["find", client.surname], ["show", client.nino]]) {
      expect((await plan(...typed)).code).toBe(0);
    }
    expect((await plan("show", "AB999999C")).code).toBe(1);
  }, 60_000);

  it("nothing of it can be read in any file of the data folder while the store is open", () => {
    expect(namesIn(folders.data)).toEqual(
      expect.arrayContaining(["errors.log", "keys.json", "start.lock", "store.db", "store.db-shm", "store.db-wal"]),
    );
    expect(findReadable(folders.data, secrets())).toEqual([]);
  });

  it("nothing of it can be read in any file once everything has ended, and no temporary file is left", async () => {
    await browser.close();
    await host.stop();
    const names = namesIn(folders.data);
    expect(names.filter((name) => name.endsWith(".planbackup")).length).toBeGreaterThanOrEqual(2);
    expect(findReadable(folders.data, secrets())).toEqual([]);
    expect(filesUnder(folders.temporary)).toEqual([]);
  });

  it("the names of the office and its advisers can be read in the keys and their copies in backups, and nowhere else", () => {
    const places = ["keys.json", ...namesIn(folders.data).filter((name) => name.endsWith(".planbackup"))];
    const found = findReadable(folders.data, READABLE_IN_KEYS);
    const first = places.flatMap((place) => [`${place}: ${ADVISERS[0]}`, `${place}: ${OFFICE}`]);
    expect(found).toEqual(expect.arrayContaining(first));
    expect(found).toContain(`keys.json: ${ADVISERS[1]}`);
    expect(found.filter((line) => !places.includes(line.split(": ")[0] ?? ""))).toEqual([]);
  });

  it("the same search finds each of the texts where it stands, in whichever form", () => {
    const folder = join(folders.own, "plain");
    const below = join(folder, "below");
    mkdirSync(below, { recursive: true });
    for (const text of secrets()) {
      const forms = {
        "utf-8": Buffer.from(`x${text.toUpperCase()}x`),
        "utf-16le": Buffer.from(`x${text.toLowerCase()}x`, "utf16le"),
        json: Buffer.from(JSON.stringify({ text })),
        "base64-0": Buffer.from(Buffer.from(`xxx${text} and more`).toString("base64")),
        "base64-1": Buffer.from(Buffer.from(`x${text} and more`).toString("base64url")),
        "base64-2": Buffer.from(Buffer.from(`xx${text}`, "utf16le").toString("base64")),
      };
      for (const [name, bytes] of Object.entries(forms)) writeFileSync(join(below, name), bytes);
      const found = findReadable(folder, [text]);
      expect(found).toEqual(
        Object.keys(forms)
          .sort()
          .map((name) => `${join("below", name)}: ${text}`),
      );
    }
  });
});

/** How else a client's name, number and date of birth are written, in the windows, on paper and in the store. */
function otherForms({ nino, surname, forenames, date_of_birth }: (typeof CLIENTS)[number]): string[] {
  const [day, month, year] = date_of_birth.split("/");
  return [
    nino.replace(/^(..)(..)(..)(..)(.)$/, "$1 $2 $3 $4 $5"),
    [...nino].reverse().join(""),
    `${year}-${month}-${day}`,
    `${day}.${month}.${year}`,
    `${forenames} ${surname}`,
    `${surname}, ${forenames}`,
    forenames.split(" ")[0] ?? "",
  ];
}

function namesIn(folder: string): string[] {
  return filesUnder(folder).map((file) => file.slice(folder.length + 1));
}

async function setUpOffice(page: Page): Promise<string> {
  await page.getByLabel("Office", { exact: true }).focus();
  for (const typed of [OFFICE, "Scot", "SOC 2010", "Both", ADVISERS[0], STAFF_NUMBERS[0], PASSPHRASES[0]]) {
    await page.keyboard.type(typed);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type(PASSPHRASES[0]);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Recovery key", exact: true }).waitFor();
  const groups = await page.getByRole("list", { name: "Recovery key" }).getByRole("listitem").allInnerTexts();
  await page.getByRole("button", { name: "Print" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByLabel("Last group").fill(groups.at(-1) ?? "");
  await press(page, "Go on");
  await page.getByLabel("Find a client").waitFor();
  return groups.join(" ");
}

/** Finds the first client, agrees two steps, is refused twice, reviews, prints, hands over and ends. */
async function interview(page: Page): Promise<void> {
  await openClient(page, CLIENTS[0].surname);
  await press(page, "Interview");
  const start = page.getByRole("dialog", { name: "Start interview" });
  await start.getByLabel("Kind").selectOption({ label: "IB/ESA WFI" });
  await start.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("heading", { name: /^Create Action Plan - / }).waitFor();
  await press(page, "End");
  await page.getByRole("dialog", { name: "Cannot end yet" }).getByRole("button", { name: /Back/ }).click();
  await writeItem(page, ITEMS[0], "01/01/2001");
  await press(page, "Save");
  const list = page.getByRole("dialog", { name: "Cannot save yet" });
  await list.waitFor();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  await field(page, "Target Date").fill("+14");
  await press(page, "History");
  await press(page, "NActItm");
  await writeItem(page, ITEMS[1], "+28");
  await page.getByRole("tab", { name: "EHist" }).click();
  await field(page, "EHist text").fill(TAB_TEXT);
  await press(page, "Save");
  await page.getByRole("heading", { name: /^View Action Plan - / }).waitFor();
  await page.getByRole("tab").first().click();
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(1).dblclick();
  await press(page, "NRev");
  await field(page, "Review").fill(REVIEW);
  await press(page, "Save");
  await page.getByRole("button", { name: "Detail" }).waitFor();
  await press(page, "Print");
  const options = page.getByRole("dialog", { name: "Print Options" });
  await Promise.all([page.waitForEvent("download"), options.getByRole("button", { name: "Save as PDF" }).click()]);
  await page.getByRole("dialog", { name: "Hand over the copy" }).getByRole("button", { name: "Handed over" }).click();
  await press(page, "End");
  await page.getByRole("button", { name: "End", exact: true }).waitFor({ state: "detached" });
  await page.reload();
}

async function writeItem(page: Page, text: string, targetDate: string): Promise<void> {
  await field(page, "Action Item").fill(text);
  await page.getByLabel("Assigned To").selectOption({ label: "Client" });
  await field(page, "Target Date").fill(targetDate);
}

async function addSecondAdviser(page: Page): Promise<void> {
  await choose(page, "Advisers…");
  await press(page, "Add adviser");
  await page.getByLabel("Name on plans").fill(ADVISERS[1]);
  await page.getByLabel("Staff number").fill(STAFF_NUMBERS[1]);
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASES[1]);
  await page.getByLabel("Passphrase again").fill(PASSPHRASES[1]);
  await press(page, "Add");
  await page.getByRole("dialog", { name: "Advisers" }).getByText(ADVISERS[1], { exact: true }).waitFor();
  await page.keyboard.press("Escape");
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(`Passphrase of ${ADVISERS[0]}`).fill(passphrase);
  await page.keyboard.press("Enter");
}

async function backUp(page: Page, said: string): Promise<void> {
  await choose(page, "Back up…");
  const dialog = page.getByRole("dialog", { name: "Back up" });
  await dialog.getByRole("button", { name: "Back up now" }).click();
  await page.getByText(said).first().waitFor();
  await page.keyboard.press("Escape");
}

async function choose(page: Page, command: string): Promise<void> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("menuitem", { name: "File" }).click();
  await page.getByRole("menuitem", { name: command, exact: true }).click();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}
