import { parentPort, workerData } from "node:worker_threads";
import { openStore } from "../../../electron/store/open-store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";

const opened = openStore(String(workerData), TRAINING_KEY, { isNew: true });
parentPort?.postMessage(opened.ok ? "opened" : opened.error.code);
if (opened.ok) opened.value.close();
