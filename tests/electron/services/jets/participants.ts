import { ATTACHMENT_PART_BYTES } from "../../../../shared/jets/attachment-rules.ts";
import type { Attachment } from "../../../../shared/jets/interaction.ts";
import { pastTheApplication } from "../store-hand.ts";
import type { TrainingApp } from "../training-app.ts";

/** Makes a client of the training caseload a participant who was referred on 26/03/2012, past the application. */
export function makeParticipant(app: TrainingApp, nino: string): string {
  const clientId = app.clientId(nino);
  pastTheApplication(
    app,
    `INSERT OR IGNORE INTO participant (id, contract, referred_on, preferred_means, adviser_id, version)
     SELECT ?, 'jets-scotland', '2012-03-26', 'telephone', id, 1 FROM adviser WHERE name = 'B Johns'`,
    clientId,
  );
  pastTheApplication(
    app,
    "UPDATE participant SET referred_on = '2012-03-26', preferred_means = 'telephone' WHERE id = ?",
    clientId,
  );
  return clientId;
}

/** Makes a copy of a participant's plan that was handed over at a moment, or not yet, past the application. */
export function makeCopy(
  app: TrainingApp,
  clientId: string,
  copy: { readonly id: string; readonly givenAt: string | null; readonly kind?: "lms" | "jets" },
): void {
  const { id, givenAt, kind = "jets" } = copy;
  pastTheApplication(
    app,
    `INSERT OR IGNORE INTO plan
       (id, client_id, kind, aims, employment, qualifications, info, pulled, saved_at, saved_by, version)
     SELECT ? || kind, ?, kind, '', '', '', '', pulled, saved_at, saved_by, 1
     FROM (SELECT ? AS kind, pulled, saved_at, saved_by FROM plan LIMIT 1)`,
    clientId,
    clientId,
    kind,
  );
  pastTheApplication(
    app,
    `INSERT INTO print (id, plan_id, plan_version, adviser_id, option, style, pages, made_at, handed_over_at)
     SELECT ?, id, 1, saved_by, 'open', 'standard', 1, '2012-04-16T09:00:00.000Z', ?
     FROM plan WHERE client_id = ? AND kind = ?`,
    id,
    givenAt,
    clientId,
    kind,
  );
}

/** Something that happened with a participant today. */
export function interactionWith(clientId: string) {
  return {
    clientId,
    happenedOn: "2012-04-16",
    kind: "appointment" as const,
    means: "face-to-face" as const,
    text: "Talked about the bakery",
  };
}

type Sender = Pick<TrainingApp, "granted">;

/** Sends a file in parts, as a window does, up to where it is to be kept. */
export async function sendFile(app: Sender, interactionId: string, name: string, file: Uint8Array): Promise<string> {
  const { sendingId } = await app.granted("begin-attachment", { interactionId, name, bytes: file.length });
  for (let from = 0; from < file.length; from += ATTACHMENT_PART_BYTES) {
    const part = Buffer.from(file.subarray(from, from + ATTACHMENT_PART_BYTES)).toString("base64");
    await app.granted("send-attachment-part", { sendingId, part });
  }
  return sendingId;
}

/** Attaches a file. */
export async function attach(
  app: Sender,
  interactionId: string,
  name: string,
  file: Uint8Array | string,
): Promise<Attachment> {
  return app.granted("finish-attachment", {
    sendingId: await sendFile(app, interactionId, name, Buffer.from(file)),
  });
}
