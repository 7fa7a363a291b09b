import { parentPort } from "node:worker_threads";
import { createEngine } from "./engine.ts";
import type { Task, TaskValue, WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

const engine = createEngine();

parentPort?.on("message", ({ id, task }: WorkerRequest) => {
  parentPort?.postMessage({ id, value: run(task) } satisfies WorkerAnswer);
});

function run(task: Task): TaskValue[Task["kind"]] {
  switch (task.kind) {
    case "check":
      return { findings: engine.check(task.text, task.people), learned: engine.takeLearned() };
    case "suggest":
      return engine.suggest(task.word);
    case "own-words":
      engine.setOwnWords(task.words);
      return null;
    case "warm-up":
      engine.warmUp();
      return null;
  }
}
