import { EventEmitter } from "node:events";

/** An event of Electron's, whose default can be prevented. */
export interface DoubleEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** An emitter that tells whether a listener prevented the default. */
export class DoubleEmitter extends EventEmitter {
  /** Emits an event and returns whether its default was prevented. */
  happen(name: string, ...details: unknown[]): boolean {
    const event: DoubleEvent = {
      defaultPrevented: false,
      preventDefault() {
        this.defaultPrevented = true;
      },
    };
    this.emit(name, event, ...details);
    return event.defaultPrevented;
  }
}
