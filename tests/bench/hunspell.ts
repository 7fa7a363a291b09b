import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** hunspell as a program that is asked a line at a time, with the same dictionary as the product. */
export interface Hunspell {
  /** Whether it knows a word, and what it suggests where it does not. */
  suggest(word: string): Promise<{ readonly isKnown: boolean; readonly suggestions: readonly string[] }>;
  /** How many words of a text it does not know. */
  check(text: string): Promise<number>;
  close(): Promise<void>;
}

/** Starts hunspell; undefined where it is not installed. */
export async function openHunspell(): Promise<Hunspell | undefined> {
  if (spawnSync("hunspell", ["--version"]).error) return undefined;
  const dictionary = join(dirname(fileURLToPath(import.meta.resolve("dictionary-en-gb"))), "index");
  const program = spawn("hunspell", ["-a", "-i", "utf-8", "-d", dictionary], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  // Its first line says which version it is.
  await lines.next();

  /** What it says to one line of text; an empty line ends its answer. */
  async function ask(text: string): Promise<string[]> {
    // The mark in front has it take the rest as text, whatever it begins with.
    program.stdin.write(`^${text}\n`);
    const said: string[] = [];
    for (let line = await lines.next(); !line.done && line.value !== ""; line = await lines.next())
      said.push(line.value);
    return said;
  }

  return {
    async suggest(word) {
      const [said = ""] = await ask(word);
      const suggestions = /^& .*?: (.*)$/.exec(said)?.[1]?.split(", ") ?? [];
      return { isKnown: !/^[&#]/.test(said), suggestions };
    },
    check: async (text) => (await ask(text)).filter((line) => /^[&#]/.test(line)).length,
    async close() {
      program.stdin.end();
      await once(program, "exit");
    },
  };
}
