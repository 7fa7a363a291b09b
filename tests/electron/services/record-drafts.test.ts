import { describe, expect, test } from "vitest";
import type { RecordDraftContent, RecordDraftForm } from "../../../shared/client-record/record-draft.ts";
import { PASSPHRASE, setUpOffice } from "./entry/office-app.ts";
import { NEW_DETAILS } from "./new-client-details.ts";
import { DILIP, MARIA, openTraining, type TrainingApp } from "./training-app.ts";

function typed(job: string, window = "first", count = 1): RecordDraftContent {
  return { form: { "Job Pref 1": job }, before: { "Job Pref 1": "" }, writtenIn: { window, count } };
}

async function onMaria(app: TrainingApp, content: RecordDraftContent, form: RecordDraftForm = "More") {
  const { adviser } = await app.granted("session", {});
  return { clientId: app.clientId(MARIA), form, content, adviserId: adviser.id };
}

async function kept(app: TrainingApp, clientId: string | null) {
  const { drafts } = await app.granted("list-record-drafts", { clientId });
  return drafts.map(({ form, content }) => [form, content]);
}

describe("what is typed in a window of the client record", () => {
  test("is there after a new start, of each window on each client, and of the client who is not there yet", async () => {
    const app = openTraining();
    const maria = app.clientId(MARIA);
    const { adviserId } = await onMaria(app, typed(""));
    const note = { ...typed(""), form: { "New conversation": "Rang about the\nbus" } };
    const dilip = { clientId: app.clientId(DILIP), form: "More", content: typed("Baker"), adviserId } as const;
    const nobody = { clientId: null, form: "New client", content: typed("Guide"), adviserId } as const;
    await app.granted("keep-record-draft", await onMaria(app, typed("Cook")));
    await app.granted("keep-record-draft", await onMaria(app, note, "Convs"));
    await app.granted("keep-record-draft", dilip);
    await app.granted("keep-record-draft", nobody);
    await app.granted("keep-record-draft", { ...nobody, content: typed("Guide at sea", "first", 2) });
    app.close();
    const again = openTraining({ dataFolder: app.folder });
    expect(await kept(again, maria)).toEqual([
      ["More", typed("Cook")],
      ["Convs", note],
    ]);
    expect(await kept(again, dilip.clientId)).toEqual([["More", typed("Baker")]]);
    expect(await kept(again, null)).toEqual([["New client", typed("Guide at sea", "first", 2)]]);
  });

  test("leaves no line in the audit, and may hold what cannot be saved", async () => {
    const app = openTraining();
    const changes = () => app.rows("SELECT COUNT(*) FROM audit WHERE kind = 'change'");
    const before = changes();
    const content = typed(`said "yes" ${"long ".repeat(1_000)}`);
    await app.granted("keep-record-draft", await onMaria(app, content));
    expect(await kept(app, app.clientId(MARIA))).toEqual([["More", content]]);
    await app.granted("discard-record-draft", { clientId: app.clientId(MARIA), form: "More" });
    expect([await kept(app, app.clientId(MARIA)), changes()]).toEqual([[], before]);
  });

  test("is never written over by a late state, nor by a window that does not go on with it", async () => {
    const app = openTraining();
    await app.granted("keep-record-draft", await onMaria(app, typed("Cook", "first", 2)));
    await app.granted("keep-record-draft", await onMaria(app, typed("Co", "first", 1)));
    expect(await kept(app, app.clientId(MARIA))).toEqual([["More", typed("Cook", "first", 2)]]);
    const second = await onMaria(app, typed("Baker", "second"));
    expect(await app.refused("keep-record-draft", second)).toMatchObject({ code: "draft-elsewhere" });
    await app.granted("discard-record-draft", { clientId: second.clientId, form: "More", window: "second" });
    expect(await kept(app, second.clientId)).toEqual([["More", typed("Cook", "first", 2)]]);
    await app.granted("keep-record-draft", { ...second, follows: "first" });
    expect(await kept(app, second.clientId)).toEqual([["More", typed("Baker", "second")]]);
  });

  test("is kept of a client who is there, in a window that fits", async () => {
    const app = openTraining();
    const more = await onMaria(app, typed("Cook"));
    const refused = [{ clientId: "nobody" }, { clientId: null }, { form: "New client" }] as const;
    for (const wrong of refused) {
      expect(await app.refused("keep-record-draft", { ...more, ...wrong })).toEqual({ code: "client-not-found" });
    }
  });

  test("goes with the save that is made of it, and stays where that is refused or it is another window's", async () => {
    const app = openTraining();
    const { clientId, adviserId } = await onMaria(app, typed(""));
    const { client } = await app.granted("open-client", { clientId });
    const opened = { window: "More", more: client.more } as const;
    const amended = (supportNeeds: string, draftWindows?: string[]) => {
      const part = { window: "More", more: { ...client.more, supportNeeds } } as const;
      return { clientId, opened, part, ...(draftWindows ? { draftWindows } : {}) };
    };
    const note = { clientId, text: "Rang about the bus.", closesItemId: null };
    await app.granted("keep-record-draft", await onMaria(app, typed("Cook", "second")));
    await app.granted("keep-record-draft", await onMaria(app, typed("Rang", "second"), "Convs"));
    const nobody = { clientId: null, form: "New client", content: typed("Guide", "second"), adviserId } as const;
    await app.granted("keep-record-draft", nobody);

    await app.refused("amend-record", amended('"', ["second"]));
    await app.refused("add-conversation", { ...note, text: " ", draftWindows: ["second"] });
    await app.refused("new-client", { details: { ...NEW_DETAILS, surname: "" }, draftWindows: ["second"] });
    await app.granted("add-conversation", note);
    await app.granted("add-conversation", { ...note, draftWindows: ["first"] });
    const forms = async (of: string | null) => (await kept(app, of)).map(([form]) => form);
    expect([await forms(clientId), await forms(null)]).toEqual([["More", "Convs"], ["New client"]]);

    await app.granted("add-conversation", { ...note, draftWindows: ["first", "second"] });
    expect(await forms(clientId)).toEqual(["More"]);
    await app.granted("amend-record", amended("A hearing loop", ["second"]));
    await app.granted("new-client", { details: NEW_DETAILS, draftWindows: ["second"] });
    expect([await forms(clientId), await forms(null)]).toEqual([[], []]);
  });

  test("is its author's alone: another adviser neither sees it nor writes over it", async () => {
    const office = await setUpOffice();
    const content = typed("Told in confidence");
    const own = { clientId: null, form: "New client", content, adviserId: office.adaId } as const;
    await office.granted("keep-record-draft", own);
    const { adviserId: graceId } = await office.granted("add-adviser", {
      name: "Grace Moor",
      staffNumber: "70413",
      passphrase: PASSPHRASE,
    });
    await office.granted("sign-out", {});
    await office.granted("sign-in", { adviserId: graceId, passphrase: PASSPHRASE });
    expect(await office.granted("list-record-drafts", { clientId: null })).toEqual({ drafts: [] });
    expect(await office.refused("keep-record-draft", own)).toEqual({ code: "adviser-changed" });
    await office.granted("keep-record-draft", { ...own, content: typed("Mine"), adviserId: graceId });
    await office.granted("discard-record-draft", { clientId: null, form: "New client" });
    await office.granted("sign-out", {});
    await office.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
    const { drafts } = await office.granted("list-record-drafts", { clientId: null });
    expect(drafts.map((draft) => draft.content)).toEqual([content]);
  });
});
