import { expect, test } from "vitest";
import { parseStartFlags } from "../../../electron/browser-host/flags.ts";

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
