import { type AppEvent, appEventSchema, type RequestName } from "../shared/contract.ts";

/** How this page reaches the main process: by Electron's preload, or by the loopback server. */
export interface Bridge {
  /** Sends a request; resolves to the raw answer, or throws when nothing answered. */
  ask(name: RequestName, input: unknown): Promise<unknown>;
  /** Calls the listener on every event, and tells it when the connection is lost and found again. */
  subscribe(listener: (event: AppEvent) => void, onConnection: (isConnected: boolean) => void): () => void;
}

/** What Electron's preload puts on the window. */
interface PreloadBridge {
  ask(name: string, input: unknown): Promise<unknown>;
  subscribe(listener: (event: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly actionPlan?: PreloadBridge;
  }
}

/** Tells whether the page runs in Electron's window. */
export function isElectron(): boolean {
  return window.actionPlan !== undefined;
}

/** The bridge of the host that served this page. */
export function openBridge(): Bridge {
  return window.actionPlan ? electronBridge(window.actionPlan) : browserBridge(takeSecret());
}

function electronBridge(preload: PreloadBridge): Bridge {
  return {
    ask: (name, input) => preload.ask(name, input),
    subscribe: (listener) => preload.subscribe((raw) => tell(raw, listener)),
  };
}

/** Reads the secret of this start and takes it out of the page, so that only this module holds it. */
function takeSecret(): string {
  const element = document.querySelector<HTMLMetaElement>('meta[name="action-plan-secret"]');
  const secret = element?.content ?? "";
  element?.remove();
  return secret;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** A browser carries through no more than 64 KiB for a page that is gone; in UTF-8 a character takes three bytes at most. */
const LONGEST_OUTLIVING = 20_000;
/** What a page that is being left still has to say. */
const OUTLIVING: readonly RequestName[] = ["keep-draft", "keep-record-draft", "cancel-import"];

function browserBridge(secret: string): Bridge {
  const headers = { "x-action-plan": secret };
  return {
    ask: async (name, input) => {
      const body = JSON.stringify(input);
      const response = await fetch(`/api/${name}`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body,
        keepalive: OUTLIVING.includes(name) && body.length < LONGEST_OUTLIVING,
      });
      return response.json();
    },
    subscribe: (listener, onConnection) => {
      const ending = new AbortController();
      void keepListening(headers, ending.signal, listener, onConnection);
      return () => ending.abort();
    },
  };
}

/** Reads the event stream, and opens it again after a loss, waiting longer each time. */
async function keepListening(
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  listener: (event: AppEvent) => void,
  onConnection: (isConnected: boolean) => void,
): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    try {
      const response = await fetch("/api/events", { headers, signal });
      if (!response.ok || !response.body) throw new Error(`Events were answered with ${response.status}`);
      onConnection(true);
      wait = FIRST_WAIT_MS;
      await readEvents(response.body, listener);
    } catch {
      // A lost stream is no fault of the page: it is shown, and tried again below.
    }
    if (signal.aborted) return;
    onConnection(false);
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

async function readEvents(body: ReadableStream<Uint8Array>, listener: (event: AppEvent) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("data:")) tell(JSON.parse(line.slice(5)), listener);
  }
}

function tell(raw: unknown, listener: (event: AppEvent) => void): void {
  const event = appEventSchema.safeParse(raw);
  if (event.success) listener(event.data);
}
