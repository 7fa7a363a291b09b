import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Access } from "../services/entry/open-with-passphrase.ts";

/** Where a person can be asked. */
export interface Terminal {
  /** The passphrase of the environment; undefined where there is none. */
  readonly givenPassphrase: string | undefined;
  /** Asks for a line; undefined when nobody can answer, or they gave up. */
  ask(question: string, options: { readonly isSecret: boolean }): Promise<string | undefined>;
}

/** The terminal that the command line was started at; its questions go to standard error. */
export const thisTerminal: Terminal = {
  givenPassphrase: process.env.ACTION_PLAN_PASSPHRASE,
  ask: askHere,
};

/** Finds out whose passphrase it is, where that is open, and what it is; undefined when nobody says. */
export async function askForAccess(
  adviser: string | undefined,
  isOneOfSeveral: boolean,
  { givenPassphrase, ask }: Terminal,
): Promise<Access | undefined> {
  if (givenPassphrase) return { adviser, passphrase: givenPassphrase };
  const named = adviser ?? (isOneOfSeveral ? await ask("Adviser (name or staff number): ", { isSecret: false }) : "");
  if (named === undefined) return undefined;
  const passphrase = await ask("Passphrase: ", { isSecret: true });
  return passphrase ? { adviser: named.trim() || undefined, passphrase } : undefined;
}

async function askHere(question: string, { isSecret }: { readonly isSecret: boolean }): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  if (isSecret) process.stderr.write(question);
  // readline echoes what is typed on its output, and an output that swallows it shows nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = isSecret ? nowhere : process.stderr;
  const reader = createInterface({ input: process.stdin, output, terminal: true });
  const closed = once(reader, "close").then(() => undefined);
  // Ctrl+C rejects the question, and the end of the input only closes it: either way they gave up.
  const answered = reader.question(isSecret ? "" : question).catch(() => undefined);
  try {
    return await Promise.race([answered, closed]);
  } finally {
    reader.close();
    if (isSecret) process.stderr.write("\n");
  }
}
