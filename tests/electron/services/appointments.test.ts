import { describe, expect, test } from "vitest";
import type { RequestInput } from "../../../shared/contract.ts";
import { pastTheApplication } from "./store-hand.ts";
import { ALEXANDRA, DILIP, JOE, MARIA, openTraining, TODAY, type TrainingApp } from "./training-app.ts";

type Booking = Omit<RequestInput<"book-appointment">, "clientId">;

const BOOKING = { date: "2012-04-23", time: "10:30", kind: "caseload" };

function adviserId(app: TrainingApp, name: string): string {
  return app.rows<{ id: string }>("SELECT id FROM adviser WHERE name = ?", name)[0]?.id ?? "";
}

function book(app: TrainingApp, nino: string, fields: Partial<Booking> = {}) {
  const booking = { ...BOOKING, adviserId: adviserId(app, "B Johns"), ...fields };
  return app.granted("book-appointment", { clientId: app.clientId(nino), ...booking });
}

async function listed(app: TrainingApp, nino: string) {
  return (await app.granted("open-client", { clientId: app.clientId(nino) })).appointments;
}

describe("¶64 an appointment", () => {
  test("is booked for today or later with any adviser, and listed soonest first", async () => {
    const app = openTraining();
    const later = await book(app, JOE, { adviserId: adviserId(app, "H Whitlock") });
    const today = await book(app, JOE, { date: TODAY, time: "09:05" });
    const sooner = await book(app, JOE, { time: "09:05" });
    expect(later).toEqual({
      id: later.id,
      clientId: app.clientId(JOE),
      ...BOOKING,
      adviserId: adviserId(app, "H Whitlock"),
      adviserName: "H Whitlock",
      version: 1,
    });
    expect(await listed(app, JOE)).toEqual([today, sooner, later]);
    expect((await app.window(JOE)).nextAppointment).toEqual(today);
  });

  test.each([
    ["a day that has passed", { date: "2012-04-15" }, { code: "appointment-past", date: "2012-04-15", today: TODAY }],
    ["a kind that there is not", { kind: "chat" }, { code: "unknown-interview-kind" }],
    ["an adviser that there is not", { adviserId: "nobody" }, { code: "adviser-not-found" }],
  ])("is neither booked for nor moved to %s", async (_, fields, error) => {
    const app = openTraining();
    const { id, version } = await book(app, JOE);
    const booking = { ...BOOKING, adviserId: adviserId(app, "B Johns"), ...fields };
    expect(await app.refused("book-appointment", { clientId: app.clientId(JOE), ...booking })).toEqual(error);
    expect(await app.refused("move-appointment", { appointmentId: id, version, ...booking })).toEqual(error);
  });

  test("is not booked with an adviser who has retired, nor moved while it stays with one", async () => {
    const app = openTraining();
    const whitlock = adviserId(app, "H Whitlock");
    const { id, version } = await book(app, JOE, { adviserId: whitlock });
    pastTheApplication(app, "UPDATE adviser SET retired_at = '2012-04-16T09:00:00.000Z' WHERE id = ?", whitlock);
    const booking = { ...BOOKING, adviserId: whitlock };
    const gone = { code: "adviser-not-found" };
    expect(await app.refused("book-appointment", { clientId: app.clientId(JOE), ...booking })).toEqual(gone);
    expect(await app.refused("move-appointment", { appointmentId: id, version, ...booking })).toEqual(gone);
    const moved = { ...BOOKING, adviserId: adviserId(app, "B Johns") };
    await app.granted("move-appointment", { appointmentId: id, version, ...moved });
  });

  test("is not booked with a client that there is not", async () => {
    const app = openTraining();
    const booking = { ...BOOKING, adviserId: adviserId(app, "B Johns") };
    expect(await app.refused("book-appointment", { clientId: "nobody", ...booking })).toEqual({
      code: "client-not-found",
    });
  });

  test("is moved in time, kind and adviser, and only from what the adviser saw", async () => {
    const app = openTraining();
    const booked = await book(app, JOE);
    const moving = {
      appointmentId: booked.id,
      version: booked.version,
      date: "2012-05-02",
      time: "15:00",
      kind: "ib-esa-wfi",
      adviserId: adviserId(app, "H Whitlock"),
    };
    const moved = await app.granted("move-appointment", moving);
    const { appointmentId: id, ...fields } = moving;
    expect(moved).toEqual({ id, clientId: booked.clientId, ...fields, adviserName: "H Whitlock", version: 2 });
    expect(await listed(app, JOE)).toEqual([moved]);
    const stale = { appointmentId: id, version: 1 };
    expect(await app.refused("move-appointment", moving)).toEqual({ code: "appointment-changed" });
    expect(await app.refused("cancel-appointment", stale)).toEqual({ code: "appointment-changed" });
  });

  test("is cancelled once, and stays in the record of changes", async () => {
    const app = openTraining();
    const { id, version } = await book(app, JOE);
    await app.granted("cancel-appointment", { appointmentId: id, version });
    expect(await listed(app, JOE)).toEqual([]);
    const gone = { code: "appointment-not-found" };
    expect(await app.refused("cancel-appointment", { appointmentId: id, version: 2 })).toEqual(gone);
    const booking = { ...BOOKING, adviserId: adviserId(app, "B Johns") };
    expect(await app.refused("move-appointment", { appointmentId: id, version: 2, ...booking })).toEqual(gone);
    expect(app.rows("SELECT status FROM appointment WHERE id = ?", id)).toEqual([{ status: "cancelled" }]);
  });

  test("is told to every window when it is booked, moved and cancelled", async () => {
    const app = openTraining();
    const { id } = await book(app, JOE);
    const booking = { ...BOOKING, time: "11:00", adviserId: adviserId(app, "B Johns") };
    await app.granted("move-appointment", { appointmentId: id, version: 1, ...booking });
    await app.granted("cancel-appointment", { appointmentId: id, version: 2 });
    const told = { event: "client-changed", clientId: app.clientId(JOE), version: expect.any(Number) };
    expect(app.events).toEqual([told, told, told]);
  });
});

describe("an interview started from an appointment", () => {
  test("takes it off the list, and gives it back when the interview is cancelled", async () => {
    const app = openTraining();
    const booked = await book(app, JOE, { date: TODAY, kind: "ib-esa-wfi" });
    const { interview } = await app.granted("start-interview", {
      clientId: app.clientId(JOE),
      kind: "ib-esa-wfi",
      attendance: "telephone",
      appointmentId: booked.id,
    });
    expect(await listed(app, JOE)).toEqual([]);
    expect(app.rows("SELECT status, interview_id FROM appointment WHERE id = ?", booked.id)).toEqual([
      { status: "held", interview_id: interview.id },
    ]);
    await app.granted("cancel-interview", { interviewId: interview.id, reason: "The wrong client" });
    expect(await listed(app, JOE)).toEqual([{ ...booked, version: 3 }]);
  });

  test("is refused with an appointment of another client, one held already, and one that was cancelled", async () => {
    const app = openTraining();
    const start = (appointmentId: string, nino = JOE) => ({
      clientId: app.clientId(nino),
      kind: "caseload",
      attendance: "present" as const,
      appointmentId,
    });
    const gone = { code: "appointment-not-found" };
    const ofMaria = (await listed(app, MARIA))[0]?.id ?? "";
    expect(await app.refused("start-interview", start(ofMaria))).toEqual(gone);
    const { id } = await book(app, JOE);
    await app.granted("cancel-appointment", { appointmentId: id, version: 1 });
    expect(await app.refused("start-interview", start(id))).toEqual(gone);
    const held = await app.granted("start-interview", start(ofMaria, MARIA));
    await app.end(held, true);
    expect(await app.refused("start-interview", start(ofMaria, MARIA))).toEqual(gone);
  });

  test("is one at a time for a client and for an adviser, and an appointment changes nothing about it", async () => {
    const app = openTraining();
    const first = await app.start(DILIP);
    const [ofDilip, ofAlexandra] = [await book(app, DILIP, { date: TODAY }), (await listed(app, ALEXANDRA))[0]];
    const start = (nino: string, appointmentId = "") => ({
      clientId: app.clientId(nino),
      kind: "caseload",
      attendance: "present" as const,
      appointmentId,
    });
    const { startedAt } = first.interview;
    expect(await app.refused("start-interview", start(DILIP, ofDilip.id))).toEqual({
      code: "client-in-interview",
      adviserName: "B Johns",
      startedAt,
    });
    expect(await app.refused("start-interview", start(ALEXANDRA, ofAlexandra?.id))).toEqual({
      code: "adviser-in-interview",
      clientId: app.clientId(DILIP),
      clientName: "Dilip Rao",
      startedAt,
    });
    expect(await listed(app, DILIP)).toEqual([ofDilip]);
    expect(await listed(app, ALEXANDRA)).toEqual([ofAlexandra]);
  });
});
