import { type Migration, migrations } from "../../electron/store/migrations/migrations.ts";

/** Steps that no version has: enough work in each that a kill falls into it. */
export const laterLayouts: readonly Migration[] = [
  ...migrations,
  {
    version: 9_010,
    sql: `CREATE TABLE later (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
          INSERT INTO later SELECT id, folded_name FROM client;`,
  },
  {
    version: 9_020,
    sql: `ALTER TABLE later ADD COLUMN sound TEXT NOT NULL DEFAULT '';
          UPDATE later SET sound = (SELECT sound FROM client WHERE client.id = later.id);`,
  },
  {
    version: 9_030,
    sql: `CREATE INDEX later_sound ON later (sound, name);
          UPDATE client SET version = version + 1;`,
  },
];
