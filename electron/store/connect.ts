import Database from "better-sqlite3";

/** A store's key: 32 bytes. */
export type StoreKey = Buffer;

/** How long a write waits for another process's write before it is refused, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

/** Connects to an encrypted file, every pragma set anew; the file is made only when `isNew` says so. */
export function connect(file: string, key: StoreKey, isNew = false): Database.Database {
  const database = new Database(file, { timeout: BUSY_TIMEOUT, fileMustExist: !isNew });
  try {
    giveKey(database, key);
    setPragmas(database);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** Connects to an encrypted copy that nobody else has, and leaves its bytes as they are. */
export function connectToCopy(file: string, key: StoreKey): Database.Database {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  giveKey(database, key);
  database.pragma("temp_store = MEMORY");
  return database;
}

function giveKey(database: Database.Database, key: StoreKey): void {
  database.key(Buffer.from(`raw:${key.toString("hex")}`));
}

/** SQLite forgets all of these but the journal mode when a store is closed, and keeps temporary files in plain text. */
function setPragmas(database: Database.Database): void {
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("temp_store = MEMORY");
  database.pragma("secure_delete = ON");
  database.pragma("trusted_schema = OFF");
}
