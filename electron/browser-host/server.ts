import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { RendererFiles } from "../platform/renderer-files.ts";
import { createCredentials } from "./credentials.ts";
import { createEventStreams, type EventStreams } from "./event-streams.ts";
import { createRoutes } from "./routes.ts";
import type { ServedApp } from "./served-app.ts";

/** Until a page has heard that the host stops, and has handed over what was typed last. */
const LAST_WORDS_MILLISECONDS = 250;
const LONGEST_FAREWELL_MILLISECONDS = 150;

/** What the server serves, and where. */
export interface ServerOptions {
  readonly app: ServedApp;
  readonly files: RendererFiles;
  /** 0 for any port that is free. */
  readonly port: number;
  /** Told of a bug in the host, without anything of a payload. */
  readonly onInternalError: (errorId: string, error: unknown) => void;
}

/** A running loopback server. */
export interface BrowserHostServer {
  readonly port: number;
  /** Opens the application once. */
  readonly launchAddress: string;
  readonly streams: Pick<EventStreams, "count" | "onChange">;
  /** Makes another address that opens the application once. */
  issueLaunchAddress(): string;
  /** Tells the pages that the host stops, answers what they still have to say, then closes every connection. */
  stop(): Promise<void>;
}

/** Serves the application to pages of this machine on 127.0.0.1 alone; rejects when the port is taken. */
export async function startServer(options: ServerOptions): Promise<BrowserHostServer> {
  let handle: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = createAdaptorServer({ fetch: (request) => handle(request) }) as Server;
  server.listen({ host: "127.0.0.1", port: options.port, exclusive: true });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const credentials = createCredentials(port);
  const streams = createEventStreams(options.app);
  const routes = createRoutes({ ...options, port, credentials, streams });
  handle = (request) => routes.fetch(request);
  const issueLaunchAddress = () => `http://127.0.0.1:${port}/?launch=${credentials.issueLaunchToken("first")}`;
  return {
    port,
    launchAddress: issueLaunchAddress(),
    issueLaunchAddress,
    streams,
    async stop() {
      streams.announceStop();
      if (streams.count > 0) await pause(LAST_WORDS_MILLISECONDS);
      const closed = once(server, "close");
      server.close();
      streams.end();
      await Promise.race([closed, pause(LONGEST_FAREWELL_MILLISECONDS)]);
      // Open event streams of pages that do not read would hold the end up for ever.
      server.closeAllConnections();
      await closed;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
