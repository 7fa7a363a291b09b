import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import { queryClient, useRequest } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { wasErasedHere } from "./erased-here.ts";

interface ClientGoneProps {
  readonly clientId: string;
  /** The window of the client that is open. */
  readonly window: "open-client" | "open-plan";
  /** Of which plan the window is, where it is a plan's. */
  readonly kind: PlanKind | undefined;
  readonly onLeave: () => void;
}

/** Closes a client's window, with a word, once somebody else erased the client. */
export function ClientGone({ clientId, window, kind, onLeave }: ClientGoneProps) {
  const shown = useRequest(window, { clientId, ...(kind ? { kind } : {}) });
  const isGone = shown.data !== undefined && shown.error?.error.code === "client-not-found";
  if (!isGone || wasErasedHere(clientId)) return null;
  const leave = () => {
    onLeave();
    forgetClient(clientId);
  };
  return (
    <Dialog title="Client erased" onClose={leave} actions={[{ name: "OK", isMain: true, onPress: leave }]}>
      <p>This client was erased from another window or from the command line, with everything held on them.</p>
      <p>What was not saved here cannot be saved any more. This window closes.</p>
    </Dialog>
  );
}

/** Drops what this window still has of a client. */
export function forgetClient(clientId: string): void {
  for (const name of ["open-client", "open-plan", "list-conversations"]) {
    queryClient.removeQueries({ queryKey: [name, { clientId }] });
  }
}
