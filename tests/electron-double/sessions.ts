import type { Session } from "electron";
import { DoubleEmitter } from "./events.ts";
import { record } from "./record.ts";

type Handler<Name extends keyof Session> = Session[Name] extends (handler: infer Given, ...rest: never[]) => unknown
  ? NonNullable<Given>
  : never;

/** What the network's guard says to one address. */
type RequestGuard = (details: { url: string }, decide: (response: { cancel?: boolean }) => void) => void;

/** The double of a session. */
export class DoubleSession extends DoubleEmitter {
  readonly partition: string;
  permissionRequest: Handler<"setPermissionRequestHandler"> | undefined;
  permissionCheck: Handler<"setPermissionCheckHandler"> | undefined;
  devicePermission: Handler<"setDevicePermissionHandler"> | undefined;
  requestGuard: RequestGuard | undefined;
  isSpellCheckerOn = true;
  readonly protocolHandlers = new Map<string, (request: Request) => Response | Promise<Response>>();

  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>): void => {
      record.calls.push("protocol.handle");
      this.protocolHandlers.set(scheme, handler);
    },
  } satisfies Partial<Session["protocol"]>;

  readonly webRequest = {
    onBeforeRequest: (guard: RequestGuard): void => {
      record.calls.push("onBeforeRequest");
      this.requestGuard = guard;
    },
  };

  constructor(partition: string) {
    super();
    this.partition = partition;
  }

  setPermissionRequestHandler(handler: Handler<"setPermissionRequestHandler">): void {
    record.calls.push("setPermissionRequestHandler");
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: Handler<"setPermissionCheckHandler">): void {
    record.calls.push("setPermissionCheckHandler");
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: Handler<"setDevicePermissionHandler">): void {
    record.calls.push("setDevicePermissionHandler");
    this.devicePermission = handler;
  }

  setSpellCheckerEnabled(isOn: boolean): void {
    this.isSpellCheckerOn = isOn;
  }
}

const sessions = new Map<string, DoubleSession>();

/** The double of the module's session. */
export const session = {
  fromPartition(partition: string): DoubleSession {
    const known = sessions.get(partition) ?? new DoubleSession(partition);
    sessions.set(partition, known);
    return known;
  },
};
