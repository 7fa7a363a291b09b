import { join } from "node:path";
import Database from "better-sqlite3";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import type { OpenInterview } from "../../../shared/contract.ts";
import type { TrainingApp } from "./training-app.ts";

/** Does in the training store what another adviser would have done, past the application. */
export function pastTheApplication(
  { folder }: Pick<TrainingApp, "folder">,
  sql: string,
  ...values: readonly unknown[]
): void {
  const database = new Database(join(folder, "store.db"));
  database.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  database.prepare(sql).run(...values);
  database.close();
}

/** Makes an open interview the training store's other adviser's. */
export function giveToWhitlock(app: TrainingApp, { interview }: OpenInterview): void {
  const other = "(SELECT id FROM adviser WHERE name = 'H Whitlock')";
  pastTheApplication(app, `UPDATE interview SET adviser_id = ${other} WHERE id = ?`, interview.id);
}
