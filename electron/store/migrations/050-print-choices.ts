/** What a document was given as: on paper or as a file, and the choices made for the customer's copy. */
export const printChoices = {
  version: 50,
  sql: `
ALTER TABLE print ADD COLUMN format TEXT NOT NULL DEFAULT 'pdf' CHECK (format IN ('pdf', 'html'));
ALTER TABLE print ADD COLUMN is_large INTEGER NOT NULL DEFAULT 0 CHECK (is_large IN (0, 1));
ALTER TABLE print ADD COLUMN without_staff_names INTEGER NOT NULL DEFAULT 0 CHECK (without_staff_names IN (0, 1));
ALTER TABLE print ADD COLUMN has_password INTEGER NOT NULL DEFAULT 0 CHECK (has_password IN (0, 1));
`,
} as const;
