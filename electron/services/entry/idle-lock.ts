import { type Desk, type Door, stateOf, tellEntryChanged } from "./door.ts";

/** Locks the door; the store stays open and the work behind it stays as it is. */
export function lockDoor(door: Door<Desk>): void {
  clearTimeout(door.idleTimer);
  if (stateOf(door) !== "signed-in") return;
  door.isLocked = true;
  door.options.emit({ event: "locked" });
  tellEntryChanged(door);
}

/** Notes that the adviser is there, from which the time without use counts anew. */
export function noteHere(door: Door<Desk>): void {
  door.lastHere = door.options.clock.monotonic();
  watch(door);
}

/** Locks the door when nobody was there for too long: by the clock, should the timer have slept with the machine. */
export function lockWhenIdle(door: Door<Desk>): void {
  if (stateOf(door) === "signed-in" && idleLeft(door) <= 0) lockDoor(door);
}

/** Stops watching, once nobody is signed in. */
export function stopWatching(door: Door<Desk>): void {
  clearTimeout(door.idleTimer);
}

function watch(door: Door<Desk>): void {
  clearTimeout(door.idleTimer);
  if (stateOf(door) !== "signed-in") return;
  door.idleTimer = setTimeout(() => (idleLeft(door) <= 0 ? lockDoor(door) : watch(door)), Math.max(1, idleLeft(door)));
  door.idleTimer.unref();
}

function idleLeft({ options, lastHere }: Door<Desk>): number {
  return lastHere + options.lockAfterMinutes * 60_000 - options.clock.monotonic();
}
