/** What the audit's page finds lines by, besides their number and their client. */
export const auditPage = {
  version: 80,
  sql: `
CREATE INDEX audit_adviser ON audit (adviser_id);
CREATE INDEX audit_at ON audit (at);
`,
} as const;
