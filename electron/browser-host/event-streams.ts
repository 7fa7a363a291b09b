import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { AppEvent } from "../../shared/contract.ts";
import type { ServedApp } from "./served-app.ts";

const HEARTBEAT_MILLISECONDS = 5_000;

/** The event streams that pages hold open; how many there are tells whether anyone is there. */
export interface EventStreams {
  readonly count: number;
  /** Answers a page's request with a stream that lasts until the page goes or the host stops. */
  open(context: Context): Response;
  /** Calls the listener whenever a stream opens or ends. */
  onChange(listener: (count: number) => void): void;
  /** Tells every page that the host stops, and ends the streams. */
  stop(): Promise<void>;
}

/** Carries the application's events to every page. */
export function createEventStreams(app: ServedApp): EventStreams {
  const endings = new Set<() => Promise<void>>();
  const listeners: ((count: number) => void)[] = [];
  const tellListeners = () => {
    for (const listener of listeners) listener(endings.size);
  };
  return {
    get count() {
      return endings.size;
    },
    onChange: (listener) => void listeners.push(listener),
    open: (context) =>
      streamSSE(context, async (stream) => {
        const ended = Promise.withResolvers<void>();
        const send = (event: AppEvent) => stream.writeSSE({ data: JSON.stringify(event) });
        const end = async () => {
          await send({ event: "stopping" });
          ended.resolve();
        };
        const unsubscribe = app.subscribe((event) => void send(event));
        // The first comment makes the browser report the stream as open before there is any event.
        await stream.write(": open\n\n");
        const heartbeat = setInterval(() => void stream.write(": still here\n\n"), HEARTBEAT_MILLISECONDS);
        stream.onAbort(() => ended.resolve());
        if (stream.aborted) ended.resolve();
        endings.add(end);
        tellListeners();
        await ended.promise;
        clearInterval(heartbeat);
        unsubscribe();
        endings.delete(end);
        tellListeners();
      }),
    async stop() {
      await Promise.all([...endings].map((end) => end()));
    },
  };
}
