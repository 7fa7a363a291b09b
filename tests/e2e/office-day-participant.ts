import type { Page } from "playwright-core";
import { field, openClient } from "./windows.ts";

/** The client who becomes a participant of JETS in Scotland, as the import file has them. */
export const PARTICIPANT = {
  nino: "GH246810A",
  surname: "Abernethy-Drummond",
  forenames: "Morwenna Isolde",
  date_of_birth: "27/08/1988",
  address_1: "Flat 9 Tollbooth Wynd",
  address_2: "Inverquharity",
  postcode: "ZZ19 6HB",
  telephone: "01632 960361",
  mobile: "07700 900361",
  email: "m.abernethy@example.org",
  support_needs: "A chair with arms and a quiet room",
} as const;

const ACTIVITY = "Visit the puppet theatre's workshop and take the sketches along.";
const REVIEW_REASON = "Looks after the goats every second week";
const SIGNED = "Morwenna of Tollbooth Wynd";
const HAPPENED = "She telephoned from the ferry; the wardrobe mistress has answered.";
const REFUSED = "Wants her sister Ginevra to read it first";
const FILE = {
  name: "wardrobe mistress 4711.txt",
  text: "Dear Morwenna, bring your thimble collection to the stage door.",
};
const ASKED = "By post to the houseboat, in yellow envelopes.";
const HALF_A_SENTENCE = "The stagehand Peregrine said that";

const DATES = {
  Referral: "12/10/2020",
  "Initial engagement": "14/10/2020",
  "Start appointment": "19/10/2020",
  "Start date": "20/10/2020",
} as const;

/** An activity in detail, by the names on screen. */
const DETAIL = {
  What: "Show three sketches of marionettes",
  Why: "The workshop takes on a carver in spring",
  When: "Before the pantomime season is over",
  "How this was considered": "The workshop has been asked for such a chair",
  Specific: "Names the marionette workshop",
  Measurable: "Three sketches are counted",
  Achievable: "The tram stops at the stage door",
  Realistic: "She has carved a badger already",
  "Time-bound": "The season ends at Candlemas",
} as const;

/** Every text that a participant's course leaves behind, as it was typed, and its dates as the store writes them too. */
export const WRITTEN_OF_PARTICIPANT: readonly string[] = [
  ...[ACTIVITY, REVIEW_REASON, SIGNED, HAPPENED, REFUSED, FILE.name, FILE.text, ASKED, HALF_A_SENTENCE],
  ...Object.values(DETAIL),
  ...Object.values(DATES).flatMap((date) => [date, date.split("/").reverse().join("-")]),
];

/** Makes the client a participant, with a plan that is signed, and an interaction with its file; begins another. */
export async function takePartInJets(page: Page): Promise<void> {
  await openClient(page, PARTICIPANT.surname);
  await press(page, "Amend");
  const amend = page.getByRole("dialog");
  await amend.getByLabel("Client group", { exact: true }).selectOption("JETS.S");
  await amend.getByRole("button", { name: "Save", exact: true }).click();
  await amend.waitFor({ state: "detached" });
  await press(page, "ActnPln");
  await page.getByRole("heading", { name: /^Create Action Plan - / }).waitFor();
  await agreeActivity(page);
  await page.getByRole("tab", { name: "JETS.S" }).click();
  await setDates(page);
  await writeDetail(page);
  await sign(page);
  await page.getByRole("button", { name: "open the interactions" }).click();
  await recordInteraction(page);
  await askForCopy(page);
  await beginInteraction(page);
  await page.reload();
  // What was begun is at rest in the store, where the client's page finds it.
  await openClient(page, PARTICIPANT.surname);
  await page.getByRole("button", { name: "Read New interaction" }).waitFor();
  await page.keyboard.press("Escape");
}

async function agreeActivity(page: Page): Promise<void> {
  await field(page, "Activity").fill(ACTIVITY);
  await page.getByRole("combobox", { name: "Assigned To" }).selectOption("Participant");
  await field(page, "Target Date").fill("+14");
  await press(page, "Save");
  await page.locator(".statusbar").getByText("Saved", { exact: true }).waitFor();
}

async function setDates(page: Page): Promise<void> {
  await press(page, "Participant's dates…");
  await fillDialog(page, "Participant's dates", DATES, "Save");
  await page.getByRole("button", { name: /: Review interval$/ }).click();
  await fillDialog(page, "Review interval", { "Working days": "15", Reason: REVIEW_REASON }, "Change the interval");
}

async function writeDetail(page: Page): Promise<void> {
  await page.getByRole("row").filter({ hasText: ACTIVITY }).click();
  await press(page, "Say what is asked");
  await fillDialog(page, "Activity in detail", DETAIL, "Save");
  // What is signed is what the window showed when signing began, so it has to show this first.
  await page.getByText(DETAIL.What).waitFor();
}

async function sign(page: Page): Promise<void> {
  const participant = page.getByRole("group", { name: "Participant", exact: true });
  // By the keyboard the dialog has a name typed, not drawn.
  await participant.getByRole("button", { name: "Sign", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Sign", exact: true });
  await dialog.getByRole("textbox", { name: "Name" }).fill(SIGNED);
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await participant.getByText("Signed for this version").waitFor();
}

async function recordInteraction(page: Page): Promise<void> {
  await press(page, "New interaction");
  await page.getByLabel("Kind", { exact: true }).selectOption("telephone");
  await field(page, "What happened").fill(HAPPENED);
  await press(page, "Record");
  const chooser = page.waitForEvent("filechooser");
  await press(page, "Attach a file");
  await (await chooser).setFiles({ name: FILE.name, mimeType: "text/plain", buffer: Buffer.from(FILE.text) });
  await press(page, FILE.name);
  const attachment = page.getByRole("dialog", { name: `Attachment - ${FILE.name}` });
  await attachment.getByText(FILE.text).waitFor();
  await page.keyboard.press("Escape");
  const window = page.getByRole("dialog", { name: /^Interactions and requests - / });
  await window.getByRole("group", { name: "Participant" }).getByRole("button", { name: "Not signed" }).click();
  const refusing = page.getByRole("dialog", { name: "Not signed", exact: true });
  await refusing.getByRole("radio", { name: "Refused to sign" }).check();
  await refusing.getByRole("textbox", { name: "Reason" }).fill(REFUSED);
  await refusing.getByRole("button", { name: "Record" }).click();
  await window.getByText(REFUSED).waitFor();
}

async function askForCopy(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("tab", { name: "Copies asked for" }).click();
  await press(page, "New request");
  await field(page, "Note").fill(ASKED);
  await press(page, "Record");
  await page.getByRole("grid", { name: "Copies asked for" }).getByText(ASKED).waitFor();
}

async function beginInteraction(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("tab", { name: "Interactions", exact: true }).click();
  await press(page, "New interaction");
  await field(page, "What happened").fill(HALF_A_SENTENCE);
  await page.getByText(/^Unsaved changes, kept \d\d:\d\d/).waitFor();
}

/** Fills in a dialog's fields by their names, and waits until it has kept them. */
async function fillDialog(
  page: Page,
  title: string,
  typed: Readonly<Record<string, string>>,
  act: string,
): Promise<void> {
  const dialog = page.getByRole("dialog", { name: title, exact: true });
  for (const [name, text] of Object.entries(typed)) {
    await dialog.getByRole("textbox", { name, exact: true }).fill(text);
  }
  await dialog.getByRole("button", { name: act, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}
