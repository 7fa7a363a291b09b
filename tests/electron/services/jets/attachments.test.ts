import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openOffice } from "../../../../electron/office.ts";
import { createAttachmentDesk } from "../../../../electron/services/jets/attachment-desk.ts";
import { attachmentTypeOf } from "../../../../electron/services/jets/attachment-type.ts";
import { checkStore } from "../../../../electron/store/check-store.ts";
import { openStore } from "../../../../electron/store/open-store.ts";
import { TRAINING_KEY } from "../../../../electron/store/training-key.ts";
import { LARGEST_ATTACHMENT_BYTES } from "../../../../shared/jets/attachment-rules.ts";
import { pastTheApplication } from "../store-hand.ts";
import { JOE, openTraining, TODAY, type TrainingApp } from "../training-app.ts";
import { attach, interactionWith, makeParticipant, sendFile } from "./participants.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]);
const PDF = Buffer.from("%PDF-1.4\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n%%EOF\n", "latin1");
const EXE = Buffer.from("MZ\u0090\u0000\u0003\u0000\u0000\u0000", "latin1");
const ZIP = Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000", "latin1");

async function withInteraction() {
  const app = openTraining();
  const clientId = makeParticipant(app, JOE);
  const { id: interactionId } = await app.granted("add-interaction", interactionWith(clientId));
  return { app, clientId, interactionId };
}

const problemOf = (reason: object) => ({ code: "interaction-refused", problems: [{ field: null, reason }] });

/** What the check of the whole store says of a training store that nobody has open. */
function problemsIn({ folder, close }: TrainingApp): string[] {
  close();
  const opened = openStore(join(folder, "store.db"), TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  const problems = checkStore(opened.value);
  opened.value.close();
  return problems;
}

describe("4.05 evidence of all interactions: what is kept", () => {
  test.each([
    ["letter.pdf", PDF, "application/pdf"],
    ["scan.PNG", PNG, "image/png"],
    ["photo.jpeg", JPEG, "image/jpeg"],
    ["note.txt", "Zoë rang – twice.\r\n\tAgreed.", "text/plain"],
    ["note.txt", "\uFEFFZoë", "text/plain"],
    ["page.txt", "<script>alert(1)</script>", "text/plain"],
    ["hours.csv", "day,hours\nMonday,4\n", "text/csv"],
  ])("%s is kept as what it is", (name, content, type) => {
    expect(attachmentTypeOf(name, Buffer.from(content))).toEqual({ type });
  });

  test.each([
    ["letter.pdf", EXE, { code: "type-differs", named: "application/pdf", found: null }],
    ["letter.pdf", ZIP, { code: "type-differs", named: "application/pdf", found: null }],
    ["letter.pdf", "<html></html>", { code: "type-differs", named: "application/pdf", found: "text/plain" }],
    ["letter.pdf", PNG, { code: "type-differs", named: "application/pdf", found: "image/png" }],
    ["letter.pdf", " %PDF-1.4", { code: "type-differs", named: "application/pdf", found: "text/plain" }],
    ["scan.png", JPEG, { code: "type-differs", named: "image/png", found: "image/jpeg" }],
    ["scan.png", PNG.subarray(0, 10), { code: "type-differs", named: "image/png", found: null }],
    ["photo.jpg", "<svg onload='alert(1)'/>", { code: "type-differs", named: "image/jpeg", found: "text/plain" }],
    ["note.txt", PDF, { code: "type-differs", named: "text/plain", found: "application/pdf" }],
    ["note.txt", EXE, { code: "type-differs", named: "text/plain", found: null }],
    ["note.txt", Buffer.from("Zoë", "latin1"), { code: "type-differs", named: "text/plain", found: null }],
    ["note.txt", Buffer.from("Zoe", "utf16le"), { code: "type-differs", named: "text/plain", found: null }],
    ["hours.csv", ZIP, { code: "type-differs", named: "text/csv", found: null }],
    ["run.exe", EXE, { code: "type-not-kept" }],
    ["page.html", "<html></html>", { code: "type-not-kept" }],
    ["drawing.svg", "<svg/>", { code: "type-not-kept" }],
    ["form.docm", ZIP, { code: "type-not-kept" }],
    ["all.zip", ZIP, { code: "type-not-kept" }],
    ["run.sh", "#!/bin/sh", { code: "type-not-kept" }],
  ])("%s whose content is another is refused: %#", (name, content, reason) => {
    expect(attachmentTypeOf(name, Buffer.from(content))).toEqual({ reason });
  });
});

describe("4.05 evidence of all interactions: a file", () => {
  test("is sent in parts, held with its interaction, and opened byte for byte", async () => {
    const { app, clientId, interactionId } = await withInteraction();
    const file = Buffer.concat([PDF, randomBytes(2_500_000)]);
    const attached = await attach(app, interactionId, " Letter.pdf", file);
    expect(attached).toMatchObject({
      ...{ interactionId, name: "Letter.pdf", mediaType: "application/pdf", bytes: file.length, addedBy: "B Johns" },
    });
    const { interactions } = await app.granted("list-interactions", { clientId });
    expect(interactions[0]?.attachments).toEqual([attached]);
    const opened = await app.granted("open-attachment", { attachmentId: attached.id });
    expect(opened.attachment).toEqual(attached);
    expect(Buffer.from(opened.content, "base64").equals(file)).toBe(true);
    const read = "SELECT kind, client_id AS clientId FROM audit WHERE action = 'open-attachment'";
    expect(app.rows(read)).toEqual([{ kind: "read", clientId }]);
    expect(app.events.filter(({ event }) => event === "client-changed")).toHaveLength(2);
  });

  test("of 10 MB is held, and the record of changes has its hash but not a second copy of it", async () => {
    const { app, interactionId } = await withInteraction();
    const file = Buffer.alloc(LARGEST_ATTACHMENT_BYTES, "Zebedee. ");
    const { contentHash } = await attach(app, interactionId, "all.txt", file);
    const changes = app.rows<{ table: string; after: string }>(
      `SELECT table_name AS "table", after FROM change JOIN change_value ON change_value.id = change.id
       ORDER BY change.id DESC LIMIT 1`,
    );
    expect(changes).toEqual([{ table: "attachment", after: expect.stringContaining(contentHash) }]);
    expect(app.rows("SELECT 1 FROM change_value WHERE after LIKE '%Zebedee%' OR length(after) > 20000")).toEqual([]);
    expect(problemsIn(app)).toEqual([]);
  });

  test("lies in the data folder encrypted, and in no other file after it was opened", async () => {
    const { app, interactionId } = await withInteraction();
    const before = readdirSync(app.folder, { recursive: true });
    const { id } = await attach(app, interactionId, "note.txt", "Zebedee at the lighthouse ".repeat(500));
    await app.granted("open-attachment", { attachmentId: id });
    expect(readdirSync(app.folder, { recursive: true })).toEqual(before);
    for (const file of ["store.db", "store.db-wal"]) {
      expect(readFileSync(join(app.folder, file)).includes("Zebedee")).toBe(false);
    }
  });

  test.each([
    ["of 10 MB and one byte", "a.pdf", LARGEST_ATTACHMENT_BYTES + 1, { code: "file-too-large" }],
    ["that is empty", "a.pdf", 0, { code: "file-empty" }],
    ["of a hostile name", "../a.pdf", 10, { code: "name-separator" }],
    ["of a kind that is not kept", "a.exe", 10, { code: "type-not-kept" }],
    ["without an ending", "a", 10, { code: "type-not-kept" }],
  ])("%s is refused before any of it is sent", async (_, name, bytes, reason) => {
    const { app, interactionId } = await withInteraction();
    expect(await app.refused("begin-attachment", { interactionId, name, bytes })).toMatchObject(problemOf(reason));
  });

  test("whose content is not what its name says is refused once it is there, and nothing of it is kept", async () => {
    const { app, interactionId } = await withInteraction();
    const sendingId = await sendFile(app, interactionId, "letter.pdf", EXE);
    expect(await app.refused("finish-attachment", { sendingId })).toMatchObject(problemOf({ code: "type-differs" }));
    expect(app.rows("SELECT * FROM attachment_content")).toEqual([]);
    expect(await app.refused("finish-attachment", { sendingId })).toEqual(problemOf({ code: "sending-over" }));
  });

  test("that is shorter or longer than was said is refused", async () => {
    const { app, interactionId } = await withInteraction();
    const input = { interactionId, name: "a.pdf", bytes: PDF.length };
    const { sendingId } = await app.granted("begin-attachment", input);
    const part = PDF.subarray(0, 10).toString("base64");
    await app.granted("send-attachment-part", { sendingId, part });
    expect(await app.refused("finish-attachment", { sendingId })).toEqual(problemOf({ code: "file-not-whole" }));
    const longer = await app.granted("begin-attachment", { ...input, bytes: 5 });
    expect(await app.refused("send-attachment-part", { ...longer, part })).toEqual(
      problemOf({ code: "file-not-whole" }),
    );
    expect(await app.refused("send-attachment-part", { ...longer, part })).toEqual(problemOf({ code: "sending-over" }));
  });

  test("that was cancelled is over, and no more than four are on their way at once", async () => {
    const { app, interactionId } = await withInteraction();
    const input = { interactionId, name: "a.pdf", bytes: 100 };
    const begun = await Promise.all([1, 2, 3, 4].map(() => app.granted("begin-attachment", input)));
    expect(await app.refused("begin-attachment", input)).toEqual(problemOf({ code: "too-many-at-once" }));
    const { sendingId } = begun[0] ?? { sendingId: "" };
    await app.granted("cancel-attachment", { sendingId });
    expect(await app.refused("send-attachment-part", { sendingId, part: "bmluZQ==" })).toEqual(
      problemOf({ code: "sending-over" }),
    );
    await app.granted("begin-attachment", input);
  });

  test("is refused for an interaction, and opened from an id, that is not there", async () => {
    const { app } = await withInteraction();
    expect(await app.refused("begin-attachment", { interactionId: "none", name: "a.pdf", bytes: 1 })).toEqual(
      problemOf({ code: "interaction-not-found" }),
    );
    expect(await app.refused("open-attachment", { attachmentId: "none" })).toEqual(
      problemOf({ code: "attachment-not-found" }),
    );
  });

  test("that is not sent on is given up after a while", async () => {
    const { app, interactionId } = await withInteraction();
    app.close();
    const opened = openOffice({ dataFolder: app.folder, isTraining: true, today: TODAY }, () => undefined);
    if (!opened.ok) throw new Error(opened.error.code);
    vi.useFakeTimers();
    try {
      const desk = createAttachmentDesk(opened.value.context, 1_000);
      const begun = desk.begin({ interactionId, name: "a.txt", bytes: 6 });
      if (!begun.ok) throw new Error(begun.error.code);
      const send = () => desk.sendPart({ ...begun.value, part: "bmlu" });
      vi.advanceTimersByTime(900);
      expect(send().ok).toBe(true);
      vi.advanceTimersByTime(900);
      expect(send().ok).toBe(true);
      vi.advanceTimersByTime(1_000);
      expect(desk.finish(begun.value)).toMatchObject({ error: problemOf({ code: "sending-over" }) });
    } finally {
      vi.useRealTimers();
      await opened.value.close();
    }
  });

  test("for which the disk has no room is refused as that, with nothing half there", async () => {
    const { app, clientId, interactionId } = await withInteraction();
    app.close();
    const opened = openOffice({ dataFolder: app.folder, isTraining: true, today: TODAY }, () => undefined);
    if (!opened.ok) throw new Error(opened.error.code);
    const { attachments, context } = opened.value;
    const { database } = context.store;
    database.pragma(`max_page_count = ${database.pragma("page_count", { simple: true })}`);
    const begun = attachments.begin({ interactionId, name: "a.txt", bytes: 300_000 });
    if (!begun.ok) throw new Error(begun.error.code);
    attachments.sendPart({ ...begun.value, part: Buffer.alloc(300_000, "a").toString("base64") });
    expect(() => attachments.finish(begun.value)).toThrow(expect.objectContaining({ code: "SQLITE_FULL" }));
    expect(
      context.store.all("SELECT * FROM attachment UNION ALL SELECT *, 0, 0, 0, 0, 0, 0 FROM attachment_content"),
    ).toEqual([]);
    expect(context.store.all("SELECT 1 FROM audit WHERE action = 'finish-attachment'")).toEqual([]);
    expect(clientId).not.toBe("");
    await opened.value.close();
  });

  test("that was altered or taken out in the store is told by the check, and is not shown", async () => {
    const { app, interactionId } = await withInteraction();
    const { id } = await attach(app, interactionId, "note.txt", "As it was");
    pastTheApplication(app, "UPDATE attachment_content SET content = ?", Buffer.from("As it is"));
    expect(await app.refused("open-attachment", { attachmentId: id })).toMatchObject({ code: "store-damaged" });
    expect(problemsIn(app)).toEqual([`The content of attachment ${id} was altered`]);
    pastTheApplication(app, "DELETE FROM attachment_content");
    expect(problemsIn(app)).toEqual([`The content of attachment ${id} is missing`]);
  });
});

describe("the rights over the data", () => {
  test("everything held has the interaction in words, and the file under a name without the participant's", async () => {
    const { app, clientId, interactionId } = await withInteraction();
    const { id } = await attach(app, interactionId, "Joe Bloggs.txt", "What Joe brought");
    await app.granted("add-information-request", { clientId, askedOn: TODAY, form: "electronic", note: "" });
    const { files, attachments } = await app.granted("subject-access", { clientId });
    const name = `Everything held ${clientId.slice(-8)}, file 1.txt`;
    expect(attachments).toEqual([{ id, name, type: "text/plain" }]);
    const page = files[0]?.text ?? "";
    for (const words of [
      "<dt>Kind</dt><dd>Appointment</dd>",
      "<dt>By what means</dt><dd>Face to face</dd>",
      "<dt>Interaction</dt><dd>Appointment, 16/04/2012</dd>",
      "<dt>Name</dt><dd>Joe Bloggs.txt</dd>",
      `<dt>Given out as</dt><dd>${name}</dd>`,
      "<dt>Form preferred</dt><dd>Electronically</dd>",
      "Interaction recorded",
    ]) {
      expect(page).toContain(words);
    }
    expect(JSON.parse(files[1]?.text ?? "").files).toEqual({ [id]: name });
  });

  test("erasing takes the interactions, the files and what the record of changes had of them", async () => {
    const { app, clientId, interactionId } = await withInteraction();
    const { id, contentHash } = await attach(app, interactionId, "note.txt", "What Joe brought");
    await app.granted("add-information-request", { clientId, askedOn: TODAY, form: "paper", note: "" });
    await app.granted("erase-client", { clientId, reason: "request", ninoEnd: "001A" });
    const left = [
      ...app.rows("SELECT * FROM interaction WHERE client_id = ?", clientId),
      ...app.rows("SELECT * FROM information_request WHERE client_id = ?", clientId),
      ...app.rows("SELECT * FROM attachment WHERE id = ?", id),
      ...app.rows("SELECT * FROM attachment_content WHERE attachment_id = ?", id),
    ];
    expect(left).toEqual([]);
    expect(app.rows("SELECT 1 FROM change_value WHERE after LIKE ?", `%${contentHash}%`)).toEqual([]);
    expect(problemsIn(app)).toEqual([]);
  });
});
