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
  /** Tells every page that the host is about to stop, so that it hands over what was typed. */
  announceStop(): void;
  /** Ends the streams. */
  end(): void;
}

interface OpenStream {
  readonly send: (event: AppEvent) => void;
  readonly end: () => void;
}

/** Carries the application's events to every page. */
export function createEventStreams(app: ServedApp): EventStreams {
  const streams = new Set<OpenStream>();
  const listeners: ((count: number) => void)[] = [];
  const tellListeners = () => {
    for (const listener of listeners) listener(streams.size);
  };
  return {
    get count() {
      return streams.size;
    },
    onChange: (listener) => void listeners.push(listener),
    open: (context) =>
      streamSSE(context, async (stream) => {
        const ended = Promise.withResolvers<void>();
        const send = (event: AppEvent) => stream.writeSSE({ data: JSON.stringify(event) });
        const opened: OpenStream = { send: (event) => void send(event), end: () => ended.resolve() };
        const unsubscribe = app.subscribe((event) => void send(event));
        // The first comment makes the browser report the stream as open before there is any event.
        await stream.write(": open\n\n");
        const heartbeat = setInterval(() => void stream.write(": still here\n\n"), HEARTBEAT_MILLISECONDS);
        stream.onAbort(() => ended.resolve());
        if (stream.aborted) ended.resolve();
        streams.add(opened);
        tellListeners();
        await ended.promise;
        clearInterval(heartbeat);
        unsubscribe();
        streams.delete(opened);
        tellListeners();
      }),
    announceStop() {
      for (const stream of streams) stream.send({ event: "stopping" });
    },
    end() {
      for (const stream of streams) stream.end();
    },
  };
}
