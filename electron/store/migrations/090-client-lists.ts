/** Tells whether an adviser saved a client's plan last, or has an appointment with the client, in SQL. */
function isInCaseload(clientId: string, adviserId: string): string {
  return `(EXISTS (SELECT 1 FROM plan WHERE client_id = ${clientId} AND saved_by = ${adviserId})
    OR EXISTS (SELECT 1 FROM appointment
               WHERE client_id = ${clientId} AND adviser_id = ${adviserId} AND status = 'booked'))`;
}

function cameIn(clientId: string, adviserId: string): string {
  return `INSERT INTO caseload (adviser_id, folded_name, client_id)
  SELECT ${adviserId}, folded_name, id FROM client WHERE id = ${clientId}
    AND NOT EXISTS (SELECT 1 FROM caseload WHERE client_id = ${clientId} AND adviser_id = ${adviserId});`;
}

function wentOut(clientId: string, adviserId: string): string {
  return `DELETE FROM caseload WHERE client_id = ${clientId} AND adviser_id = ${adviserId}
    AND NOT ${isInCaseload(clientId, adviserId)};`;
}

/**
 * The clients of each adviser by name. It is derived and no record: triggers keep it, as an index is kept. Besides, what
 * stands between surname and forenames in a folded name now sorts before a space, so that Smith comes before Smith Jones.
 */
export const clientLists = {
  version: 90,
  sql: `
UPDATE client SET folded_name = replace(folded_name, ',', char(9));

CREATE TABLE caseload (
  adviser_id TEXT NOT NULL REFERENCES adviser (id),
  folded_name TEXT NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  PRIMARY KEY (adviser_id, folded_name, client_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX caseload_client ON caseload (client_id, adviser_id);

INSERT INTO caseload (adviser_id, folded_name, client_id)
SELECT saved_by, folded_name, client.id FROM plan JOIN client ON client.id = client_id
UNION SELECT adviser_id, folded_name, client.id FROM appointment JOIN client ON client.id = client_id
WHERE appointment.status = 'booked';

CREATE TRIGGER caseload_of_new_plan AFTER INSERT ON plan
BEGIN
  ${cameIn("NEW.client_id", "NEW.saved_by")}
END;
CREATE TRIGGER caseload_of_plan AFTER UPDATE OF saved_by ON plan WHEN NEW.saved_by <> OLD.saved_by
BEGIN
  ${wentOut("OLD.client_id", "OLD.saved_by")}
  ${cameIn("NEW.client_id", "NEW.saved_by")}
END;
CREATE TRIGGER caseload_of_gone_plan AFTER DELETE ON plan
BEGIN
  ${wentOut("OLD.client_id", "OLD.saved_by")}
END;
CREATE TRIGGER caseload_of_new_appointment AFTER INSERT ON appointment WHEN NEW.status = 'booked'
BEGIN
  ${cameIn("NEW.client_id", "NEW.adviser_id")}
END;
CREATE TRIGGER caseload_of_appointment AFTER UPDATE OF adviser_id ON appointment
BEGIN
  ${wentOut("OLD.client_id", "OLD.adviser_id")}
END;
CREATE TRIGGER caseload_of_booked_appointment AFTER UPDATE OF status, adviser_id ON appointment WHEN NEW.status = 'booked'
BEGIN
  ${cameIn("NEW.client_id", "NEW.adviser_id")}
END;
CREATE TRIGGER caseload_of_held_appointment AFTER UPDATE OF status ON appointment WHEN NEW.status <> 'booked'
BEGIN
  ${wentOut("OLD.client_id", "OLD.adviser_id")}
END;
CREATE TRIGGER caseload_of_gone_appointment AFTER DELETE ON appointment
BEGIN
  ${wentOut("OLD.client_id", "OLD.adviser_id")}
END;
CREATE TRIGGER caseload_of_client AFTER UPDATE OF folded_name ON client WHEN NEW.folded_name <> OLD.folded_name
BEGIN
  UPDATE caseload SET folded_name = NEW.folded_name WHERE client_id = NEW.id;
END;`,
} as const;
