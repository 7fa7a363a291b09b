import { freeText } from "./free-text.ts";

/** What a list shows of a client, which the caseload holds itself: looking each one up costs more than all the rest. */
const SUMMARY = "nino, surname, forenames, date_of_birth, benefit, client_group";

/** Tells whether an adviser saved a client's plan last, or has an appointment with the client, in SQL. */
function isInCaseload(clientId: string, adviserId: string): string {
  return `(EXISTS (SELECT 1 FROM plan WHERE client_id = ${clientId} AND saved_by = ${adviserId})
    OR EXISTS (SELECT 1 FROM appointment
               WHERE client_id = ${clientId} AND adviser_id = ${adviserId} AND status = 'booked'))`;
}

function wentOut(clientId: string, adviserId: string): string {
  return `DELETE FROM caseload WHERE client_id = ${clientId} AND adviser_id = ${adviserId}
    AND NOT ${isInCaseload(clientId, adviserId)};`;
}

function cameIn(clientId: string, adviserId: string): string {
  return `INSERT INTO caseload (adviser_id, folded_name, client_id, ${SUMMARY})
  SELECT ${adviserId}, folded_name, id, ${SUMMARY} FROM client WHERE id = ${clientId}
    AND NOT EXISTS (SELECT 1 FROM caseload WHERE client_id = ${clientId} AND adviser_id = ${adviserId});`;
}

/** Letters and signs that names are folded by from here on, and what becomes of each. */
const FOLDS: Readonly<Record<string, string>> = {
  ...{ ı: "i", ħ: "h", ŧ: "t", ŋ: "ng", ɖ: "d", ɓ: "b", ɗ: "d", ɔ: "o", ɛ: "e", ə: "e", ƙ: "k" },
  ...{ ʻ: "", ʽ: "", ʾ: "", ʿ: "", ˈ: "" },
};
/** Apostrophes for which a surname that was folded before has a space. */
const SPACES_BEFORE = ["´", "‛"];

const foldedAnew = Object.entries(FOLDS).reduce(
  (sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`,
  "folded_name",
);

function withoutSpace(mark: string): string {
  const at = `instr(surname, '${mark}')`;
  return `UPDATE client SET folded_name = substr(folded_name, 1, ${at} - 1) || substr(folded_name, ${at} + 1)
WHERE ${at} > 0 AND substr(folded_name, ${at}, 1) = ' ';`;
}

/**
 * A caseload is read without the clients themselves. Of its triggers those that take a client out stay as they are;
 * those that take one in, or keep up with the record, are made anew. Names are folded for finding as from here on first.
 */
export const caseloadSummaries = {
  version: 130,
  sql: `
UPDATE client SET folded_name = ${foldedAnew} WHERE folded_name GLOB '*[${Object.keys(FOLDS).join("")}]*';
${SPACES_BEFORE.map(withoutSpace).join("\n")}

DROP TABLE caseload;
CREATE TABLE caseload (
  adviser_id TEXT NOT NULL REFERENCES adviser (id),
  folded_name TEXT NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  nino TEXT NOT NULL,
  ${freeText("surname")},
  ${freeText("forenames")},
  date_of_birth TEXT NOT NULL,
  ${freeText("benefit")},
  ${freeText("client_group")},
  PRIMARY KEY (adviser_id, folded_name, client_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX caseload_client ON caseload (client_id, adviser_id);

INSERT INTO caseload (adviser_id, folded_name, client_id, ${SUMMARY})
SELECT saved_by, folded_name, client.id, ${SUMMARY} FROM plan JOIN client ON client.id = client_id
UNION SELECT adviser_id, folded_name, client.id, ${SUMMARY} FROM appointment JOIN client ON client.id = client_id
WHERE appointment.status = 'booked';

DROP TRIGGER caseload_of_new_plan;
CREATE TRIGGER caseload_of_new_plan AFTER INSERT ON plan
BEGIN
  ${cameIn("NEW.client_id", "NEW.saved_by")}
END;
DROP TRIGGER caseload_of_plan;
CREATE TRIGGER caseload_of_plan AFTER UPDATE OF saved_by ON plan WHEN NEW.saved_by <> OLD.saved_by
BEGIN
  ${wentOut("OLD.client_id", "OLD.saved_by")}
  ${cameIn("NEW.client_id", "NEW.saved_by")}
END;
DROP TRIGGER caseload_of_new_appointment;
CREATE TRIGGER caseload_of_new_appointment AFTER INSERT ON appointment WHEN NEW.status = 'booked'
BEGIN
  ${cameIn("NEW.client_id", "NEW.adviser_id")}
END;
DROP TRIGGER caseload_of_booked_appointment;
CREATE TRIGGER caseload_of_booked_appointment AFTER UPDATE OF status, adviser_id ON appointment WHEN NEW.status = 'booked'
BEGIN
  ${cameIn("NEW.client_id", "NEW.adviser_id")}
END;
DROP TRIGGER caseload_of_client;
CREATE TRIGGER caseload_of_client AFTER UPDATE OF folded_name, ${SUMMARY} ON client
BEGIN
  UPDATE caseload SET folded_name = NEW.folded_name, nino = NEW.nino, surname = NEW.surname, forenames = NEW.forenames,
    date_of_birth = NEW.date_of_birth, benefit = NEW.benefit, client_group = NEW.client_group
  WHERE client_id = NEW.id;
END;`,
} as const;
