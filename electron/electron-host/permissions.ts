import type { Session } from "electron";

/** What a page may do beyond showing itself and asking the contract's requests: copy text for the adviser, and only that. */
const GRANTED: readonly string[] = ["clipboard-sanitized-write"];

/** Denies every permission that is not listed, whether a page asks for it or only looks whether it has it. */
export function setupPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(GRANTED.includes(permission)));
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.includes(permission));
  session.setDevicePermissionHandler(() => false);
}
