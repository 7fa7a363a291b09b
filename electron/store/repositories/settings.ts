import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** The settings an office keeps, by name. */
export type SettingName =
  | "office-name"
  | "office-nation"
  | "office-soc"
  | "office-plans"
  | "training-day"
  | "letterhead"
  | "clerical-prefix";

/** Reads a setting; undefined where it was never set. */
export function readSetting(reader: Reader, name: SettingName): string | undefined {
  return reader.get<{ value: string }>("SELECT value FROM setting WHERE id = ?", name)?.value;
}

/** Sets a setting for the first time. */
export function insertSetting(writer: Writer, name: SettingName, value: string): void {
  writer.insert("setting", { id: name, value });
}

/** Changes a setting that was set before. */
export function updateSetting(writer: Writer, name: SettingName, value: string): void {
  writer.update("setting", name, { value });
}

/** Takes a setting back. */
export function removeSetting(writer: Writer, name: SettingName): void {
  writer.remove("setting", name);
}
