import { useState } from "react";
import { DEFAULT_PREFERENCES } from "../../shared/preferences.ts";
import { ask, queryClient } from "../requests.ts";
import { useSession } from "../session.ts";

const USUAL = DEFAULT_PREFERENCES.upperHalfPercent;

/** How much of the window the Action Items take, as the adviser left it; the usual share is each mode's own. */
export function useUpperShare() {
  const { preferences } = useSession();
  const [percent, setPercent] = useState(preferences.upperHalfPercent);
  const keep = async (upperHalfPercent: number) => {
    setPercent(upperHalfPercent);
    const answer = await ask("set-preferences", { upperHalfPercent });
    // A share that could not be kept is no reason to disturb the work: it holds as long as the window.
    if (answer.ok) await queryClient.invalidateQueries({ queryKey: ["session"] });
  };
  return {
    percent,
    height: percent === USUAL ? undefined : `${percent}%`,
    move: setPercent,
    keep: (chosen: number) => void keep(chosen),
    reset: () => void keep(USUAL),
  };
}
