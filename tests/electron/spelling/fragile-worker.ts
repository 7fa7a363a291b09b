import { existsSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { WorkerAnswer, WorkerRequest } from "../../../electron/spelling/worker-messages.ts";

// Does as the text says, and otherwise finds nothing wrong; suggests the words that it was given.

let words: readonly string[] = [];

parentPort?.on("message", ({ id, task }: WorkerRequest) => {
  const answer = (value: WorkerAnswer["value"]) => parentPort?.postMessage({ id, value } satisfies WorkerAnswer);
  if (task.kind === "own-words") words = task.words;
  if (task.kind === "suggest") return answer([...words, task.word]);
  if (task.kind === "check") obey(task.text);
  return answer(task.kind === "check" ? { findings: [], learned: [] } : null);
});

function obey(text: string): void {
  const [order, file = ""] = text.split(" ");
  if (order === "exit") process.exit(3);
  if (order === "throw") throw new Error("the worker fell over");
  while (order === "stick");
  if (order === "exit-once" && !existsSync(file)) {
    writeFileSync(file, "");
    process.exit(3);
  }
}
