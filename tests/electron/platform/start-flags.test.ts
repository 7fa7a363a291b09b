import { resolve } from "node:path";
import { expect, test } from "vitest";
import { defaultDataFolder } from "../../../electron/platform/data-folder.ts";
import { chosenStore, parseStartFlags } from "../../../electron/platform/start-flags.ts";

test("without flags everything is as an adviser wants it", () => {
  expect(parseStartFlags([])).toEqual({
    ok: true,
    value: {
      isTraining: false,
      isReset: false,
      dataFolder: undefined,
      isBrowserWanted: false,
      isWindowWanted: true,
      port: 0,
      today: undefined,
    },
  });
});

test("every flag is read", () => {
  const args = "--training --reset --data /tmp/store --browser --no-open --port 4000 --today 2012-04-16".split(" ");
  expect(parseStartFlags(args)).toEqual({
    ok: true,
    value: {
      isTraining: true,
      isReset: true,
      dataFolder: "/tmp/store",
      isBrowserWanted: true,
      isWindowWanted: false,
      port: 4000,
      today: "2012-04-16",
    },
  });
});

test.each([
  [["--today", "2012-04-16"], "--today works only with --training."],
  [["--training", "--today", "2012-02-30"], "--today needs a day written YYYY-MM-DD."],
  [["--training", "--today", "16/04/2012"], "--today needs a day written YYYY-MM-DD."],
  [["--reset"], "--reset works only with --training."],
  [["--port", "65536"], "--port needs a number from 0 to 65535."],
  [["--port", "http"], "--port needs a number from 0 to 65535."],
  [["--data="], "--data needs the name of a folder."],
  [["--data"], "Option '--data <value>' argument missing."],
  [["--browsr"], "Unknown option '--browsr'."],
  [["--training=yes"], "Option '--training' does not take an argument."],
  [["store"], "Unexpected argument 'store'."],
])("%j is refused in a plain sentence", (args, error) => {
  expect(parseStartFlags(args)).toEqual({ ok: false, error });
});

test("flags choose the store: a named folder with the training store inside it, else the operating system's places", () => {
  const chosen = (...args: string[]) => {
    const flags = parseStartFlags(args);
    if (!flags.ok) throw new Error(flags.error);
    return chosenStore(flags.value);
  };
  expect([
    chosen("--data", "here", "--training", "--reset", "--today", "2012-04-16"),
    chosen(),
    chosen("--training"),
  ]).toEqual([
    { dataFolder: resolve("here"), isTraining: true, today: "2012-04-16", reset: true, trainingFolder: undefined },
    {
      dataFolder: defaultDataFolder(false),
      isTraining: false,
      today: undefined,
      reset: false,
      trainingFolder: defaultDataFolder(true),
    },
    {
      dataFolder: defaultDataFolder(true),
      isTraining: true,
      today: undefined,
      reset: false,
      trainingFolder: defaultDataFolder(true),
    },
  ]);
});
