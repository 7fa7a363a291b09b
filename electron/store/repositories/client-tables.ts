import type { Reader } from "../store.ts";

/** A table with rows of a client, and how a row leads to its client. */
export interface ClientTable {
  readonly name: string;
  /** False for the few tables that hold no records; their rows go with the row they hang on. */
  readonly hasId: boolean;
  /** Any of these leads from a row to the row it belongs to; none for the table client itself. */
  readonly owners: readonly { readonly column: string; readonly table: string }[];
}

interface ForeignKey {
  readonly from: string;
  readonly table: string;
  readonly on_delete: string;
}

/**
 * Every table with rows of a client, each after all that its rows refer to. They are found from the schema, so that a
 * table added later is among them without being named anywhere. The contents of files are no rows to be read: they go
 * with the row that describes the file, and are given out as files.
 */
export function clientTables(reader: Reader): ClientTable[] {
  const keys = foreignKeys(reader);
  const members = new Set(["client"]);
  for (let before = 0; before < members.size; ) {
    before = members.size;
    for (const [name, own] of keys) if (own.some(({ table }) => members.has(table))) members.add(name);
  }
  return inOrder(members, keys).map((name) => ({
    name,
    hasId: hasId(reader, name),
    owners: ownersOf(name, members, keys),
  }));
}

function foreignKeys(reader: Reader): Map<string, ForeignKey[]> {
  const tables = reader.all<{ name: string }>(
    `SELECT name FROM sqlite_master AS m
     WHERE type = 'table' AND NOT EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS c WHERE c.type = 'BLOB')
     ORDER BY rowid`,
  );
  return new Map(
    tables.map(({ name }) => [
      name,
      reader.all<ForeignKey>('SELECT "from", "table", on_delete FROM pragma_foreign_key_list(?)', name),
    ]),
  );
}

function hasId(reader: Reader, table: string): boolean {
  return reader.get("SELECT 1 FROM pragma_table_info(?) WHERE name = 'id'", table) !== undefined;
}

function inOrder(members: ReadonlySet<string>, keys: ReadonlyMap<string, readonly ForeignKey[]>): string[] {
  const ordered = new Set<string>();
  const refersTo = (name: string) =>
    (keys.get(name) ?? []).map(({ table }) => table).filter((table) => members.has(table) && table !== name);
  while (ordered.size < members.size) {
    const next = [...members].filter(
      (name) => !ordered.has(name) && refersTo(name).every((table) => ordered.has(table)),
    );
    if (next.length === 0) throw new Error("Tables of a client refer to one another in a circle");
    for (const name of next) ordered.add(name);
  }
  return [...ordered];
}

/** A row belongs to what takes it along when it goes; where nothing does, to all that it refers to. */
function ownersOf(
  name: string,
  members: ReadonlySet<string>,
  keys: ReadonlyMap<string, readonly ForeignKey[]>,
): ClientTable["owners"] {
  const own = (keys.get(name) ?? []).filter(({ table }) => members.has(table) && table !== name);
  const owning = own.filter(({ on_delete }) => on_delete === "CASCADE");
  return (owning.length > 0 ? owning : own).map(({ from, table }) => ({ column: from, table }));
}
