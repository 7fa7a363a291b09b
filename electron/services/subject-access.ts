import { fullName } from "../../shared/client-record/client-record.ts";
import { tidyNino } from "../../shared/client-record/nino.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { endingOf } from "../../shared/jets/attachment-rules.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { listEveryAdviser } from "../store/repositories/advisers.ts";
import { listHeldChanges, listHeldLines, listHeldRows } from "../store/repositories/client-rows.ts";
import { findClientId, findClientSummaries } from "../store/repositories/clients.ts";
import { listAttachments } from "../store/repositories/jets/attachments.ts";
import { readSetting } from "../store/repositories/settings.ts";
import { recordRead } from "../store/transaction.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";
import { type Held, heldAsJson } from "./subject-access-forms.ts";
import { heldAsPage } from "./subject-access-page.ts";

type Outcome = Result<RequestOutput<"subject-access">, AppError>;

/** Everything held on a client, as a page to read and as JSON; that it was given out is recorded, and stands in it. */
export function subjectAccess(context: ServiceContext, clientId: string): Outcome {
  const { store, clock } = context;
  const [client] = findClientSummaries(store, [clientId]);
  if (!client) return err({ code: "client-not-found" });
  recordRead(store, auditOf(context, "subject-access", { clientId }));
  const rows = listHeldRows(store, clientId);
  const changes = listHeldChanges(store, clientId, rows);
  // The names of files stand in lists of recent documents, where no client's name belongs.
  const name = `Everything held ${clientId.slice(-8)}`;
  const attachments = listAttachments(store, clientId).map(({ id, mediaType }, index) => ({
    id,
    name: `${name}, file ${index + 1}.${endingOf(mediaType)}`,
    type: mediaType,
  }));
  const held: Held = {
    client: { ...client, name: fullName(client) },
    madeAt: clock.now(),
    madeBy: context.adviser.name,
    office: readSetting(store, "office-name") ?? "",
    rows,
    rowsById: new Map(
      rows
        .filter(({ table }) => REFERRED_TO.includes(table))
        .flatMap(({ rows: own }) => own.map((row) => [String(row.id), row])),
    ),
    changes,
    fileNames: new Map(attachments.map(({ id, name }) => [id, name])),
    lines: listHeldLines(store, clientId, changes),
    adviserNames: new Map(listEveryAdviser(store).map(({ id, name }) => [id, name])),
    kindNames: new Map(context.interviewKinds.map(({ code, name }) => [code, name])),
    questions: new Map(
      context.interviewKinds.flatMap(({ questions }) => questions ?? []).map(({ code, text }) => [code, text]),
    ),
  };
  return ok({
    attachments,
    files: [
      { name: `${name}.html`, type: "text/html", text: heldAsPage(held) },
      { name: `${name}.json`, type: "application/json", text: heldAsJson(held) },
    ],
  });
}

/** The tables to whose rows others refer in words. */
const REFERRED_TO = ["action_item", "interview", "interaction", "print"];

/** The same for the command line, by NINO. */
export function subjectAccessByNino(context: ServiceContext, typedNino: string): Outcome {
  const nino = tidyNino(typedNino);
  const clientId = findClientId(context.store, nino);
  return clientId === undefined ? err({ code: "nino-not-found", nino }) : subjectAccess(context, clientId);
}
