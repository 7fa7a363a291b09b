import { describe, expect, it } from "vitest";
import { openCopyStore } from "../../../renderer/action-plan/copy-store.ts";
import {
  newItemOf,
  openWorkingCopy,
  setItemText,
  setTabText,
  type WorkingCopy,
} from "../../../shared/action-plan/working-copy.ts";

describe("The store of what was typed", () => {
  it("has a key at once, and tells of all that were typed once the frame is drawn", () => {
    const { store, told, drawFrame } = openStore();
    store.write((copy) => setItemText(copy, "A"));
    store.write((copy) => setItemText(copy, "As"));
    expect({ text: textOf(store.current), isWaiting: store.isWaiting, told }).toEqual({
      ...{ text: "As", isWaiting: true, told: [] },
    });
    drawFrame();
    expect({ isWaiting: store.isWaiting, told }).toEqual({ isWaiting: false, told: ["As"] });
  });

  it("tells of a key typed after the frame again", () => {
    const { store, told, drawFrame } = openStore();
    store.write((copy) => setItemText(copy, "A"));
    drawFrame();
    store.write((copy) => setItemText(copy, "As"));
    drawFrame();
    expect(told).toEqual(["A", "As"]);
  });

  it("tells of another step at once, after what waited and built upon it", () => {
    const { store, told, drawFrame } = openStore();
    store.write((copy) => setItemText(copy, "Ask"));
    store.change((copy) => setTabText(copy, "aims", "Driver"));
    drawFrame();
    expect({ told, aims: store.current.changes.texts.aims }).toEqual({ told: ["Ask", "Ask"], aims: "Driver" });
  });

  it("tells at once when it is settled, and not a second time after the frame", () => {
    const { store, told, drawFrame } = openStore();
    store.settle();
    store.write((copy) => setItemText(copy, "Ask"));
    store.settle();
    drawFrame();
    expect(told).toEqual(["Ask"]);
  });

  it("lets who only takes note know of every step at once, until it stops", () => {
    const { store, told } = openStore();
    let steps = 0;
    const stop = store.watch(() => {
      steps += 1;
    });
    store.write((copy) => setItemText(copy, "A"));
    store.write((copy) => setItemText(copy, "As"));
    expect({ steps, told }).toEqual({ steps: 2, told: [] });
    store.change((copy) => setTabText(copy, "aims", "Driver"));
    stop();
    store.write((copy) => setItemText(copy, "Ask"));
    expect(steps).toBe(3);
  });

  it("tells no listener that has stopped", () => {
    const { store, told, stop, drawFrame } = openStore();
    stop();
    store.write((copy) => setItemText(copy, "Ask"));
    drawFrame();
    expect(told).toEqual([]);
  });
});

/** A store whose frames are drawn by hand, and the texts that a listener was told of. */
function openStore() {
  const waiting = new Set<() => void>();
  const store = openCopyStore(openWorkingCopy(null), (run) => {
    waiting.add(run);
    return () => waiting.delete(run);
  });
  const told: string[] = [];
  const stop = store.subscribe(() => told.push(textOf(store.current)));
  const drawFrame = () => {
    const runs = [...waiting];
    waiting.clear();
    for (const run of runs) run();
  };
  return { store, told, stop, drawFrame };
}

function textOf(copy: WorkingCopy): string {
  return newItemOf(copy)?.text ?? "";
}
