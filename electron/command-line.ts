import { runCommandLine } from "./command-line/run-command-line.ts";

// A reader that stops early, as `head` does, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const write = (stream: NodeJS.WriteStream) => (text: string) => {
  if (text !== "") stream.write(`${text}\n`);
};

process.exitCode = await runCommandLine(process.argv.slice(2), workingFolder(), {
  result: write(process.stdout),
  remark: write(process.stderr),
});

/** Where the person stands: npm runs scripts in the project's folder and keeps that place in INIT_CWD. */
function workingFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: startedIn } = process.env;
  return script === "plan" && startedIn ? startedIn : process.cwd();
}
