import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type CivilDate, isCivilDate } from "../../shared/dates.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { defaultDataFolder } from "./data-folder.ts";

/** How the application is to be started. */
export interface StartFlags {
  readonly isTraining: boolean;
  readonly isReset: boolean;
  /** Absent: the operating system's place for application data. */
  readonly dataFolder: string | undefined;
  readonly isBrowserWanted: boolean;
  readonly isWindowWanted: boolean;
  /** 0 for any port that is free. */
  readonly port: number;
  readonly today: CivilDate | undefined;
}

/** The store that a start opens, as flags choose it. */
export interface ChosenStore {
  readonly dataFolder: string;
  readonly isTraining: boolean;
  readonly today: CivilDate | undefined;
  readonly reset: boolean;
  /** Where the training store lies that may be opened instead; undefined for a folder in the data folder. */
  readonly trainingFolder: string | undefined;
}

/** Which store the flags choose, the same in every host. */
export function chosenStore({ dataFolder: given, isTraining, isReset, today }: StartFlags): ChosenStore {
  return {
    dataFolder: resolve(given ?? defaultDataFolder(isTraining)),
    isTraining,
    today,
    reset: isReset,
    trainingFolder: given === undefined ? defaultDataFolder(true) : undefined,
  };
}

/** The flags of npm start, as they are shown after a wrong one. */
export const START_USAGE =
  "Use: npm start -- [--training [--reset] [--today YYYY-MM-DD]] [--data DIR] [--browser] [--no-open] [--port N]";

const OPTIONS = {
  training: { type: "boolean" },
  reset: { type: "boolean" },
  data: { type: "string" },
  browser: { type: "boolean" },
  "no-open": { type: "boolean" },
  port: { type: "string" },
  today: { type: "string" },
} as const;

/** Reads the flags of npm start; an error is the sentence to show. */
export function parseStartFlags(args: readonly string[]): Result<StartFlags, string> {
  const given = readOptions(args);
  if (!given.ok) return given;
  const { training: isTraining = false, reset: isReset = false, data, today, port = "0" } = given.value;
  if (data === "") return err("--data needs the name of a folder.");
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return err("--port needs a number from 0 to 65535.");
  if (today !== undefined && !isTraining) return err("--today works only with --training.");
  if (today !== undefined && !isCivilDate(today)) return err("--today needs a day written YYYY-MM-DD.");
  if (isReset && !isTraining) return err("--reset works only with --training.");
  return ok({
    isTraining,
    isReset,
    dataFolder: data,
    isBrowserWanted: given.value.browser ?? false,
    isWindowWanted: !given.value["no-open"],
    port: Number(port),
    today,
  });
}

function readOptions(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values);
  } catch (error) {
    return err(sentenceOf(error));
  }
}

/** parseArgs explains itself in a first sentence, and then goes on about how it parses. */
function sentenceOf(error: unknown): string {
  const [sentence = "A flag is wrong"] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/);
  return `${sentence.replace(/\.$/, "")}.`;
}
