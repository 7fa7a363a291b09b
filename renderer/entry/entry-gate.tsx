import { type ReactNode, useEffect } from "react";
import type { Entry } from "../../shared/contract.ts";
import { errorMessage } from "../../shared/messages.ts";
import { Fallback } from "../fallback.tsx";
import { queryClient, useAsk, useRequest } from "../requests.ts";
import { EntryContext, refreshEntry } from "./entry-context.ts";
import { FirstStart } from "./first-start.tsx";
import { LockVeil } from "./lock-veil.tsx";
import { RecoveryKey } from "./recovery-key.tsx";
import { SignIn } from "./sign-in.tsx";
import { useStillHere } from "./use-still-here.ts";

/** Shows the office's windows to whom is signed in, and the pages of entry to everyone else. */
export function EntryGate({ children }: { readonly children: ReactNode }) {
  const entry = useRequest("entry", {});
  if (entry.data) {
    return (
      <EntryContext value={entry.data}>
        <Gate entry={entry.data}>{children}</Gate>
      </EntryContext>
    );
  }
  if (!entry.error) return <main className="window" aria-busy="true" aria-label="Action Plan" />;
  const { title, text, whatToDo } = errorMessage(entry.error.error);
  return (
    <Fallback
      title={title}
      text={`${text} ${whatToDo}`}
      action={{ name: "Try again", onPress: () => void queryClient.invalidateQueries() }}
    />
  );
}

function Gate({ entry, children }: { readonly entry: Entry; readonly children: ReactNode }) {
  const { state, isTraining } = entry;
  const isInside = state === "signed-in" || state === "locked";
  useStillHere(state === "signed-in" && !isTraining);
  useForgetting(isInside);
  if (!isInside) return <Outside entry={entry} />;
  return (
    <>
      <div className="workspace">{children}</div>
      {state === "locked" && <LockVeil entry={entry} />}
    </>
  );
}

/** The pages before anyone is in; the recovery key lives here, in memory, for as long as they do. */
function Outside({ entry }: { readonly entry: Entry }) {
  const settingUp = useAsk("set-up");
  const setUp: typeof settingUp.mutateAsync = async (input) => {
    const answer = await settingUp.mutateAsync(input);
    await refreshEntry();
    return answer;
  };
  switch (entry.state) {
    case "new":
      return <FirstStart askSetUp={setUp} />;
    case "recovery-key":
      // The event that the state changed may come before the answer that carries the key.
      if (settingUp.isPending) return <main className="window" aria-busy="true" aria-label="Action Plan" />;
      return (
        <RecoveryKey
          officeName={entry.office?.name ?? ""}
          recoveryKey={settingUp.data?.ok ? settingUp.data.value.recoveryKey : null}
        />
      );
    default:
      return <SignIn entry={entry} />;
  }
}

/** Drops every answer once nobody is in, so that the next adviser sees nothing of the last one's. */
function useForgetting(isInside: boolean): void {
  useEffect(() => {
    if (!isInside) queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "entry" });
  }, [isInside]);
}
