/** How many lines the audit has ever had and the hash of its last one, so that lines taken off its end are missed too. */
export const auditHead = {
  version: 150,
  sql: `
CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  lines INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (id, lines, hash)
  SELECT 1, ifnull(MAX(id), 0), ifnull((SELECT hash FROM audit ORDER BY id DESC LIMIT 1), '') FROM audit;
-- Counted, not taken from the line's number: lines that are written after others were taken out bring none of them back.
CREATE TRIGGER audit_head_follows AFTER INSERT ON audit BEGIN
  UPDATE audit_head SET lines = lines + 1, hash = NEW.hash;
END;
`,
} as const;
