import { useCallback } from "react";
import type { Session } from "../shared/contract.ts";
import type { Preferences } from "../shared/preferences.ts";
import { ask, queryClient } from "./requests.ts";
import { useSession } from "./session.ts";

/** How the adviser likes the windows, and how to choose otherwise: it shows at once and is kept for the next time. */
export function usePreferences(): readonly [Preferences, (chosen: Partial<Preferences>) => void] {
  const { preferences } = useSession();
  const prefer = useCallback((chosen: Partial<Preferences>) => {
    const show = (shown: Partial<Preferences>) =>
      queryClient.setQueryData<Session>(
        ["session", {}],
        (session) => session && { ...session, preferences: { ...session.preferences, ...shown } },
      );
    show(chosen);
    // A wish that cannot be kept still holds until the window closes.
    void ask("set-preferences", chosen).then((answer) => answer.ok && show(answer.value));
  }, []);
  return [preferences, prefer];
}
